import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/harness.ts';
import { GROUPS, PEOPLE } from '../support/scene.ts';

describe('groups that move, throw the bot out or attack it', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(async () => {
    const { quickCheck, leaked } = harness.check(['đã xong']);
    await harness[Symbol.asyncDispose]();
    expect(quickCheck).toBe('ok');
    expect(leaked).toEqual([]);
  });

  const posts = (chat: number) => harness.api.posted(chat).map(({ text }) => text ?? '');
  const events = () => harness.query<{ kind: string }>('select kind from task_events order by sequence');

  test.each(['to-first', 'from-first', 'none'] as const)(
    'a group that becomes a supergroup keeps its binding and hears once (%s, row 18)',
    async (order) => {
      const [small, big] = [-501, -1_000_000_000_501];
      harness.api.groups.add({
        chatId: small,
        kind: 'group',
        title: 'Nhóm nhỏ',
        bot: 'administrator',
        admins: [PEOPLE.leader],
        members: [PEOPLE.admin, PEOPLE.officer],
      });
      const bot = await harness.start();
      harness.api.say(small, PEOPLE.admin, '/dangky Triệu An');
      await harness.until(() => posts(small).length === 1);
      await bot.stop();
      // A confirmation waits for the old id while the group moves.
      harness.api.say(small, PEOPLE.officer, 'NV-34 đã xong');
      harness.api.migrate(small, { to: big, order });
      await harness.start();
      await harness.until(() => posts(big).some((text) => text.includes('Đã ghi NV-34')));
      harness.api.say(big, PEOPLE.officer, '/nhiemvu quá hạn');
      await harness.until(() => posts(big).some((text) => text.includes('Nhiệm vụ quá hạn')));
      expect(posts(big).filter((text) => text.includes('Đã ghi NV-34'))).toHaveLength(1);
      expect(
        harness.query<{ chat_id: number; state: string }>(
          `select chat_id, state from groups where chat_id in (${small}, ${big})`,
        ),
      ).toEqual([{ chat_id: big, state: 'active' }]);
    },
  );

  test('every report that waited while its group became a supergroup is recorded (row 18)', async () => {
    const [small, big] = [-502, -1_000_000_000_502];
    harness.api.groups.add({
      chatId: small,
      kind: 'group',
      title: 'Nhóm nhỏ',
      bot: 'administrator',
      admins: [PEOPLE.leader],
      members: [PEOPLE.admin, PEOPLE.officer],
    });
    const bot = await harness.start();
    harness.api.say(small, PEOPLE.admin, '/dangky Triệu An');
    await harness.until(() => posts(small).length === 1);
    await bot.stop();
    for (let number = 1; number <= 30; number += 1)
      harness.api.say(small, PEOPLE.officer, `NV-${number} đã xong`);
    harness.api.migrate(small, { to: big });
    await harness.start();
    await harness.until(() => events().length === 30);
    expect(harness.query("select update_id from inbox where state <> 'handled'")).toEqual([]);
  });

  test('a group that threw the bot out is paused, administrators are told, and coming back needs /dangky again (row 19)', async () => {
    await harness.start();
    harness.api.say(PEOPLE.admin, PEOPLE.admin, '/start');
    await harness.until(() => posts(PEOPLE.admin).length === 1);
    harness.api.kick(GROUPS.trieuAn, PEOPLE.leader);
    await harness.until(() => posts(PEOPLE.admin).some((text) => text.includes('đưa ra khỏi nhóm')));
    const stateOf = () =>
      harness.query<{ state: string }>(`select state from groups where chat_id = ${GROUPS.trieuAn}`)[0]
        ?.state;
    expect(stateOf()).toBe('paused');

    harness.api.setBot(GROUPS.trieuAn, 'administrator', PEOPLE.leader);
    await harness.until(() => posts(GROUPS.trieuAn).some((text) => text.includes('/dangky')));
    harness.api.say(GROUPS.trieuAn, PEOPLE.officer, '/diem Bằng Mạc');
    await harness.until(() => posts(GROUPS.trieuAn).some((text) => text.includes('chưa đăng ký')));
    expect(stateOf()).toBe('paused');
    harness.api.say(GROUPS.trieuAn, PEOPLE.admin, '/dangky Triệu An');
    await harness.until(() => stateOf() === 'active');
    harness.api.say(GROUPS.trieuAn, PEOPLE.officer, 'NV-34 đã xong');
    await harness.until(() => posts(GROUPS.trieuAn).some((text) => text.includes('Đã ghi NV-34')));
    expect(events()).toHaveLength(1);
  });

  test('the same update twice, and the same message in a new update after a restart, do nothing (row 20)', async () => {
    const bot = await harness.start();
    const { update } = harness.api.say(GROUPS.trieuAn, PEOPLE.officer, 'NV-34 đã xong');
    if (update === null) throw new Error('the bot was not told');
    await harness.until(() => harness.query("select id from outbox where state = 'sent'").length === 1);
    await bot.kill();
    harness.api.redeliver(update, 'same-id');
    harness.api.redeliver(update, 'new-id');
    await harness.start();
    harness.api.say(GROUPS.trieuAn, PEOPLE.officer, 'NV-33 đã xong');
    await harness.until(() => posts(GROUPS.trieuAn).some((text) => text.includes('Đã ghi NV-33')));
    expect(events()).toHaveLength(2);
    expect(
      harness.api.accepted.filter(({ text }) => text.includes('Đã ghi NV-34') && !text.includes('(gửi lại)')),
    ).toHaveLength(1);
  });

  test('a press that is forged, foreign, on another message, or double is answered and has one effect at most (row 24)', async () => {
    await harness.start();
    harness.api.say(GROUPS.trieuAn, PEOPLE.officer, 'NV-34 đã xong');
    harness.api.say(GROUPS.bacSon, PEOPLE.officer, '/trogiup');
    await harness.until(() => posts(GROUPS.trieuAn).length === 1 && posts(GROUPS.bacSon).length === 1);
    await harness.until(() => harness.query("select id from outbox where state = 'sent'").length === 1);
    const confirmation = harness.api.posted(GROUPS.trieuAn)[0];
    const foreign = harness.api.posted(GROUPS.bacSon)[0];
    const undo = confirmation?.reply_markup?.inline_keyboard[0]?.[0]?.callback_data;
    if (confirmation === undefined || foreign === undefined || undo === undefined)
      throw new Error('no button');
    const notices = () => harness.api.answers.map(({ text }) => text);

    harness.api.pressAnything(confirmation, 'forged', PEOPLE.officer);
    harness.api.pressAnything(confirmation, "' or 1=1 --", PEOPLE.officer);
    harness.api.pressAnything(foreign, undo, PEOPLE.officer);
    harness.api.pressAnything(
      { ...confirmation, message_id: confirmation.message_id + 5 },
      undo,
      PEOPLE.officer,
    );
    await harness.until(() => notices().length === 4);
    expect(new Set(notices())).toEqual(
      new Set(['Nút này không dùng được ở đây hoặc đã hết hạn. Gửi lại lệnh để có nút mới.']),
    );
    expect(events()).toHaveLength(1);

    harness.api.pressAnything(confirmation, undo, PEOPLE.officer);
    harness.api.pressAnything(confirmation, undo, PEOPLE.officer);
    await harness.until(() => notices().length === 6);
    expect(events().map(({ kind }) => kind)).toEqual(['report', 'undo']);
    expect(notices().at(-1)).toContain('đã được hoàn tác trước đó');
  });

  test.each([
    ['tags', '<a href="tg://user?id=1">bấm</a> &lt;b&gt; </b>'],
    ['an override of direction and control characters', 'Vũ \u202Eđảo\u202C \u0007 \u200F'],
    ['a mention', '@everyone @channel_admin'],
    ['joined emoji', '👨‍👩‍👧‍👦🇻🇳'],
    ['ten thousand characters', 'Đ'.repeat(10_000)],
  ])('a name and a question with %s are escaped, cut and delivered (row 25)', async (_name, hostile) => {
    harness.api.people.add({ id: 900, name: hostile.slice(0, 3000) });
    harness.api.join(GROUPS.trieuAn, 900);
    await harness.start();
    harness.api.say(GROUPS.trieuAn, 900, 'NV-34 đã xong');
    await harness.until(() => posts(GROUPS.trieuAn).some((text) => text.includes('Đã ghi NV-34')));
    harness.api.say(GROUPS.trieuAn, 900, `/diem ${hostile}`.slice(0, 4000));
    await harness.until(() =>
      posts(GROUPS.trieuAn).some(
        (text) => text.includes('Không tìm thấy đơn vị') || text.includes('có thể là một trong'),
      ),
    );
    const refused = harness.api.calls.filter(
      ({ method, outcome }) => method === 'sendMessage' && outcome !== 200,
    );
    expect(refused).toEqual([]);
    for (const message of harness.api.posted(GROUPS.trieuAn)) {
      expect(
        message.entities?.some(
          ({ type }) => type === 'text_mention' || type === 'text_link' || type === 'mention',
        ) ?? false,
      ).toBe(false);
      expect(message.text ?? '').not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    }
  });
});
