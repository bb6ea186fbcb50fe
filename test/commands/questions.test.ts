import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GROUPS, PEOPLE, type Scene, startScene } from '../support/scene.ts';

describe('questions about scores', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(async () => {
    await scene[Symbol.asyncDispose]();
  });

  test('/diem Bằng Mạc tells the figures, their source and what the document leaves open', async () => {
    const post = await scene.nextPost(GROUPS.bangMac, () =>
      scene.api.say(GROUPS.bangMac, PEOPLE.officer, '/diem Bằng Mạc'),
    );
    for (const fact of [
      'năm 2023',
      'xã Bằng Mạc',
      'Huyện Chi Lăng, tỉnh Lạng Sơn',
      '85,82/100',
      'hạng 3/20',
      'huyện Chi Lăng',
      '91,32',
      '5,5 điểm',
      '14,18',
      '14/17',
      '15/18',
      '9/10',
      '6,82/13',
      'còn 1 điểm chưa được giải trình',
      '202/QĐ-UBND',
      '15/01/2024',
    ]) {
      expect(post.text).toContain(fact);
    }
    const buttons = post.reply_markup?.inline_keyboard.flat().map(({ text }) => text);
    expect(buttons).toEqual(['Điểm mất', 'Nhiệm vụ', 'Nguồn']);
  });

  test.each([
    ['/diem bang mac', 'without accents'],
    ['/diem Băng Mac', 'with wrong accents'],
    ['/diem ubnd xã bằng mạc 2023', 'with the office, the level and the year'],
    ['/diem Bằng Mạc'.normalize('NFD'), 'in NFD'],
    ['/DIEM BẰNG MẠC', 'in capitals'],
    ['/diem   Bằng   Mạc  ', 'with extra spaces'],
    ['/diem@CchcThuBot Bằng Mạc', 'addressed to the bot'],
    ['/điểm Bằng Mạc', 'with an accented command'],
    ['/diem', 'without a name, in the group of the unit'],
  ])('%s gives the same answer (%s)', async (text) => {
    const expected = await scene.ask(GROUPS.bangMac, '/diem Bằng Mạc');
    expect(await scene.ask(GROUPS.bangMac, text)).toBe(expected);
  });

  test('/diem Tỉnh Biên finds Tịnh Biên with its survey part', async () => {
    const answer = await scene.ask(GROUPS.bangMac, '/diem Tỉnh Biên');
    for (const fact of ['huyện Tịnh Biên', '87,65', 'hạng 8/11', '24,65/30', 'năm 2016'])
      expect(answer).toContain(fact);
  });

  test('/matdiem Bằng Mạc lists twelve losses, largest first, with what stands for the whole area', async () => {
    const answer = await scene.ask(GROUPS.bangMac, '/matdiem Bằng Mạc');
    expect(answer).toContain('12 mục mất 13,18 trong 14,18 điểm');
    const losses = [...answer.matchAll(/^−([\d,]+)\/([\d,]+) · (\d[\d.]*) /gmu)].map(
      ([, lost, max, code]) => `${code} ${lost}/${max}`,
    );
    expect(losses).toHaveLength(12);
    expect(losses.slice(0, 2)).toEqual(['1.5 3/3', '7.2 2/2']);
    expect(losses.at(-1)).toBe('7.1 0,08/1');
    expect(answer).toContain('chung cho lĩnh vực');
  });

  test('/matdiem Xã chưa nêu tên shows sixteen losses, the conflicts and the blanks', async () => {
    const answer = await scene.ask(GROUPS.bangMac, '/matdiem Xã chưa nêu tên');
    expect(answer).toContain('16 mục mất 11,53 trong 15,57 điểm');
    expect(answer.match(/ghi “duy trì”/gu)?.length).toBeGreaterThanOrEqual(3);
  });

  test('a button of an answer asks on', async () => {
    const message = await scene.nextPost(GROUPS.bangMac, () =>
      scene.api.say(GROUPS.bangMac, PEOPLE.officer, '/diem Bằng Mạc'),
    );
    const losses = await scene.nextPost(GROUPS.bangMac, () =>
      scene.api.press(message, 'Điểm mất', PEOPLE.officer),
    );
    expect(losses.text).toContain('12 mục mất');
  });

  test.each([
    ['/diem Bằng Mạc 20233', 'Năm 20233 không hợp lệ'],
    ['/diem Bằng Mạc 2019', 'Các năm đang có: 2023'],
    ['/diem Xyzzy Qwrt', 'Không tìm thấy đơn vị'],
    ['/diem Triệu An', 'chưa có điểm chỉ số CCHC'],
    ['/trogiup abc', 'Không có lệnh “abc”'],
  ])('%s is answered with what to do next', async (text, expected) => {
    expect(await scene.ask(GROUPS.bangMac, text)).toContain(expected);
  });

  test('an unbound group learns how to be bound and nothing else', async () => {
    for (const text of ['/diem Bằng Mạc', '/matdiem Bằng Mạc', '/nhiemvu Triệu An', '/hoso Bắc Sơn']) {
      const answer = await scene.ask(GROUPS.unbound, text);
      expect(answer).toContain('/dangky');
      expect(answer).not.toContain('85,82');
    }
  });

  test("a group does not see another unit's tasks", async () => {
    const answer = await scene.ask(GROUPS.bangMac, '/nhiemvu Triệu An');
    expect(answer).toContain('không xem được');
    expect(answer).not.toContain('NV-1');
  });

  test('a command to another bot is met with silence', async () => {
    expect(await scene.heard(GROUPS.bangMac, '/diem@KhacBot Bằng Mạc')).toEqual([]);
  });
});
