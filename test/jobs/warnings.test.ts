import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../domain/clock.ts';
import { chatId } from '../../domain/ids.ts';
import { GROUPS, PEOPLE, type Scene, startScene } from '../support/scene.ts';

const MORNING = instantOf('2023-10-24', '07:30');

describe('warnings on the morning of 24/10/2023', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await startScene({ sample: true, at: MORNING });
  });
  afterEach(async () => {
    await scene[Symbol.asyncDispose]();
  });

  const run = async (job: string, at = MORNING) => {
    const said: string[] = [];
    const ran = await scene.app.runJob(job, at, (text) => said.push(text));
    if (!ran.ok) throw new Error(ran.refusal);
    return said;
  };
  const posts = (chat: number) => scene.api.posted(chat).map(({ text }) => text ?? '');

  test('Bắc Sơn hears of 86 overdue dossiers once, with fields and the oldest; nobody else hears anything', async () => {
    expect(await run('overdue-dossiers')).toContain('overdue-dossiers: 1 tin.');
    const [digest = '', ...others] = posts(GROUPS.bacSon);
    expect(others).toEqual([]);
    expect(digest).toContain('86 hồ sơ đang quá hạn');
    expect(digest).toContain('dữ liệu mẫu');
    expect(digest).toContain('Theo lĩnh vực:');
    expect(digest).toContain('Quá hạn lâu nhất:');
    for (const chat of [GROUPS.bangMac, GROUPS.trieuAn, GROUPS.tinhBien, GROUPS.unbound])
      expect(posts(chat)).toEqual([]);
  });

  test("the five offices' initiatives are warned of three days ahead, and nothing else is", async () => {
    await run('deadlines');
    const [warning = '', ...others] = posts(GROUPS.bacSon);
    expect(others).toEqual([]);
    expect(warning).toContain('27/10/2023');
    expect(warning).toContain('T-3');
    for (const office of ['Nội vụ', 'Văn phòng HĐND và UBND', 'Tài chính', 'Văn hóa và Thông tin', 'Tư pháp'])
      expect(warning).toContain(office);
    expect(posts(GROUPS.bangMac)).toEqual([]);
  });

  test('run again, at the same or another time of the day, nothing more is posted', async () => {
    for (const job of ['overdue-dossiers', 'deadlines']) {
      await run(job);
      await run(job);
      await run(job, MORNING + 60 * 60_000);
    }
    expect(posts(GROUPS.bacSon)).toHaveLength(2);
  });

  test('the next digest says what is new and what is settled since', async () => {
    await run('overdue-dossiers');
    const nextDay = instantOf('2023-10-25', '07:30');
    await run('overdue-dossiers', nextDay);
    const second = posts(GROUPS.bacSon)[1] ?? '';
    expect(second).toMatch(/🆕 mới \d+ · ✅ đã ra khỏi danh sách \d+/u);
  });

  test('“xong rồi ạ” in reply to the warning reports its task', async () => {
    await run('deadlines');
    const warning = scene.api.posted(GROUPS.bacSon)[0];
    if (warning === undefined) throw new Error('no warning');
    const confirmation = await scene.nextPost(GROUPS.bacSon, () =>
      scene.api.say(GROUPS.bacSon, PEOPLE.officer, 'xong rồi ạ', { replyTo: warning.message_id }),
    );
    expect(confirmation.text).toContain('báo xong');
    const day = 24 * 60 * 60_000;
    await run('deadlines', MORNING + 2 * day);
    await run('deadlines', MORNING + 3 * day);
    expect(posts(GROUPS.bacSon)).toHaveLength(2);
  });

  test('a paused group is not written to', async () => {
    await scene.app.storage.groups.pause(chatId(GROUPS.bacSon), 'kicked');
    expect(await run('overdue-dossiers')).toContain('overdue-dossiers: 0 tin.');
    expect(posts(GROUPS.bacSon)).toEqual([]);
  });

  test('a continuous task whose check-in is open is never warned of', async () => {
    await scene.nextPost(GROUPS.trieuAn, () =>
      scene.api.say(GROUPS.trieuAn, PEOPLE.officer, 'NV-12 đang làm 60 %'),
    );
    const before = posts(GROUPS.trieuAn).length;
    await run('deadlines', instantOf('2023-12-29', '07:30'));
    expect(posts(GROUPS.trieuAn).slice(before).join('\n')).not.toContain('NV-12');
  });

  test('a group that is bound to another unit hears nothing of the old one', async () => {
    await run('overdue-dossiers');
    await scene.heard(GROUPS.bacSon, '/dangky xã Bằng Mạc, huyện Chi Lăng', PEOPLE.admin);
    const before = posts(GROUPS.bacSon).length;
    await run('overdue-dossiers', instantOf('2023-10-25', '07:30'));
    expect(posts(GROUPS.bacSon).slice(before)).toEqual([]);
  });
});
