import type { Insertable, Selectable } from 'kysely';
import { chatId, occurrenceId, personId, taskEventId, taskId, unitId } from '../domain/ids.ts';
import type { Occurrence, Task, TaskEvent } from '../domain/task.ts';
import { fromPlaceRow, toPlaceRow } from './place-columns.ts';
import type { Schema } from './schema.ts';

export const toTaskRow = (task: Task): Insertable<Schema['tasks']> => ({
  id: task.id,
  unit_id: task.unitId,
  number: task.number,
  stt: task.stt,
  title: task.title,
  product: task.product,
  requirement: task.requirement,
  lead: task.lead,
  cooperating: task.cooperating,
  deadline: task.deadline,
  kind: task.kind,
  plan_year: task.planYear,
  ...toPlaceRow(task.place),
});

export const fromTaskRow = (row: Selectable<Schema['tasks']>, criteria: Task['criteria']): Task => ({
  id: taskId(row.id),
  unitId: unitId(row.unit_id),
  number: row.number,
  stt: row.stt,
  title: row.title,
  product: row.product,
  requirement: row.requirement,
  lead: row.lead,
  cooperating: row.cooperating,
  deadline: row.deadline,
  kind: row.kind,
  planYear: row.plan_year,
  criteria,
  place: fromPlaceRow(row),
});

export const toCriterionLinks = (task: Task): readonly Insertable<Schema['task_criteria']>[] =>
  task.criteria.map(({ section, code }, position) => ({ task_id: task.id, position, section, code }));

export const toOccurrenceRow = (occurrence: Occurrence): Insertable<Schema['occurrences']> => ({
  id: occurrence.id,
  task_id: occurrence.taskId,
  kind: occurrence.kind,
  label: occurrence.label,
  due_on: occurrence.dueOn,
  state: occurrence.state,
  percent: occurrence.percent,
});

export const fromOccurrenceRow = (row: Selectable<Schema['occurrences']>): Occurrence => ({
  id: occurrenceId(row.id),
  taskId: taskId(row.task_id),
  kind: row.kind,
  label: row.label,
  dueOn: row.due_on,
  state: row.state,
  percent: row.percent,
});

export const toEventRow = (event: TaskEvent): Insertable<Schema['task_events']> => ({
  id: event.id,
  task_id: event.taskId,
  occurrence_id: event.occurrenceId,
  kind: event.kind,
  from_state: event.from,
  to_state: event.to,
  percent: event.percent,
  due_on: event.dueOn,
  note: event.note,
  undoes: event.undoes,
  person_id: event.source.personId,
  person_name: event.source.personName,
  chat_id: event.source.chatId,
  message_id: event.source.messageId,
  at: event.at,
});

export const fromEventRow = (row: Selectable<Schema['task_events']>): TaskEvent => ({
  id: taskEventId(row.id),
  taskId: taskId(row.task_id),
  occurrenceId: occurrenceId(row.occurrence_id),
  kind: row.kind,
  from: row.from_state,
  to: row.to_state,
  percent: row.percent,
  dueOn: row.due_on,
  note: row.note,
  undoes: row.undoes === null ? null : taskEventId(row.undoes),
  source: {
    personId: personId(row.person_id),
    personName: row.person_name,
    chatId: chatId(row.chat_id),
    messageId: row.message_id,
  },
  at: row.at,
});
