import { describe, expect, test } from 'vitest';
import { chatId, occurrenceId, taskEventId, taskId } from '../../domain/ids.ts';
import { EVERYTHING, NO_SCOPE, type Scope, unitScope } from '../../domain/scope.ts';
import type { Storage } from '../../domain/storage.ts';
import type { TaskState } from '../../domain/task.ts';
import { occurrence, PLACES, savePlaces, task, taskEvent } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

async function openWithTask(dialect: Parameters<typeof openTestStorage>[0]) {
  const storage = await openTestStorage(dialect);
  await savePlaces(storage);
  await storage.tasks.save([task()]);
  return storage;
}

const stateOf = async (storage: Storage) =>
  (await storage.tasks.findById(EVERYTHING, task().id))?.occurrences[0]?.state;

const numbered = (number: number, dueOn: string | null, state: TaskState = 'todo') =>
  task({
    id: taskId(`t${number}`),
    number,
    occurrences: [occurrence({ id: occurrenceId(`o${number}`), taskId: taskId(`t${number}`), dueOn, state })],
  });

describe.each(dialects())('tasks on %s', (dialect) => {
  test('a task comes back as it was saved, its occurrences by date, undated ones last', async () => {
    await using storage = await openWithTask(dialect);
    const saved = task({
      criteria: [
        { section: 'main', code: '7.2' },
        { section: 'bonus', code: '1.1' },
      ],
      occurrences: [
        occurrence({ id: occurrenceId('b'), dueOn: '2024-11-14', label: '15/11/2024' }),
        occurrence({ id: occurrenceId('c'), dueOn: null, kind: 'undated' }),
        occurrence({ state: 'in_progress', percent: 40 }),
      ],
    });
    await storage.tasks.save([task({ ...saved, occurrences: [] })]);
    const other = task({ ...saved, id: taskId('other'), number: 13, occurrences: [] });
    await storage.tasks.save([other]);
    expect(await storage.tasks.find(EVERYTHING, PLACES.commune, 13)).toEqual(other);
    await storage.tasks.save([saved]);
    const found = await storage.tasks.findById(EVERYTHING, saved.id);
    expect(found?.criteria).toEqual(saved.criteria);
    expect(found?.occurrences.map(({ dueOn }) => dueOn)).toEqual(['2024-06-14', '2024-11-14', null]);
  });

  test('saving again refreshes the wording and never touches states or events', async () => {
    await using storage = await openWithTask(dialect);
    await storage.tasks.append(taskEvent());
    const reworded = occurrence({ label: 'Đợt 1', dueOn: '2024-06-13', state: 'todo' });
    await storage.tasks.save([task({ title: 'Số hóa toàn bộ hồ sơ', number: 99, occurrences: [reworded] })]);
    const found = await storage.tasks.find(EVERYTHING, PLACES.commune, 12);
    expect(found).toMatchObject({ title: 'Số hóa toàn bộ hồ sơ', number: 12 });
    expect(found?.occurrences).toEqual([{ ...reworded, state: 'reported' }]);
    expect(await storage.tasks.events(EVERYTHING, task().id)).toEqual([taskEvent()]);
  });

  test('a number belongs to one task of the unit', async () => {
    await using storage = await openWithTask(dialect);
    await expect(storage.tasks.save([task({ id: taskId('thief'), occurrences: [] })])).rejects.toThrow();
    expect(await storage.tasks.list(EVERYTHING, { unitId: PLACES.commune })).toEqual([task()]);
  });

  test('a list is of one unit, by number, and can be narrowed to what is open or due', async () => {
    await using storage = await openWithTask(dialect);
    await storage.tasks.save([
      numbered(3, '2024-03-31', 'reported'),
      numbered(2, '2024-07-01', 'blocked'),
      numbered(1, null, 'extension'),
      numbered(4, '2024-06-14', 'done'),
    ]);
    const numbers = async (filter: { open?: boolean; due?: { from: string; to: string } }) =>
      (await storage.tasks.list(EVERYTHING, { unitId: PLACES.commune, ...filter })).map(
        ({ number }) => number,
      );
    expect(await numbers({})).toEqual([1, 2, 3, 4, 12]);
    expect(await numbers({ open: true })).toEqual([1, 2, 12]);
    expect(await numbers({ due: { from: '2024-01-01', to: '2024-06-14' } })).toEqual([12]);
    expect(await numbers({ open: true, due: { from: '2024-06-14', to: '2024-07-01' } })).toEqual([2, 12]);
    expect(await storage.tasks.list(EVERYTHING, { unitId: PLACES.district })).toEqual([]);
  });

  test('what is due is open, dated, within the closed range, by date', async () => {
    await using storage = await openWithTask(dialect);
    await storage.tasks.save([
      numbered(1, '2024-06-15'),
      numbered(2, '2024-06-13', 'in_progress'),
      numbered(3, '2024-06-14', 'reported'),
      numbered(4, null),
      numbered(5, '2024-06-16'),
    ]);
    const due = await storage.tasks.due(EVERYTHING, PLACES.commune, '2024-06-13', '2024-06-15');
    expect(due.map((item) => item.task.number)).toEqual([2, 12, 1]);
    const { occurrences, ...itself } = task();
    expect(due[1]).toEqual({ task: itself, occurrence: occurrences[0] });
  });

  test.each<{ scope: Scope; sees: boolean; who: string }>([
    { scope: EVERYTHING, sees: true, who: 'an administrator' },
    { scope: unitScope(PLACES.commune), sees: true, who: 'the unit itself' },
    { scope: unitScope(PLACES.province), sees: true, who: 'a unit above' },
    { scope: unitScope(PLACES.siblingCommune), sees: false, who: 'a sibling' },
    { scope: unitScope(PLACES.sibling), sees: false, who: 'a sibling of the unit above' },
    { scope: unitScope(PLACES.elsewhere), sees: false, who: 'a stranger unit' },
    { scope: NO_SCOPE, sees: false, who: 'an unbound group' },
  ])('$who sees the unit’s tasks and events: $sees', async ({ scope, sees }) => {
    await using storage = await openWithTask(dialect);
    await storage.tasks.append(taskEvent({ from: 'todo', to: 'in_progress' }));
    const { tasks } = storage;
    const seen = [
      (await tasks.list(scope, { unitId: PLACES.commune })).length > 0,
      (await tasks.list(scope, { unitId: PLACES.commune, open: true })).length > 0,
      (await tasks.find(scope, PLACES.commune, 12)) !== null,
      (await tasks.findById(scope, task().id)) !== null,
      (await tasks.due(scope, PLACES.commune, '2024-01-01', '2024-12-31')).length > 0,
      (await tasks.event(scope, taskEvent().id)) !== null,
      (await tasks.events(scope, task().id)).length > 0,
    ];
    expect(new Set(seen)).toEqual(new Set([sees]));
  });

  test('a check-in is added once and keeps what was reported of it', async () => {
    await using storage = await openWithTask(dialect);
    const checkIn = occurrence({
      id: occurrenceId('q1'),
      kind: 'check_in',
      label: 'Quý I',
      dueOn: '2024-03-31',
    });
    await storage.tasks.addOccurrence(checkIn);
    await storage.tasks.append(taskEvent({ occurrenceId: checkIn.id }));
    await storage.tasks.addOccurrence(checkIn);
    const found = await storage.tasks.findById(EVERYTHING, task().id);
    expect(found?.occurrences[0]).toEqual({ ...checkIn, state: 'reported' });
  });

  test('an event moves its occurrence and is kept', async () => {
    await using storage = await openWithTask(dialect);
    const half = taskEvent({ to: 'in_progress', percent: 50, note: 'đang số hóa', at: 5 });
    expect(await storage.tasks.append(half)).toBe(true);
    const done = taskEvent({
      id: taskEventId('e2'),
      from: 'in_progress',
      source: { ...half.source, messageId: 2 },
    });
    expect((await storage.tasks.findById(EVERYTHING, task().id))?.occurrences[0]).toMatchObject({
      state: 'in_progress',
      percent: 50,
    });
    expect(await storage.tasks.append(done)).toBe(true);
    expect((await storage.tasks.findById(EVERYTHING, task().id))?.occurrences[0]).toMatchObject({
      state: 'reported',
      percent: null,
    });
    expect(await storage.tasks.events(EVERYTHING, task().id)).toEqual([half, done]);
    expect(await storage.tasks.event(EVERYTHING, done.id)).toEqual(done);
  });

  test('an event from another state than the present one writes nothing', async () => {
    await using storage = await openWithTask(dialect);
    expect(await storage.tasks.append(taskEvent({ from: 'blocked' }))).toBe(false);
    expect(await storage.tasks.append(taskEvent({ occurrenceId: occurrenceId('none') }))).toBe(false);
    expect(await storage.tasks.append(taskEvent({ taskId: taskId('other') }))).toBe(false);
    expect(await storage.tasks.events(EVERYTHING, task().id)).toEqual([]);
    expect(await stateOf(storage)).toBe('todo');
  });

  test('a message reports an occurrence once, also when the first report left the state as it was', async () => {
    await using storage = await openWithTask(dialect);
    const again = taskEvent({ id: taskEventId('e2'), from: 'todo', to: 'todo' });
    expect(await storage.tasks.append(taskEvent({ to: 'todo' }))).toBe(true);
    expect(await storage.tasks.append(again)).toBe(false);
    const elsewhere = { ...again.source, chatId: chatId(-200) };
    expect(await storage.tasks.append({ ...again, source: elsewhere })).toBe(true);
  });

  test('of two reports at once one is recorded', async () => {
    await using storage = await openWithTask(dialect);
    const reports = Array.from({ length: 6 }, (_, index) =>
      taskEvent({ id: taskEventId(`e${index}`), source: { ...taskEvent().source, messageId: index } }),
    );
    const appended = await Promise.all(reports.map((report) => storage.tasks.append(report)));
    expect(appended.filter(Boolean)).toHaveLength(1);
    expect(await storage.tasks.events(EVERYTHING, task().id)).toHaveLength(1);
  });

  test('of two deliveries of one message at once one is recorded', async () => {
    await using storage = await openWithTask(dialect);
    const same = Array.from({ length: 6 }, (_, index) =>
      taskEvent({ id: taskEventId(`e${index}`), to: 'todo' }),
    );
    const appended = await Promise.all(
      same.map((event) => storage.transaction((stores) => stores.tasks.append(event))),
    );
    expect(appended.filter(Boolean)).toHaveLength(1);
  });

  test('a report is taken back once', async () => {
    await using storage = await openWithTask(dialect);
    await storage.tasks.append(taskEvent());
    const undo = taskEvent({
      id: taskEventId('u1'),
      kind: 'undo',
      from: 'reported',
      to: 'todo',
      undoes: taskEvent().id,
      source: { ...taskEvent().source, messageId: null },
    });
    expect(await storage.tasks.append(undo)).toBe(true);
    expect(await stateOf(storage)).toBe('todo');
    await storage.tasks.append(
      taskEvent({ id: taskEventId('e2'), source: { ...undo.source, messageId: 8 } }),
    );
    expect(await storage.tasks.append({ ...undo, id: taskEventId('u2') })).toBe(false);
    expect(await stateOf(storage)).toBe('reported');
  });

  test('a transaction that fails takes the event back with the state', async () => {
    await using storage = await openWithTask(dialect);
    const work = storage.transaction(async (stores) => {
      await stores.tasks.append(taskEvent());
      throw new Error('killed before the commit');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await stateOf(storage)).toBe('todo');
    expect(await storage.tasks.append(taskEvent())).toBe(true);
  });

  test('notes and names are kept in NFC and without NUL', async () => {
    await using storage = await openWithTask(dialect);
    const source = { ...taskEvent().source, personName: 'Nguyễn\0'.normalize('NFD') };
    await storage.tasks.append(taskEvent({ note: 'vướng\0 mắc'.normalize('NFD'), source }));
    const [event] = await storage.tasks.events(EVERYTHING, task().id);
    expect([event?.note, event?.source.personName]).toEqual(['vướng mắc', 'Nguyễn']);
  });
});
