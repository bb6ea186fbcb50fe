import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAULT } from '../../bot/sandbox/faults.ts';
import { type Harness, startHarness } from '../support/harness.ts';
import { moment, seeded } from '../support/moment.ts';
import { GROUPS } from '../support/scene.ts';

const MORNING = ['--at', '2023-10-24T07:30'] as const;
const LONG_AFTER_MS = 10 * 60_000;

describe('warnings of a job whose process is killed', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness({ sample: true });
  });
  afterEach(async () => {
    const { quickCheck, leaked } = harness.check([]);
    await harness[Symbol.asyncDispose]();
    expect(quickCheck).toBe('ok');
    expect(leaked).toEqual([]);
  });

  const posts = (chat: number) =>
    harness.api.accepted.filter(({ chatId }) => chatId === chat).map(({ text }) => text);
  const runJob = async (name: string) => {
    const job = harness.run('job', name, ...MORNING);
    await job.ended;
    return job.output();
  };

  test('at random moments, and run again: the digest of 86 is posted once, any extra is marked, no other group hears (rows 2–4)', async () => {
    const random = seeded(86);
    for (let kill = 0; kill < 8; kill += 1) {
      const job = harness.run('job', 'overdue-dossiers', ...MORNING);
      await moment(200 + random() * 500);
      await job.kill();
      harness.passTime(LONG_AFTER_MS);
    }
    await runJob('overdue-dossiers');
    harness.passTime(LONG_AFTER_MS);
    await runJob('overdue-dossiers');
    const digests = posts(GROUPS.bacSon);
    expect(
      digests.filter((text) => text.includes('86 hồ sơ') && !text.includes('(gửi lại)')).length,
    ).toBeLessThanOrEqual(1);
    // Two kills in two sends of one message end in the terminal state that the administrators hear of.
    expect(digests.length + harness.givenUpAndReported().length).toBeGreaterThanOrEqual(1);
    expect(digests.length).toBeLessThanOrEqual(2);
    expect(posts(GROUPS.bangMac)).toEqual([]);
    expect(posts(GROUPS.trieuAn)).toEqual([]);
  }, 90_000);

  test('right after Telegram accepted: repeated once, marked, with the same code (row 3)', async () => {
    harness.api.faults.add({
      method: 'sendMessage',
      chatId: GROUPS.bacSon,
      fault: FAULT.acceptThenSilence(60_000),
    });
    const job = harness.run('job', 'deadlines', ...MORNING);
    await harness.until(() => posts(GROUPS.bacSon).length === 1);
    await job.kill();
    harness.api.faults.clear();
    for (let again = 0; again < 3; again += 1) {
      harness.passTime(LONG_AFTER_MS);
      await runJob('deadlines');
    }
    const [first = '', second = '', ...others] = posts(GROUPS.bacSon);
    expect(others).toEqual([]);
    expect(second).toContain('(gửi lại)');
    expect(/mã \w+/u.exec(second)?.[0]).toBe(/mã \w+/u.exec(first)?.[0]);
  }, 60_000);
});
