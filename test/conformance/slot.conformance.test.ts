import { describe, expect, test } from 'vitest';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

describe.each(dialects())('job slots on %s', (dialect) => {
  test('a slot is opened once', async () => {
    await using storage = await openTestStorage(dialect);
    const opened = await Promise.all([
      storage.slots.open('deadlines', 100),
      storage.slots.open('deadlines', 100),
    ]);
    expect(opened.toSorted()).toEqual([false, true]);
    expect(await storage.slots.open('overdue-dossiers', 100)).toBe(true);
    expect((await storage.slots.pending(0)).map(({ job }) => job)).toEqual(['deadlines', 'overdue-dossiers']);
  });

  test('of two that claim a slot one runs it', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.slots.open('j', 100);
    const claimed = await Promise.all(
      ['a', 'b', 'c'].map((owner) => storage.slots.claim('j', 100, owner, 0, 50)),
    );
    expect(claimed.filter(Boolean)).toHaveLength(1);
    expect(await storage.slots.pending(49)).toEqual([]);
    expect(await storage.slots.claim('j', 200, 'a', 0, 50)).toBe(false);
  });

  test('a run that died is taken up when its lease has run out', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.slots.open('j', 100);
    await storage.slots.claim('j', 100, 'dead', 0, 50);
    expect(await storage.slots.claim('j', 100, 'heir', 49, 50)).toBe(false);
    expect(await storage.slots.pending(50)).toMatchObject([{ state: 'running', attempts: 1 }]);
    expect(await storage.slots.claim('j', 100, 'heir', 50, 50)).toBe(true);
    expect((await storage.slots.latest())[0]?.attempts).toBe(2);
  });

  test.each(['done', 'missed', 'failed'] as const)('a slot that is %s is not run again', async (state) => {
    await using storage = await openTestStorage(dialect);
    await storage.slots.open('j', 100);
    await storage.slots.claim('j', 100, 'a', 0, 50);
    await storage.slots.finish('j', 100, state, 30, '2 tin');
    expect(await storage.slots.pending(1000)).toEqual([]);
    expect(await storage.slots.claim('j', 100, 'b', 1000, 50)).toBe(false);
    expect(await storage.slots.open('j', 100)).toBe(false);
    expect(await storage.slots.latest()).toEqual([
      { job: 'j', at: 100, state, attempts: 1, finishedAt: 30, outcome: '2 tin' },
    ]);
  });

  test('slots come oldest first, the latest of each job and the one before are known', async () => {
    await using storage = await openTestStorage(dialect);
    for (const at of [300, 100, 200]) await storage.slots.open('j', at);
    await storage.slots.open('k', 50);
    expect((await storage.slots.pending(0)).map(({ at }) => at)).toEqual([50, 100, 200, 300]);
    expect((await storage.slots.latest()).map(({ job, at }) => [job, at])).toEqual([
      ['j', 300],
      ['k', 50],
    ]);
    expect((await storage.slots.previous('j', 300))?.at).toBe(200);
    expect(await storage.slots.previous('j', 100)).toBeNull();
  });
});
