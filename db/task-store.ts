import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Scope } from '../domain/scope.ts';
import type { TaskFilter, TaskStore } from '../domain/task.ts';
import type { Schema } from './schema.ts';
import { visible } from './scope-filter.ts';
import type { Session } from './session.ts';
import { appendEvent } from './task-append.ts';
import { readTasks, withOccurrences } from './task-parts.ts';
import { fromEventRow, fromOccurrenceRow, toOccurrenceRow } from './task-row.ts';
import { saveTasks } from './task-save.ts';

/** States in which work is still owed, as `isOpen` of the domain says; written out for the planner. */
const IS_OPEN = sql<boolean>`occurrences.state in ('todo', 'in_progress', 'blocked', 'extension')`;

export function createTaskStore(session: Session): TaskStore {
  const { db, atomically } = session;
  const visibleTasks = (scope: Scope) =>
    db.selectFrom('tasks').selectAll('tasks').where(visible(scope, 'tasks.unit_id'));
  return {
    list: async (scope, filter) => {
      const rows = await visibleTasks(scope).where(matches(filter)).orderBy('number').execute();
      return withOccurrences(db, rows);
    },
    find: async (scope, unit, number) => {
      const rows = await visibleTasks(scope)
        .where('unit_id', '=', unit)
        .where('number', '=', number)
        .execute();
      const [task] = await withOccurrences(db, rows);
      return task ?? null;
    },
    findById: async (scope, id) => {
      const rows = await visibleTasks(scope).where('id', '=', id).execute();
      const [task] = await withOccurrences(db, rows);
      return task ?? null;
    },
    due: async (scope, unit, from, to) => {
      const rows = await db
        .selectFrom('occurrences')
        .innerJoin('tasks', 'tasks.id', 'occurrences.task_id')
        .selectAll('occurrences')
        .where('tasks.unit_id', '=', unit)
        .where(visible(scope, 'tasks.unit_id'))
        .where(IS_OPEN)
        // A check-in has the quarter's end as its date and is never late.
        .where('occurrences.kind', '=', 'due')
        .where('occurrences.due_on', '>=', from)
        .where('occurrences.due_on', '<=', to)
        .orderBy('occurrences.due_on')
        .orderBy('tasks.number')
        .orderBy('occurrences.id')
        .execute();
      const tasks = await readTasks(db, [...new Set(rows.map((row) => row.task_id))]);
      return rows.flatMap((row) => {
        const task = tasks.get(row.task_id);
        return task === undefined ? [] : [{ task, occurrence: fromOccurrenceRow(row) }];
      });
    },
    save: (tasks) => atomically((transaction) => saveTasks(transaction, tasks)),
    addOccurrence: async (occurrence) => {
      await db
        .insertInto('occurrences')
        .values(toOccurrenceRow(occurrence))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    append: (event) => atomically((transaction) => appendEvent(transaction, session.dialect, event)),
    event: async (scope, id) => {
      const row = await visibleEvents(db, scope).where('task_events.id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromEventRow(row);
    },
    ofMessage: async (scope, chat, message) => {
      const rows = await visibleEvents(db, scope)
        .where('chat_id', '=', chat)
        .where('message_id', '=', message)
        .orderBy('sequence')
        .execute();
      return rows.map(fromEventRow);
    },
    events: async (scope, task) => {
      const rows = await visibleEvents(db, scope).where('task_id', '=', task).orderBy('sequence').execute();
      return rows.map(fromEventRow);
    },
  };
}

const visibleEvents = (db: Kysely<Schema>, scope: Scope) =>
  db
    .selectFrom('task_events')
    .innerJoin('tasks', 'tasks.id', 'task_events.task_id')
    .selectAll('task_events')
    .where(visible(scope, 'tasks.unit_id'));

function matches({ unitId, open, due }: TaskFilter): RawBuilder<boolean> {
  const ofUnit = sql`tasks.unit_id = ${unitId}`;
  if (open !== true && due === undefined) return sql`${ofUnit}`;
  const inRange = due === undefined ? sql`1 = 1` : sql`occurrences.due_on between ${due.from} and ${due.to}`;
  return sql`${ofUnit} and exists (
    select 1 from occurrences where occurrences.task_id = tasks.id and ${IS_OPEN} and ${inRange})`;
}
