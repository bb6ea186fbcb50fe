import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../db/documents/load.ts';
import { bacSon, bangMac, tinhBien, trieuAn, xaChuaNeuTen } from '../../db/documents/units.ts';
import { chatId, personId, taskEventId } from '../../domain/ids.ts';
import { EVERYTHING } from '../../domain/scope.ts';
import type { Storage } from '../../domain/storage.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

const taskOf = async (storage: Storage, number: number) => {
  const task = await storage.tasks.find(EVERYTHING, trieuAn.id, number);
  if (task === null) throw new Error(`NV-${number} is not held`);
  return task;
};

describe.each(dialects())('the five documents in %s', (dialect) => {
  it('are all there', async () => {
    await using storage = await openTestStorage(dialect);
    const loaded = await loadDocuments(storage, { sample: false });
    expect(loaded).toEqual({
      documents: 5,
      units: 11,
      scorecards: 3,
      criteria: 17 + 12 + 92,
      indicators: 5,
      tasks: 12 + 39 + 14 + 27,
      occurrences: 13 + 17 + 15 + 24,
      dossiers: 0,
    });
    const held = await Promise.all(
      [bangMac, trieuAn, tinhBien, bacSon].map(({ id }) => storage.tasks.list(EVERYTHING, { unitId: id })),
    );
    expect(held.map((tasks) => tasks.length)).toEqual([12, 39, 14, 27]);
  });

  it('come back from the database as they were written', async () => {
    await using storage = await openTestStorage(dialect);
    await loadDocuments(storage, { sample: false });
    const card = await storage.evaluations.find(EVERYTHING, xaChuaNeuTen.id);
    expect(card?.evaluation).toMatchObject({ year: 2024, achieved: 84_430 });
    expect(card?.criteria).toHaveLength(92);
    expect(await storage.indicators.list(EVERYTHING, bacSon.id)).toHaveLength(5);
    const lineage = await storage.units.lineage(bangMac.id);
    expect(lineage.map(({ name }) => name)).toEqual(['Bằng Mạc', 'Chi Lăng', 'Lạng Sơn', 'Nội vụ']);
  });

  it('plan the due dates of their tasks', async () => {
    await using storage = await openTestStorage(dialect);
    await loadDocuments(storage, { sample: false });
    const due = await storage.tasks.due(EVERYTHING, bacSon.id, '2023-01-01', '2023-12-31');
    expect(due.map(({ task, occurrence }) => [task.number, occurrence.dueOn])).toEqual([[3, '2023-10-27']]);
    expect((await taskOf(storage, 12)).occurrences).toEqual([]);
    expect((await taskOf(storage, 18)).occurrences.map(({ label }) => label)).toEqual(['Quý II', 'Quý IV']);
  });

  it('loaded again add nothing and keep what was reported', async () => {
    await using storage = await openTestStorage(dialect);
    const first = await loadDocuments(storage, { sample: true });
    const task = await taskOf(storage, 34);
    const [occurrence] = task.occurrences;
    if (occurrence === undefined) throw new Error('NV-34 has no date');
    await storage.tasks.append({
      id: taskEventId('event-1'),
      taskId: task.id,
      occurrenceId: occurrence.id,
      kind: 'report',
      from: 'todo',
      to: 'reported',
      percent: null,
      dueOn: null,
      note: null,
      undoes: null,
      source: { personId: personId(7), personName: 'Cán bộ A', chatId: chatId(-100), messageId: 1 },
      at: 1_700_000_000_000,
    });
    expect(await loadDocuments(storage, { sample: true })).toEqual(first);
    const [again] = (await taskOf(storage, 34)).occurrences;
    expect(again).toEqual({ ...occurrence, state: 'reported' });
    expect(await storage.tasks.list(EVERYTHING, { unitId: trieuAn.id })).toHaveLength(39);
  });

  it('hold sample dossiers only when asked for, and the database says so', async () => {
    await using storage = await openTestStorage(dialect);
    await loadDocuments(storage, { sample: false });
    expect(await storage.facts.get('holds_sample')).toBeNull();
    expect(await storage.dossiers.list(EVERYTHING, bacSon.id)).toEqual([]);

    await loadDocuments(storage, { sample: true });
    expect(await storage.facts.get('holds_sample')).toBe('1');
    expect(await storage.dossiers.overdue(EVERYTHING, bacSon.id, '2023-10-24')).toHaveLength(86);
  });

  it('bring the days off that they were planned by', async () => {
    await using storage = await openTestStorage(dialect);
    await loadDocuments(storage, { sample: false });
    const days = await storage.calendar.list();
    expect(days.map(({ date }) => date)).toContain('2023-09-04');
  });
});
