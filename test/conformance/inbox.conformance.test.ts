import { describe, expect, test } from 'vitest';
import { chatId } from '../../domain/ids.ts';
import { inboxUpdate } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

describe.each(dialects())('the inbox on %s', (dialect) => {
  test('an update is kept once, by its id and by its message', async () => {
    await using storage = await openTestStorage(dialect);
    const { inbox } = storage;
    expect(await inbox.add([inboxUpdate(1), inboxUpdate(2)])).toBe(2);
    expect(await inbox.add([inboxUpdate(2, { messageKey: 'another' }), inboxUpdate(3)])).toBe(1);
    expect(await inbox.add([inboxUpdate(4, { messageKey: 'message:-100:1' })])).toBe(0);
    expect(await inbox.add([inboxUpdate(5), inboxUpdate(5)])).toBe(1);
    expect(await inbox.add([])).toBe(0);
    expect((await inbox.pending(10, [])).map(({ updateId }) => updateId)).toEqual([1, 2, 3, 5]);
  });

  test('the same updates from two pollers at once are kept once', async () => {
    await using storage = await openTestStorage(dialect);
    const batch = Array.from({ length: 250 }, (_, index) => inboxUpdate(index + 1));
    const added = await Promise.all([storage.inbox.add(batch), storage.inbox.add(batch)]);
    expect(added[0] + added[1]).toBe(250);
  });

  test('what is pending comes in the order of arrival, also when ids restart', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.inbox.add([inboxUpdate(900_000_000), inboxUpdate(900_000_001)]);
    await storage.inbox.add([inboxUpdate(5)]);
    const pending = await storage.inbox.pending(2, []);
    expect(pending.map(({ updateId }) => updateId)).toEqual([900_000_000, 900_000_001]);
    expect(pending[0]).toEqual({ ...inboxUpdate(900_000_000), attempts: 0 });
  });

  test('chats that are being worked on are left out', async () => {
    await using storage = await openTestStorage(dialect);
    const [one, other] = [chatId(-1_009_007_199_254_740), chatId(9_007_199_254_740_991)];
    await storage.inbox.add([inboxUpdate(1, { chatId: one }), inboxUpdate(2, { chatId: other })]);
    expect((await storage.inbox.pending(10, [one])).map((update) => update.chatId)).toEqual([other]);
  });

  test('an update is handled once', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.inbox.add([inboxUpdate(1)]);
    const handled = await Promise.all([storage.inbox.handle(1, 10), storage.inbox.handle(1, 11)]);
    expect(handled.filter((chat) => chat !== null)).toHaveLength(1);
    expect(await storage.inbox.handle(2, 12)).toBeNull();
    expect(await storage.inbox.pending(10, [])).toEqual([]);
    expect(await storage.inbox.add([inboxUpdate(1)])).toBe(0);
  });

  test('a transaction that fails leaves its update pending', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.inbox.add([inboxUpdate(1)]);
    const work = storage.transaction(async (stores) => {
      await stores.inbox.handle(1, 10);
      throw new Error('killed before the commit');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await storage.inbox.pending(10, [])).toHaveLength(1);
  });

  test('an update that keeps failing is given up and counted', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.inbox.add([inboxUpdate(1), inboxUpdate(2)]);
    expect(await storage.inbox.fail(1, 'TypeError', 2)).toBe(false);
    expect((await storage.inbox.pending(1, []))[0]?.attempts).toBe(1);
    expect(await storage.inbox.fail(1, 'TypeError', 2)).toBe(true);
    expect(await storage.inbox.fail(1, 'TypeError', 2)).toBe(false);
    expect(await storage.inbox.handle(1, 10)).toBeNull();
    expect(await storage.inbox.counts()).toEqual({
      pending: 1,
      failed: 1,
      oldestPendingAt: inboxUpdate(2).receivedAt,
    });
  });

  test('an empty inbox counts nothing', async () => {
    await using storage = await openTestStorage(dialect);
    expect(await storage.inbox.counts()).toEqual({ pending: 0, failed: 0, oldestPendingAt: null });
  });

  test('only what was handled before the instant is pruned', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.inbox.add([inboxUpdate(1), inboxUpdate(2), inboxUpdate(3)]);
    await storage.inbox.handle(1, 10);
    await storage.inbox.handle(2, 20);
    expect(await storage.inbox.prune(20)).toBe(1);
    expect(await storage.inbox.add([inboxUpdate(1), inboxUpdate(2), inboxUpdate(3)])).toBe(1);
  });

  test('a body comes back as it was sent, decomposed accents and all, but for NUL', async () => {
    await using storage = await openTestStorage(dialect);
    const body = JSON.stringify({ text: 'Đã xong nhiệm vụ'.normalize('NFD') });
    await storage.inbox.add([inboxUpdate(1, { body }), inboxUpdate(2, { body: 'a\0b', messageKey: 'x\0y' })]);
    const pending = await storage.inbox.pending(10, []);
    expect(pending.map((update) => update.body)).toEqual([body, 'ab']);
    expect(await storage.inbox.add([inboxUpdate(3, { messageKey: 'xy' })])).toBe(0);
  });
});
