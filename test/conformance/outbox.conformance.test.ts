import { describe, expect, test } from 'vitest';
import { chatId, occurrenceId, outboxId, taskId } from '../../domain/ids.ts';
import type { OutboxStore } from '../../domain/outbox.ts';
import { group, outboxMessage, savePlaces } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

const LEASE = 1000;
const other = chatId(-200);

/** Ids that `owner` gets at that instant. */
async function claimed(outbox: OutboxStore, now = 0, owner = 'w', limit = 10): Promise<readonly string[]> {
  const messages = await outbox.claim(owner, now, LEASE, limit);
  return messages.map(({ id }) => id);
}

describe.each(dialects())('the outbox on %s', (dialect) => {
  test('a message comes back as it was added', async () => {
    await using storage = await openTestStorage(dialect);
    const message = outboxMessage('a', {
      threadId: 5,
      content: { kind: 'edit', lines: [['Nhiệm vụ ', { bold: 'NV-1' }]], buttons: [], messageId: 9 },
      about: [{ taskId: taskId('t'), occurrenceId: occurrenceId('o') }],
    });
    await storage.outbox.add(message);
    expect(await storage.outbox.findByKey('key:a')).toEqual({
      ...message,
      state: 'pending',
      attempts: 0,
      unknowns: 0,
      notBefore: 0,
      messageId: null,
      lastError: null,
    });
    expect(await storage.outbox.findByKey('key:b')).toBeNull();
  });

  test('a dedupe key is used once, for ever', async () => {
    await using storage = await openTestStorage(dialect);
    const twice = await Promise.all([
      storage.outbox.add(outboxMessage('a', { dedupeKey: 'k' })),
      storage.outbox.add(outboxMessage('b', { dedupeKey: 'k' })),
    ]);
    expect(twice.toSorted()).toEqual([false, true]);
    const [message] = await storage.outbox.claim('w', 0, LEASE, 10);
    await storage.outbox.settle(outboxId(message?.id ?? ''), 'w', { kind: 'sent', messageId: 1 });
    expect(await storage.outbox.add(outboxMessage('c', { dedupeKey: 'k' }))).toBe(false);
  });

  test('each chat gets its messages one after the other, in the order of creation, whatever the clock says', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a1', { createdAt: 900 }));
    await outbox.add(outboxMessage('b1', { chatId: other, createdAt: 500 }));
    await outbox.add(outboxMessage('a2', { createdAt: 100 }));
    expect(await claimed(outbox)).toEqual(['a1', 'b1']);
    expect(await claimed(outbox)).toEqual([]);
    await outbox.settle(outboxId('a1'), 'w', { kind: 'sent', messageId: 1 });
    expect(await claimed(outbox)).toEqual(['a2']);
  });

  test('at most so many are claimed as were asked for', async () => {
    await using storage = await openTestStorage(dialect);
    for (const chat of [-1, -2, -3]) {
      await storage.outbox.add(outboxMessage(`${chat}`, { chatId: chatId(chat) }));
    }
    expect(await claimed(storage.outbox, 0, 'w', 2)).toEqual(['-1', '-2']);
    expect(await claimed(storage.outbox, 0, 'w', 2)).toEqual(['-3']);
  });

  test('a claimed message is being sent, under a lease, and the attempt counts', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.outbox.add(outboxMessage('a'));
    const [message] = await storage.outbox.claim('w', 5, LEASE, 1);
    expect(message).toMatchObject({ state: 'sending', attempts: 1, unknowns: 0 });
    expect(await storage.outbox.nextDueAt()).toBe(5 + LEASE);
  });

  test('workers at once never get the same message, nor two of one chat', async () => {
    await using storage = await openTestStorage(dialect);
    for (let index = 0; index < 60; index += 1) {
      await storage.outbox.add(outboxMessage(`${index}`, { chatId: chatId(-(index % 20)) }));
    }
    const owners = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'];
    const claims = await Promise.all(owners.map((owner) => storage.outbox.claim(owner, 0, LEASE, 20)));
    const chats = claims.flat().map((message) => message.chatId);
    expect(new Set(chats).size).toBe(chats.length);
    const rest = await storage.outbox.claim('last', 0, LEASE, 60);
    expect(chats.length + rest.length).toBe(20);
  });

  test('several workers empty the queue: each message once, each chat in order, never more than asked for', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    for (let index = 0; index < 90; index += 1) {
      await outbox.add(outboxMessage(`${index}`, { chatId: chatId(-(index % 9) - 1) }));
    }
    const sent: number[] = [];
    const work = async (owner: string): Promise<void> => {
      for (let idle = 0; idle < 3; ) {
        const messages = await outbox.claim(owner, 0, LEASE, 2);
        expect(messages.length).toBeLessThanOrEqual(2);
        for (const { id } of messages) {
          sent.push(Number(id));
          await outbox.settle(id, owner, { kind: 'sent', messageId: Number(id) + 1 });
        }
        if (messages.length === 0) idle += 1;
      }
    };
    await Promise.all(['w1', 'w2', 'w3', 'w4'].map(work));
    await work('last');
    expect(sent.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, index) => index));
    for (let chat = 0; chat < 9; chat += 1) {
      const ofChat = sent.filter((index) => index % 9 === chat);
      expect(ofChat).toEqual(ofChat.toSorted((a, b) => a - b));
    }
  });

  test('what was not posted waits and goes before its followers', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a1'));
    await outbox.add(outboxMessage('a2'));
    await claimed(outbox);
    await outbox.settle(outboxId('a1'), 'w', { kind: 'retry', notBefore: 7000, reason: 'flood' });
    expect(await claimed(outbox, 6999)).toEqual([]);
    expect(await outbox.nextDueAt()).toBe(7000);
    const [again] = await outbox.claim('w', 7000, LEASE, 10);
    expect(again).toMatchObject({ id: 'a1', attempts: 2, unknowns: 0, lastError: 'flood' });
  });

  test('an unknown outcome is uncertain, counts, and is due again after its cool-down', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a'));
    await claimed(outbox);
    await outbox.settle(outboxId('a'), 'w', { kind: 'resend', notBefore: 50, reason: 'timeout' });
    expect(await outbox.counts()).toMatchObject({ waiting: 0, uncertain: 1 });
    const [again] = await outbox.claim('w', 50, LEASE, 10);
    expect(again).toMatchObject({ state: 'sending', attempts: 2, unknowns: 1 });
    await outbox.settle(outboxId('a'), 'w', { kind: 'retry', notBefore: 60, reason: 'flood' });
    expect(await outbox.findByKey('key:a')).toMatchObject({ state: 'pending', unknowns: 1 });
  });

  test('a message that is given up frees its chat', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a1'));
    await outbox.add(outboxMessage('a2'));
    await claimed(outbox);
    await outbox.settle(outboxId('a1'), 'w', { kind: 'bury', reason: 'invalid' });
    expect(await claimed(outbox)).toEqual(['a2']);
    expect(await outbox.counts()).toMatchObject({ buried: 1 });
  });

  test('only the owner of the lease settles, and only once', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a'));
    const sent = { kind: 'sent', messageId: 4 } as const;
    expect(await outbox.settle(outboxId('a'), 'w', sent)).toBe(false);
    await claimed(outbox);
    expect(await outbox.settle(outboxId('a'), 'stranger', sent)).toBe(false);
    expect(await outbox.settle(outboxId('a'), 'w', sent)).toBe(true);
    expect(await outbox.settle(outboxId('a'), 'w', { kind: 'bury', reason: 'late' })).toBe(false);
    expect(await outbox.findByKey('key:a')).toMatchObject({ state: 'sent', messageId: 4 });
  });

  test('a lease that ran out leaves the message uncertain, the second time it is buried', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a'));
    await claimed(outbox, 0);
    expect(await outbox.expireLeases(LEASE - 1, 300)).toEqual([]);
    expect((await outbox.expireLeases(LEASE, 300)).map(({ state }) => state)).toEqual(['uncertain']);
    expect(await outbox.findByKey('key:a')).toMatchObject({
      state: 'uncertain',
      unknowns: 1,
      notBefore: LEASE + 300,
    });
    expect(await outbox.settle(outboxId('a'), 'w', { kind: 'sent', messageId: 1 })).toBe(false);
    expect(await claimed(outbox, LEASE + 300)).toEqual(['a']);
    expect((await outbox.expireLeases(LEASE * 3, 300)).map(({ state }) => state)).toEqual(['buried']);
    expect(await outbox.findByKey('key:a')).toMatchObject({ state: 'buried', unknowns: 2 });
  });

  test('a message taken over under another lease is not settled by its first owner', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a'));
    await claimed(outbox, 0, 'slow');
    await outbox.expireLeases(LEASE, 0);
    await claimed(outbox, LEASE, 'quick');
    expect(await outbox.settle(outboxId('a'), 'slow', { kind: 'bury', reason: 'late' })).toBe(false);
    expect(await outbox.settle(outboxId('a'), 'quick', { kind: 'sent', messageId: 1 })).toBe(true);
  });

  test('a held chat waits with what is added later, the others go on', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.add(outboxMessage('a1'));
    await outbox.holdUntil(chatId(-100), 7000);
    await outbox.holdUntil(chatId(-100), 3000);
    await outbox.add(outboxMessage('a2'));
    await outbox.add(outboxMessage('b1', { chatId: other }));
    expect(await claimed(outbox, 6999)).toEqual(['b1']);
    await outbox.settle(outboxId('b1'), 'w', { kind: 'sent', messageId: 1 });
    expect(await outbox.nextDueAt()).toBe(7000);
    expect(await claimed(outbox, 7000)).toEqual(['a1']);
  });

  test('a hold on an empty queue holds what comes', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    await outbox.holdUntil(null, 100);
    await outbox.holdUntil(other, 200);
    expect(await outbox.nextDueAt()).toBeNull();
    await outbox.add(outboxMessage('a'));
    await outbox.add(outboxMessage('b', { chatId: other }));
    expect(await claimed(outbox, 99)).toEqual([]);
    expect(await outbox.nextDueAt()).toBe(100);
    expect(await claimed(outbox, 100)).toEqual(['a']);
    expect(await claimed(outbox, 200)).toEqual(['b']);
  });

  test('nothing is claimed for a paused group, and what waited is given up when it is bound again', async () => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    await storage.groups.bind(group());
    await storage.outbox.add(outboxMessage('a'));
    await storage.groups.pause(group().chatId, 'forbidden');
    expect(await claimed(storage.outbox)).toEqual([]);
    expect(await storage.outbox.nextDueAt()).toBeNull();
    await storage.groups.bind(group());
    await storage.outbox.add(outboxMessage('b'));
    expect(await claimed(storage.outbox)).toEqual(['b']);
    expect((await storage.outbox.findByKey('key:a'))?.state).toBe('buried');
  });

  test('a posted message is found by its chat and id, the newest when it was edited', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    for (const id of ['a', 'b']) {
      await outbox.add(outboxMessage(id));
      await claimed(outbox);
      await outbox.settle(outboxId(id), 'w', { kind: 'sent', messageId: 31 });
    }
    expect((await outbox.posted(chatId(-100), 31))?.id).toBe('b');
    expect(await outbox.posted(other, 31)).toBeNull();
  });

  test('the counts name the oldest that waits', async () => {
    await using storage = await openTestStorage(dialect);
    const { outbox } = storage;
    const empty = { waiting: 0, uncertain: 0, buried: 0, oldestWaitingAt: null };
    expect(await outbox.counts()).toEqual(empty);
    await outbox.add(outboxMessage('a', { createdAt: 30 }));
    await outbox.add(outboxMessage('b', { createdAt: 20 }));
    await claimed(outbox);
    expect(await outbox.counts()).toEqual({ ...empty, waiting: 2, oldestWaitingAt: 20 });
  });

  test('text is kept in NFC and without NUL, also in the key', async () => {
    await using storage = await openTestStorage(dialect);
    const content = {
      kind: 'send',
      lines: [['Bằng Mạc\0'.normalize('NFD')]],
      buttons: [],
      messageId: null,
    } as const;
    await storage.outbox.add(outboxMessage('a', { dedupeKey: 'hồ\0 sơ'.normalize('NFD'), content }));
    const stored = await storage.outbox.findByKey('hồ sơ');
    expect(stored?.content.lines).toEqual([['Bằng Mạc']]);
  });
});
