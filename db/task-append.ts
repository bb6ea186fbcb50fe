import type { Kysely } from 'kysely';
import type { TaskEvent } from '../domain/task.ts';
import type { DialectName } from './migrations/column-types.ts';
import type { Schema } from './schema.ts';
import { toEventRow } from './task-row.ts';

/**
 * In a transaction. The occurrence is locked first (on SQLite the transaction holds the whole database), so that the
 * event is written only when the state will move, and a second event of the same message is seen as the conflict it is.
 */
export async function appendEvent(
  db: Kysely<Schema>,
  dialect: DialectName,
  event: TaskEvent,
): Promise<boolean> {
  const occurrence = await db
    .selectFrom('occurrences')
    .select('state')
    .where('id', '=', event.occurrenceId)
    .where('task_id', '=', event.taskId)
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  if (occurrence?.state !== event.from) return false;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('task_events')
    .values(toEventRow(event))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await db
    .updateTable('occurrences')
    .set({ state: event.to, percent: event.to === 'in_progress' ? event.percent : null })
    .where('id', '=', event.occurrenceId)
    .execute();
  return true;
}
