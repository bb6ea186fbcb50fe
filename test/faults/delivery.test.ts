import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAULT } from '../../bot/sandbox/faults.ts';
import { type Harness, startHarness } from '../support/harness.ts';
import { GROUPS, PEOPLE } from '../support/scene.ts';

describe('delivery under fault', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(async () => {
    const { quickCheck, leaked } = harness.check(['đã xong', 'Công chức Văn phòng']);
    await harness[Symbol.asyncDispose]();
    expect(quickCheck).toBe('ok');
    expect(leaked).toEqual([]);
  });

  const report = (chat: number, text: string) => harness.api.say(chat, PEOPLE.officer, text);
  const posts = (chat: number) =>
    harness.api.accepted.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
  const sends = (chat: number) =>
    harness.api.calls.filter(({ method, chatId }) => method === 'sendMessage' && chatId === chat).length;

  test('a chat that answers 429 waits alone and in order, and a restart keeps its pause (row 5)', async () => {
    const bot = await harness.start();
    harness.api.faults.add({ method: 'sendMessage', chatId: GROUPS.trieuAn, fault: FAULT.flood(7) });
    report(GROUPS.trieuAn, 'NV-1 đã xong');
    await harness.until(() => sends(GROUPS.trieuAn) === 1);
    report(GROUPS.trieuAn, 'NV-2 đã xong');
    report(GROUPS.bacSon, 'NV-1 đã xong');
    await harness.until(() => posts(GROUPS.bacSon).length === 1);
    await harness.until(() => harness.query('select id from task_events').length === 3);
    expect(posts(GROUPS.trieuAn)).toEqual([]);
    await bot.stop();

    await harness.start();
    report(GROUPS.bacSon, 'NV-2 đã xong');
    await harness.until(() => posts(GROUPS.bacSon).length === 2);
    expect(posts(GROUPS.trieuAn)).toEqual([]);
    await harness.until(() => posts(GROUPS.trieuAn).length === 2, 15_000);
    expect(posts(GROUPS.trieuAn).map((text) => /NV-\d+/u.exec(text)?.[0])).toEqual(['NV-1', 'NV-2']);
  }, 40_000);

  test.each([
    ['500', FAULT.internal()],
    ['502 in HTML', FAULT.badGateway()],
    ['504', FAULT.gatewayTimeout()],
    ['a hang-up before headers', FAULT.hangUp()],
    ['a body cut in half', { kind: 'cut-body', accepted: false } as const],
  ])(
    '%s on polling is survived with a back-off (rows 7, 9)',
    async (_name, fault) => {
      harness.api.faults.add({ method: 'getUpdates', times: 2, fault });
      await harness.start();
      report(GROUPS.trieuAn, 'NV-1 đã xong');
      await harness.until(() => posts(GROUPS.trieuAn).length === 1, 20_000);
      const polls = harness.api.calls
        .filter(({ method }) => method === 'getUpdates')
        .map(({ realAt }) => realAt);
      expect((polls[1] ?? 0) - (polls[0] ?? 0)).toBeGreaterThanOrEqual(400);
    },
    40_000,
  );

  test.each([
    ['502 in HTML', FAULT.badGateway()],
    ['a hang-up after Telegram accepted', FAULT.acceptThenHangUp()],
    ['a body cut in half after Telegram accepted', FAULT.cutBody()],
  ])(
    '%s on a confirmation is unknown: repeated once, after a cool-down, marked (rows 7, 9)',
    async (_name, fault) => {
      const bot = await harness.start();
      harness.api.faults.add({ method: 'sendMessage', fault });
      report(GROUPS.trieuAn, 'NV-1 đã xong');
      await harness.until(
        () => harness.query<{ state: string }>('select state from outbox')[0]?.state === 'uncertain',
      );
      expect(sends(GROUPS.trieuAn)).toBe(1);
      await bot.stop();
      harness.passTime(60_000);
      await harness.start();
      await harness.until(() => posts(GROUPS.trieuAn).some((text) => text.includes('(gửi lại)')));
      expect(sends(GROUPS.trieuAn)).toBe(2);
    },
    40_000,
  );

  test('ten minutes of silence end within the time-out of the call (row 9)', async () => {
    await harness.start();
    harness.api.faults.add({ method: 'sendMessage', chatId: GROUPS.trieuAn, fault: FAULT.silence(600_000) });
    report(GROUPS.trieuAn, 'NV-1 đã xong');
    report(GROUPS.bacSon, 'NV-1 đã xong');
    await harness.until(() => posts(GROUPS.bacSon).length === 1);
    await harness.until(
      () =>
        harness.query<{ state: string }>("select state from outbox where state = 'uncertain'").length === 1,
      30_000,
    );
    expect(posts(GROUPS.trieuAn)).toEqual([]);
  }, 60_000);

  test('SIGTERM takes nothing new, finishes, settles and ends with 0', async () => {
    const bot = await harness.start();
    harness.api.faults.add({ method: 'sendMessage', fault: FAULT.acceptThenLate(500) });
    report(GROUPS.trieuAn, 'NV-1 đã xong');
    await harness.until(() => posts(GROUPS.trieuAn).length === 1);
    expect(await bot.stop()).toBe(0);
    expect(harness.query<{ state: string }>('select state from outbox').map(({ state }) => state)).toEqual([
      'sent',
    ]);
  });
});
