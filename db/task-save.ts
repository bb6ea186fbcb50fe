import type { Kysely } from 'kysely';
import type { TaskWithOccurrences } from '../domain/task.ts';
import type { Schema } from './schema.ts';
import { batches } from './session.ts';
import { toCriterionLinks, toOccurrenceRow, toTaskRow } from './task-row.ts';

/** In a transaction. A task keeps its unit and number, an occurrence its state; the rest is the document's wording. */
export async function saveTasks(db: Kysely<Schema>, tasks: readonly TaskWithOccurrences[]): Promise<void> {
  for (const batch of batches(tasks)) {
    await upsertTasks(db, batch);
    await db
      .deleteFrom('task_criteria')
      .where(
        'task_id',
        'in',
        batch.map(({ id }) => id),
      )
      .execute();
  }
  for (const batch of batches(tasks.flatMap(toCriterionLinks))) {
    await db.insertInto('task_criteria').values(batch).execute();
  }
  for (const batch of batches(tasks.flatMap(({ occurrences }) => occurrences))) {
    await db
      .insertInto('occurrences')
      .values(batch.map(toOccurrenceRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          kind: ref('excluded.kind'),
          label: ref('excluded.label'),
          due_on: ref('excluded.due_on'),
        })),
      )
      .execute();
  }
}

async function upsertTasks(db: Kysely<Schema>, tasks: readonly TaskWithOccurrences[]): Promise<void> {
  await db
    .insertInto('tasks')
    .values(tasks.map(toTaskRow))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        stt: ref('excluded.stt'),
        title: ref('excluded.title'),
        product: ref('excluded.product'),
        requirement: ref('excluded.requirement'),
        lead: ref('excluded.lead'),
        cooperating: ref('excluded.cooperating'),
        deadline: ref('excluded.deadline'),
        kind: ref('excluded.kind'),
        plan_year: ref('excluded.plan_year'),
        document_id: ref('excluded.document_id'),
        place_section: ref('excluded.place_section'),
        place_line: ref('excluded.place_line'),
      })),
    )
    .execute();
}
