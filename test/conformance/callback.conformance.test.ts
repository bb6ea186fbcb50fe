import { describe, expect, test } from 'vitest';
import { callbackId, outboxId, unitId } from '../../domain/ids.ts';
import { callback } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

describe.each(dialects())('callbacks on %s', (dialect) => {
  test('a button comes back as it was added', async () => {
    await using storage = await openTestStorage(dialect);
    const ask = callback('b', {
      action: { kind: 'ask', command: 'diem', argument: 'Bằng Mạc', unitId: unitId('vn/x'), year: 2023 },
      allowed: null,
      outboxId: outboxId('o'),
    });
    await storage.callbacks.add([callback('a'), ask]);
    await storage.callbacks.add([]);
    expect(await storage.callbacks.find(callbackId('a'))).toEqual(callback('a'));
    expect(await storage.callbacks.find(callbackId('b'))).toEqual(ask);
    expect(await storage.callbacks.find(callbackId('forged'))).toBeNull();
  });

  test('of two presses at once one counts', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.callbacks.add([callback('a')]);
    const used = await Promise.all([
      storage.callbacks.use(callbackId('a'), 5),
      storage.callbacks.use(callbackId('a'), 6),
    ]);
    expect(used.toSorted()).toEqual([false, true]);
    expect((await storage.callbacks.find(callbackId('a')))?.usedAt).not.toBeNull();
    expect(await storage.callbacks.use(callbackId('forged'), 7)).toBe(false);
  });

  test('a press that is rolled back can be made again', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.callbacks.add([callback('a')]);
    const work = storage.transaction(async (stores) => {
      await stores.callbacks.use(callbackId('a'), 5);
      throw new Error('killed');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await storage.callbacks.use(callbackId('a'), 6)).toBe(true);
  });

  test('the posted message is attached to its buttons alone', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.callbacks.add([callback('a'), callback('b'), callback('c')]);
    await storage.callbacks.attach([callbackId('a'), callbackId('b')], 77);
    await storage.callbacks.attach([], 78);
    const found = await Promise.all(['a', 'b', 'c'].map((id) => storage.callbacks.find(callbackId(id))));
    expect(found.map((row) => row?.messageId)).toEqual([77, 77, null]);
  });

  test('what expired before the instant is pruned', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.callbacks.add([callback('a', { expiresAt: 10 }), callback('b', { expiresAt: 20 })]);
    expect(await storage.callbacks.prune(20)).toBe(1);
    expect(await storage.callbacks.find(callbackId('a'))).toBeNull();
  });
});
