import type { Migration } from 'kysely';
import { COLUMN_TYPES, type DialectName, isDay, oneOf, run } from './column-types.ts';

const state = (column: string) =>
  oneOf(column, 'todo', 'in_progress', 'reported', 'done', 'blocked', 'extension', 'obsolete');
const percent = 'check (percent between 0 and 100)';

export function tasks(dialect: DialectName): Migration {
  const { text, integer, sequence, end } = COLUMN_TYPES[dialect];
  return {
    up: (db) =>
      run(
        db,
        `create table tasks (
          id ${text} primary key,
          unit_id ${text} not null references units (id),
          number ${integer} not null,
          stt ${text},
          title ${text} not null,
          product ${text},
          requirement ${text},
          lead ${text},
          cooperating ${text},
          deadline ${text},
          kind ${text} not null ${oneOf('kind', 'dates', 'continuous', 'conditional', 'unknown')},
          plan_year ${integer} not null,
          document_id ${text} not null references documents (id),
          place_section ${text} not null,
          place_line ${integer} not null,
          unique (unit_id, number)
        ) ${end}`,
        `create table task_criteria (
          task_id ${text} not null references tasks (id),
          position ${integer} not null,
          section ${text} not null ${oneOf('section', 'main', 'survey', 'bonus', 'penalty')},
          code ${text} not null,
          primary key (task_id, position)
        ) ${end}`,
        'create index task_criteria_code on task_criteria (section, code)',
        `create table occurrences (
          id ${text} primary key,
          task_id ${text} not null references tasks (id),
          kind ${text} not null ${oneOf('kind', 'due', 'check_in', 'undated')},
          label ${text},
          due_on ${text} ${isDay('due_on')},
          state ${text} not null ${state('state')},
          percent ${integer} ${percent}
        ) ${end}`,
        // Answers "what of this task is open and when is it due" from the index alone.
        'create index occurrences_task on occurrences (task_id, due_on, state)',
        'create index occurrences_due on occurrences (due_on, task_id) where due_on is not null',
        `create table task_events (
          sequence ${sequence},
          id ${text} not null unique,
          task_id ${text} not null references tasks (id),
          occurrence_id ${text} not null references occurrences (id),
          kind ${text} not null ${oneOf('kind', 'report', 'undo')},
          from_state ${text} not null ${state('from_state')},
          to_state ${text} not null ${state('to_state')},
          percent ${integer} ${percent},
          due_on ${text} ${isDay('due_on')},
          note ${text},
          undoes ${text} unique references task_events (id),
          person_id ${integer} not null,
          person_name ${text} not null,
          chat_id ${integer} not null,
          message_id ${integer},
          at ${integer} not null
        ) ${end}`,
        'create index task_events_task on task_events (task_id, sequence)',
        `create unique index task_events_message on task_events (chat_id, message_id, occurrence_id)
          where message_id is not null`,
        ...APPEND_ONLY[dialect],
      ),
  };
}

/** What was reported stays reported: an event is taken back by another event. */
const APPEND_ONLY: Readonly<Record<DialectName, readonly string[]>> = {
  sqlite: ['update', 'delete'].map(
    (verb) => `create trigger task_events_no_${verb} before ${verb} on task_events
      begin select raise(abort, 'task_events is append-only'); end`,
  ),
  postgres: [
    `create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception '% is append-only', tg_table_name; end $$`,
    `create trigger task_events_append_only before update or delete or truncate on task_events
      for each statement execute function refuse_change()`,
  ],
};
