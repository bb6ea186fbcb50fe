import { describe, expect, test } from 'vitest';
import { callbackId, chatId, outboxId } from '../../domain/ids.ts';
import { EVERYTHING } from '../../domain/scope.ts';
import {
  callback,
  group,
  inboxUpdate,
  outboxMessage,
  PLACES,
  savePlaces,
  task,
  taskEvent,
} from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

const from = chatId(-100);
const to = chatId(-1_001_234_567_890_123);

async function openWithPlaces(dialect: Parameters<typeof openTestStorage>[0]) {
  const storage = await openTestStorage(dialect);
  await savePlaces(storage);
  return storage;
}

describe.each(dialects())('groups on %s', (dialect) => {
  test('a group comes back as it was bound', async () => {
    await using storage = await openWithPlaces(dialect);
    const bound = group({ chatId: to, position: 'Tư pháp – Hộ tịch', threadId: 3 });
    await storage.groups.bind(bound);
    expect(await storage.groups.find(to)).toEqual(bound);
    expect(await storage.groups.find(from)).toBeNull();
  });

  test('binding again moves the group to its new unit', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.groups.bind(group());
    await storage.groups.bind(group({ unitId: PLACES.sibling }));
    expect(await storage.groups.ofUnit(PLACES.commune)).toEqual([]);
    expect(await storage.groups.ofUnit(PLACES.sibling)).toHaveLength(1);
  });

  test('a group belongs to its unit exactly, not to the units above', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.groups.bind(group());
    expect(await storage.groups.ofUnit(PLACES.district)).toEqual([]);
  });

  test('a paused group is kept and no longer active; binding again wakes it', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.groups.bind(group());
    await storage.groups.pause(from, 'forbidden');
    expect(await storage.groups.find(from)).toMatchObject({ state: 'paused', pauseReason: 'forbidden' });
    expect(await storage.groups.active()).toEqual([]);
    expect(await storage.groups.ofUnit(PLACES.commune)).toEqual([]);
    await storage.groups.bind(group({ state: 'paused', pauseReason: 'x' }));
    expect(await storage.groups.active()).toEqual([group()]);
  });

  test('migrating re-keys the group and all that still has to happen, also when told twice', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.groups.bind(group());
    await storage.inbox.add([inboxUpdate(1)]);
    await storage.outbox.add(outboxMessage('a'));
    await storage.callbacks.add([callback('c')]);
    await storage.told.replace(from, 'overdue', ['x'], '2023-10-24');
    for (const _ of ['once', 'again']) {
      await storage.groups.migrate(from, to);
      expect(await storage.groups.find(from)).toBeNull();
      expect(await storage.groups.find(to)).toEqual(group({ chatId: to }));
      expect((await storage.inbox.pending(1, []))[0]?.chatId).toBe(to);
      expect((await storage.outbox.findByKey('key:a'))?.chatId).toBe(to);
      expect((await storage.callbacks.find(callbackId('c')))?.chatId).toBe(to);
      expect(await storage.told.list(to, 'overdue')).toHaveLength(1);
      expect(await storage.told.list(from, 'overdue')).toEqual([]);
    }
  });

  test('when both ids are bound the new one stays as it is, and what it was told of is kept', async () => {
    await using storage = await openWithPlaces(dialect);
    const now = group({ chatId: to, title: 'Nhóm mới', unitId: PLACES.sibling });
    await storage.groups.bind(group());
    await storage.groups.bind(now);
    await storage.told.replace(from, 'overdue', ['x', 'y'], '2023-10-01');
    await storage.told.replace(to, 'overdue', ['y'], '2023-10-24');
    await storage.groups.migrate(from, to);
    expect(await storage.groups.active()).toEqual([now]);
    const told = await storage.told.list(to, 'overdue');
    expect(told.map(({ object, firstToldOn }) => [object, firstToldOn])).toEqual([
      ['x', '2023-10-01'],
      ['y', '2023-10-24'],
    ]);
  });

  test('a message that is being sent while its group migrates is settled by its id', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.outbox.add(outboxMessage('a'));
    await storage.outbox.claim('w', 0, 1000, 1);
    await storage.transaction(async (stores) => {
      await stores.groups.migrate(from, to);
      await stores.outbox.settle(outboxId('a'), 'w', { kind: 'retry', notBefore: 0, reason: 'migrated' });
    });
    const [again] = await storage.outbox.claim('w', 1, 1000, 1);
    expect(again).toMatchObject({ id: 'a', chatId: to });
  });

  test('a waiting message keeps its place and loses what it answered in the old chat', async () => {
    await using storage = await openWithPlaces(dialect);
    const content = { kind: 'edit', lines: [['x']], buttons: [], messageId: 9 } as const;
    await storage.outbox.add(outboxMessage('a', { content }));
    await storage.outbox.add(outboxMessage('b', { chatId: to }));
    await storage.groups.migrate(from, to);
    const [first] = await storage.outbox.claim('w', 0, 1000, 5);
    expect(first).toMatchObject({ id: 'a', content: { ...content, kind: 'send', messageId: null } });
  });

  test('what was posted or reported stays under the old id: the new chat counts its messages anew', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.tasks.save([task()]);
    await storage.outbox.add(outboxMessage('a'));
    await storage.outbox.claim('w', 0, 1000, 1);
    await storage.outbox.settle(outboxId('a'), 'w', { kind: 'sent', messageId: 1 });
    await storage.tasks.append(taskEvent());
    await storage.groups.migrate(from, to);
    expect(await storage.outbox.posted(to, 1)).toBeNull();
    expect((await storage.outbox.posted(from, 1))?.id).toBe('a');
    const [event] = await storage.tasks.events(EVERYTHING, task().id);
    expect(event?.source.chatId).toBe(from);
  });

  test('migrating a group to itself changes nothing', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.groups.bind(group());
    await storage.groups.migrate(from, from);
    expect(await storage.groups.find(from)).toEqual(group());
  });
});
