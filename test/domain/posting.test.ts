import { describe, expect, it } from 'vitest';
import { callbackId, chatId, personId, taskEventId, taskId } from '../../domain/ids.ts';
import { plainText, type Reply } from '../../domain/message.ts';
import { type Draft, post, prepareContents } from '../../domain/posting.ts';
import { openTestStorage } from '../support/open-test-storage.ts';

const CHAT = chatId(-1_001);
const BUTTONS: Reply['buttons'] = [
  [{ text: 'Hoàn tác', action: { kind: 'undo', eventId: taskEventId('e1') }, allowed: personId(5) }],
];
const SHORT: Reply = { lines: [['Đã ghi nhận NV-34.']], buttons: BUTTONS };
const LONG: Reply = {
  lines: Array.from({ length: 9 }, (_, index) => [`${index}`.repeat(1_000)]),
  buttons: BUTTONS,
};

const draft = (overrides: Partial<Draft> = {}): Draft => ({
  dedupeKey: 'report:e1',
  chatId: CHAT,
  threadId: 4,
  reply: SHORT,
  buttonsExpireAt: 9_000,
  ...overrides,
});

const environment = (prefix = 'id') => {
  let last = 0;
  const newId = () => {
    last += 1;
    return `${prefix}${last}`;
  };
  return { realNow: 1_000, newId };
};

describe('post', () => {
  it('writes the message and its buttons', async () => {
    await using storage = await openTestStorage();
    const about = [{ taskId: taskId('t1'), occurrenceId: null }];
    expect(await post(storage, draft({ replyTo: 8, about }), environment())).toBe(true);
    const stored = await storage.outbox.findByKey('report:e1');
    expect(stored).toMatchObject({ chatId: CHAT, threadId: 4, state: 'pending', createdAt: 1_000, about });
    expect(stored?.content).toMatchObject({ kind: 'send', messageId: 8, buttons: [[{ text: 'Hoàn tác' }]] });
    const id = stored?.content.buttons[0]?.[0]?.callbackId ?? callbackId('');
    expect(await storage.callbacks.find(id)).toMatchObject({
      chatId: CHAT,
      outboxId: stored?.id,
      messageId: null,
      allowed: 5,
      expiresAt: 9_000,
      usedAt: null,
    });
  });

  it('does nothing the second time, and leaves no button behind', async () => {
    await using storage = await openTestStorage();
    await post(storage, draft(), environment());
    expect(await post(storage, draft(), environment('other'))).toBe(false);
    for (let index = 1; index < 5; index += 1)
      expect(await storage.callbacks.find(callbackId(`other${index}`))).toBeNull();
    expect((await storage.outbox.counts()).waiting).toBe(1);
  });

  it('gives every part its own key; the first answers, the last carries the buttons', async () => {
    await using storage = await openTestStorage();
    await post(storage, draft({ reply: LONG, replyTo: 8 }), environment());
    const parts = await Promise.all(
      ['report:e1', 'report:e1#2', 'report:e1#3'].map((key) => storage.outbox.findByKey(key)),
    );
    expect(parts.map((part) => part?.content.messageId)).toEqual([8, null, null]);
    expect(parts.map((part) => part?.content.buttons.length)).toEqual([0, 0, 1]);
    expect(await storage.outbox.findByKey('report:e1#4')).toBeNull();
    expect(parts.flatMap((part) => part?.content.lines ?? [])).toEqual(LONG.lines);
  });

  it('replaces a message by its first part and sends what does not fit', async () => {
    await using storage = await openTestStorage();
    await post(storage, draft({ reply: LONG, edits: 77 }), environment());
    const first = await storage.outbox.findByKey('report:e1');
    const second = await storage.outbox.findByKey('report:e1#2');
    expect([first?.content.kind, first?.content.messageId]).toEqual(['edit', 77]);
    expect([second?.content.kind, second?.content.messageId]).toEqual(['send', null]);
  });

  it('posts something even when nothing of the reply can be seen', async () => {
    await using storage = await openTestStorage();
    await post(storage, draft({ reply: { lines: [['\u0000'], ['  ']], buttons: [] } }), environment());
    expect(plainText((await storage.outbox.findByKey('report:e1'))?.content.lines ?? [])).toBe('…');
  });

  it('is undone with its transaction', async () => {
    await using storage = await openTestStorage();
    const failing = storage.transaction(async (stores) => {
      await post(stores, draft(), environment());
      throw new Error('later work fails');
    });
    await expect(failing).rejects.toThrow('later work fails');
    expect(await storage.outbox.findByKey('report:e1')).toBeNull();
    expect(await storage.callbacks.find(callbackId('id2'))).toBeNull();
  });
});

describe('prepareContents', () => {
  it('stores buttons that no outbox message carries', async () => {
    await using storage = await openTestStorage();
    const [content] = await prepareContents(storage.callbacks, draft(), environment());
    const id = content?.buttons[0]?.[0]?.callbackId ?? callbackId('');
    expect(await storage.callbacks.find(id)).toMatchObject({ outboxId: null, chatId: CHAT });
  });

  it('shortens a button that is too long and disarms what it says', async () => {
    await using storage = await openTestStorage();
    const text = `@can_bo ${'ệ'.repeat(100)}`;
    const reply: Reply = {
      lines: [['Chọn']],
      buttons: [[{ text, action: { kind: 'undo', eventId: taskEventId('e') }, allowed: null }]],
    };
    const [content] = await prepareContents(storage.callbacks, draft({ reply }), environment());
    const shown = content?.buttons[0]?.[0]?.text ?? '';
    expect(Array.from(shown)).toHaveLength(64);
    expect(shown.startsWith('@\u200Bcan_bo ệ')).toBe(true);
  });
});
