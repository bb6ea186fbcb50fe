import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAULT } from '../../bot/sandbox/faults.ts';
import { type Harness, startHarness } from '../support/harness.ts';
import { moment, seeded } from '../support/moment.ts';
import { GROUPS, PEOPLE } from '../support/scene.ts';

const REPORT = 'Đã hoàn thành NV-34';
/** Longer than a lease and a cool-down together. */
const LONG_AFTER_MS = 10 * 60_000;

type EventRow = { readonly kind: string; readonly message_id: number };

describe('the program killed with SIGKILL', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(async () => {
    const { quickCheck, leaked } = harness.check([REPORT, 'Công chức Văn phòng']);
    await harness[Symbol.asyncDispose]();
    expect(quickCheck).toBe('ok');
    expect(leaked).toEqual([]);
  });

  const say = (text = REPORT) => harness.api.say(GROUPS.trieuAn, PEOPLE.officer, text);
  const events = () => harness.query<EventRow>('select kind, message_id from task_events order by sequence');
  const posts = () =>
    harness.api.accepted.filter(({ chatId }) => chatId === GROUPS.trieuAn).map(({ text }) => text);

  const isAbout = (text: string, number: number) => new RegExp(`NV-${number}(?!\\d)`, 'u').test(text);

  test('before the commit: nothing is changed or posted; the update comes again and is done once (row 1)', async () => {
    const bot = await harness.start();
    const lock = new Database(harness.databasePath);
    lock.exec('begin immediate');
    say();
    // The update is out; the database is held, so it cannot have been stored.
    await harness.until(() =>
      harness.api.calls.some(({ method, outcome }) => method === 'getUpdates' && outcome === 200),
    );
    await bot.kill();
    lock.exec('rollback');
    lock.close();
    expect(events()).toEqual([]);
    expect(posts()).toEqual([]);

    await harness.start();
    await harness.until(() => posts().length > 0);
    expect(events()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
  });

  test('after the commit, before the send: posted exactly once after the restart (row 2)', async () => {
    const bot = await harness.start();
    harness.api.faults.add({ method: 'sendMessage', fault: FAULT.flood(3600) });
    say();
    await harness.until(() => harness.api.calls.some(({ method }) => method === 'sendMessage'));
    await harness.until(() => events().length === 1);
    await bot.kill();
    expect(posts()).toEqual([]);

    harness.passTime(3_700_000);
    await harness.start();
    await harness.until(() => posts().length > 0);
    expect(events()).toHaveLength(1);
    expect(posts()).toHaveLength(1);
    expect(posts()[0]).not.toContain('gửi lại');
  });

  test('after Telegram accepted, before the mark: at most one extra, marked, with the same code (row 3)', async () => {
    const bot = await harness.start();
    harness.api.faults.add({ method: 'sendMessage', fault: FAULT.acceptThenSilence(60_000) });
    say();
    await harness.until(() => posts().length === 1);
    await bot.kill();
    harness.api.faults.clear();

    harness.passTime(LONG_AFTER_MS);
    const again = await harness.start();
    await harness.until(() =>
      harness
        .query<{ state: string }>('select state from outbox')
        .every(({ state }) => state === 'uncertain'),
    );
    await again.kill();
    harness.passTime(LONG_AFTER_MS);
    await harness.start();
    await harness.until(() => posts().length === 2);
    const [first = '', second = ''] = posts();
    expect(second).toContain('(gửi lại)');
    expect(/mã \w+/u.exec(second)?.[0]).toBe(/mã \w+/u.exec(first)?.[0]);
    expect(events()).toHaveLength(1);
  });

  test('at twenty random moments: no report lost or doubled, every confirmation posted, extras marked (row 4)', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
    const random = seeded(20231024);
    for (const number of numbers) {
      const bot = await harness.start();
      say(`NV-${number} xong`);
      await new Promise((resolve) => setImmediate(resolve));
      await moment(random() * 200);
      await bot.kill();
      harness.passTime(LONG_AFTER_MS);
    }
    // Every report is recorded; then whatever is uncertain gets its one marked repetition.
    const settled = () =>
      events().length === numbers.length &&
      harness.query("select id from outbox where state in ('pending', 'sending')").length === 0;
    for (let rest = 0; rest < 3; rest += 1) {
      const bot = await harness.start();
      await harness.until(settled, 60_000);
      await bot.kill();
      harness.passTime(LONG_AFTER_MS);
    }
    await harness.start();
    await harness.until(
      () => harness.query("select id from outbox where state not in ('sent', 'buried')").length === 0,
      60_000,
    );

    const recorded = harness.query<{ number: number; count: number }>(
      'select tasks.number, count(*) as count from task_events join tasks on tasks.id = task_events.task_id group by tasks.number order by tasks.number',
    );
    expect(recorded).toEqual(numbers.map((number) => ({ number, count: 1 })));
    const givenUp = harness.givenUpAndReported();
    for (const number of numbers) {
      const told = posts().filter((text) => isAbout(text, number));
      const extra = told.filter((text) => text.includes('(gửi lại)'));
      expect({
        number,
        // Two kills in two sends of one message end in the terminal state that the administrators hear of.
        told: told.length >= 1 || givenUp.some((content) => isAbout(content, number)),
        unmarked: told.length - extra.length <= 1,
        extra: extra.length <= 1,
      }).toEqual({ number, told: true, unmarked: true, extra: true });
    }
  }, 240_000);
});
