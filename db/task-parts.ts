import type { Kysely, Selectable } from 'kysely';
import type { Occurrence, Task, TaskWithOccurrences } from '../domain/task.ts';
import type { Schema } from './schema.ts';
import { batches } from './session.ts';
import { fromOccurrenceRow, fromTaskRow } from './task-row.ts';

type TaskRow = Selectable<Schema['tasks']>;

/** The tasks of these ids, by id. Whoever asks has applied the scope. */
export async function readTasks(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Task>> {
  const rows: TaskRow[] = [];
  for (const batch of batches(ids)) {
    rows.push(...(await db.selectFrom('tasks').selectAll().where('id', 'in', batch).execute()));
  }
  const criteria = await readCriteria(db, ids);
  return new Map(rows.map((row) => [row.id, fromTaskRow(row, criteria.get(row.id) ?? [])]));
}

export async function withOccurrences(
  db: Kysely<Schema>,
  rows: readonly TaskRow[],
): Promise<readonly TaskWithOccurrences[]> {
  const ids = rows.map(({ id }) => id);
  const criteria = await readCriteria(db, ids);
  const occurrences = await readOccurrences(db, ids);
  return rows.map((row) => ({
    ...fromTaskRow(row, criteria.get(row.id) ?? []),
    occurrences: occurrences.get(row.id) ?? [],
  }));
}

async function readCriteria(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Task['criteria']>> {
  const criteria = new Map<string, Task['criteria'][number][]>();
  for (const batch of batches(ids)) {
    const rows = await db
      .selectFrom('task_criteria')
      .selectAll()
      .where('task_id', 'in', batch)
      .orderBy('task_id')
      .orderBy('position')
      .execute();
    for (const { task_id, section, code } of rows) push(criteria, task_id, { section, code });
  }
  return criteria;
}

/** By due date, undated ones last. */
async function readOccurrences(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Occurrence[]>> {
  const occurrences = new Map<string, Occurrence[]>();
  for (const batch of batches(ids)) {
    const rows = await db
      .selectFrom('occurrences')
      .selectAll()
      .where('task_id', 'in', batch)
      .orderBy('due_on', (order) => order.asc().nullsLast())
      .orderBy('id')
      .execute();
    for (const row of rows) push(occurrences, row.task_id, fromOccurrenceRow(row));
  }
  return occurrences;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
