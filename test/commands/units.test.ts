import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GROUPS, PEOPLE, type Scene, startScene } from '../support/scene.ts';

describe('units among the national list', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
    await scene.app.loadUnits();
  });
  afterAll(async () => {
    await scene[Symbol.asyncDispose]();
  });

  const buttonsOf = async (chat: number, text: string, person: number = PEOPLE.officer) => {
    const post = await scene.nextPost(chat, () => scene.api.say(chat, person, text));
    return {
      text: post.text ?? '',
      buttons: post.reply_markup?.inline_keyboard.flat().map((b) => b.text) ?? [],
    };
  };

  test.each([
    [
      'the namesake of the unit that has the scores, with its place',
      '/diem Bằng Mạc',
      ['85,82/100', 'Cùng tên còn có xã Bằng Mạc, tỉnh Lạng Sơn'],
    ],
    [
      'the place of a unit without scores, and the former name',
      '/diem Gia Lộc, Chi Lăng',
      [
        'Xã Bằng Mạc, tỉnh Lạng Sơn: chưa có điểm',
        'Xã Gia Lộc (huyện Chi Lăng cũ) nay thuộc xã Bằng Mạc, tỉnh Lạng Sơn.',
      ],
    ],
    [
      'what a commune of a former district became',
      '/diem Tân Lập, Bắc Sơn',
      ['Xã Tân Lập (huyện Bắc Sơn cũ) nay thuộc xã Vũ Lăng, tỉnh Lạng Sơn.'],
    ],
    [
      'the former commune, though another bears its name today',
      '/diem Chiến Thắng, Bắc Sơn',
      ['nay thuộc xã Vũ Lễ, tỉnh Lạng Sơn.'],
    ],
    [
      'the former name under indicators out of scope',
      '/chitieu Tân Lập, Bắc Sơn',
      ['nay thuộc xã Vũ Lăng', 'không xem được chỉ tiêu'],
    ],
    [
      'the former name under dossiers out of scope',
      '/hoso Tân Lập, Bắc Sơn',
      ['nay thuộc xã Vũ Lăng', 'không xem được hồ sơ'],
    ],
    ['the namesake under the source', '/nguon Bằng Mạc', ['Cùng tên còn có xã Bằng Mạc, tỉnh Lạng Sơn']],
  ])('%s is told', async (_, text, facts) => {
    const answer = await scene.ask(GROUPS.trieuAn, text);
    for (const fact of facts) expect(answer).toContain(fact);
  });

  test('two provinces of one name are told apart', async () => {
    const { text, buttons } = await buttonsOf(GROUPS.bangMac, '/diem An Giang');
    expect(text).toContain('Chọn đơn vị cần xem:');
    expect(buttons.toSorted()).toEqual(['Tỉnh An Giang', 'Tỉnh An Giang (đến 30/6/2025)']);
  });

  test('/dangky offers the namesakes alone, and says what they are chosen for', async () => {
    const { text, buttons } = await buttonsOf(GROUPS.unbound, '/dangky Bằng Mạc', PEOPLE.admin);
    expect(text).toContain('Chọn đơn vị cần gắn:');
    expect(buttons.toSorted()).toEqual([
      'Xã Bằng Mạc, huyện Chi Lăng, tỉnh Lạng Sơn (đến 30/6/2025)',
      'Xã Bằng Mạc, tỉnh Lạng Sơn',
    ]);
  });

  test('the name of the group’s own unit means that unit', async () => {
    const answer = await scene.ask(GROUPS.bacSon, '/chitieu Bắc Sơn');
    expect(answer).toContain('Chỉ tiêu theo dõi – huyện Bắc Sơn');
  });

  test('what is not held is told from what may not be seen', async () => {
    expect(await scene.ask(GROUPS.bangMac, '/chitieu')).toContain('Chưa có chỉ tiêu');
    expect(await scene.ask(GROUPS.bangMac, '/chitieu huyện Bắc Sơn')).toContain('không xem được chỉ tiêu');
    expect(await scene.ask(GROUPS.bangMac, '/hoso')).toContain('Chưa có dữ liệu hồ sơ');
    expect(await scene.ask(GROUPS.bangMac, '/hoso huyện Bắc Sơn')).toContain('không xem được hồ sơ');
  });

  test('tasks are offered only where they may be read', async () => {
    const own = await buttonsOf(GROUPS.bangMac, '/diem');
    const foreign = await buttonsOf(GROUPS.trieuAn, '/diem Bằng Mạc');
    expect([own.buttons.includes('Nhiệm vụ'), foreign.buttons.includes('Nhiệm vụ')]).toEqual([true, false]);
  });

  test.each([
    ['/diem Bằng Mạc 202', 'Năm 202 không hợp lệ'],
    ['/diem Bằng Mạc 0', 'Năm 0 không hợp lệ'],
    ['/diem Bằng Mạc 23', 'Năm 23 không hợp lệ'],
    ['/diem Bằng Mạc 2023 2024', 'Mỗi lần chỉ hỏi được một năm'],
    ['/diem Bằng Mạc 2023-2024', 'Mỗi lần chỉ hỏi được một năm'],
  ])('%s is answered “%s …”', async (text, expected) => {
    expect(await scene.ask(GROUPS.bangMac, text)).toContain(expected);
  });

  test.each(['/diem Phường 12', '/diem quận 1', '/diem xã số 5', '/diem khu 3'])(
    'the number of %s is no year',
    async (text) => {
      expect(await scene.ask(GROUPS.bangMac, text)).not.toContain('không hợp lệ');
    },
  );

  test('a blank heading is shown with what its items add up to', async () => {
    expect(await scene.ask(GROUPS.bangMac, '/diem Xã chưa nêu tên')).toContain(
      'không ghi/4 (các mục cộng 4)',
    );
  });

  test('an administrator alone with the bot is asked for the name', async () => {
    const answer = await scene.ask(PEOPLE.admin, '/diem', PEOPLE.admin);
    expect(answer).toContain('Ghi tên đơn vị sau lệnh');
    expect(answer).not.toContain('Nhóm này');
  });

  test('an unbound group reads when a command will work', async () => {
    const answer = await scene.ask(GROUPS.unbound, '/trogiup diem');
    expect(answer).toContain('/diem Bằng Mạc');
    expect(answer).toContain('sau khi nhóm được đăng ký');
  });

  test('an emoji that is echoed is whole', async () => {
    const answer = await scene.ask(GROUPS.bangMac, `/diem ${'👨‍👩‍👧‍👦'.repeat(70)}`);
    expect(answer).toContain(`“${'👨‍👩‍👧‍👦'.repeat(60)}…”`);
  });
});

describe('/themdonvi', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
    await scene.app.loadUnits();
  });
  afterAll(async () => {
    await scene[Symbol.asyncDispose]();
  });

  test.each([
    [
      'a unit that is held, accents aside',
      'xã bang mac; thuộc: huyện Chi Lăng',
      'Danh mục đã có xã bang mac thuộc huyện Chi Lăng, tỉnh Lạng Sơn',
    ],
    [
      'a district below a commune',
      'Huyện Mới; thuộc: xã Vũ Lăng',
      'không thể thuộc xã Vũ Lăng, tỉnh Lạng Sơn',
    ],
    ['a commune below a commune', 'Xã Mới; thuộc: xã Vũ Lăng', 'cấp trên phải cao hơn'],
    ['a long name', `Xã ${'Dài '.repeat(30)}; thuộc: tỉnh Lạng Sơn`, 'không quá 80 ký tự'],
    ['signs in a name', 'Xã <b>Mới</b>; thuộc: tỉnh Lạng Sơn', 'chỉ gồm chữ, số'],
    ['a name without letters', 'Xã --; thuộc: tỉnh Lạng Sơn', 'không hợp lệ'],
    ['an unknown parent', 'Xã Mới; thuộc: huyện Qwxyz', 'Không tìm thấy đơn vị cấp trên “huyện Qwxyz”'],
  ])('refuses %s', async (_, argument, expected) => {
    expect(await scene.ask(PEOPLE.admin, `/themdonvi ${argument}`, PEOPLE.admin)).toContain(expected);
  });

  test('lists the possible parents of a shared name, and takes one of the lines', async () => {
    const post = await scene.nextPost(PEOPLE.admin, () =>
      scene.api.say(PEOPLE.admin, PEOPLE.admin, '/themdonvi Xã Mới; thuộc: Bắc Sơn'),
    );
    expect(post.text).not.toContain('• Xã');
    expect(post.text).toContain('• Huyện Bắc Sơn, tỉnh Lạng Sơn (đến 30/6/2025)');
    expect(post.text).toContain('/themdonvi Xã Mới; thuộc: Huyện Bắc Sơn, tỉnh Lạng Sơn (đến 30/6/2025)');
    expect(post.reply_markup).toBeUndefined();
    const answer = await scene.ask(
      PEOPLE.admin,
      '/themdonvi Xã Mới; thuộc: Huyện Bắc Sơn, tỉnh Lạng Sơn (đến 30/6/2025)',
      PEOPLE.admin,
    );
    expect(answer).toContain('Đã thêm xã Mới thuộc huyện Bắc Sơn, tỉnh Lạng Sơn');
  });

  test('takes the merged province or today’s as its line is written', async () => {
    const add = (line: string) => scene.ask(PEOPLE.admin, `/themdonvi Xã Mới; thuộc: ${line}`, PEOPLE.admin);
    expect(await add('Tỉnh An Giang (đến 30/6/2025)')).toContain('tỉnh An Giang (đến 30/6/2025)');
    expect(await add('Tỉnh An Giang')).toContain('Đã thêm xã Mới thuộc tỉnh An Giang.');
  });
});
