import type { Migration } from 'kysely';
import { COLUMN_TYPES, type DialectName, isBit, isDay, oneOf, run } from './column-types.ts';

export function dossiers(dialect: DialectName): Migration {
  const { text, integer, end } = COLUMN_TYPES[dialect];
  return {
    up: (db) =>
      run(
        db,
        `create table dossiers (
          unit_id ${text} not null references units (id),
          code ${text} not null,
          procedure ${text} not null,
          field ${text} not null,
          office ${text},
          status ${text} not null ${oneOf('status', 'in_progress', 'paused', 'finished', 'withdrawn')},
          received_on ${text} not null ${isDay('received_on')},
          due_on ${text} ${isDay('due_on')},
          finished_on ${text} ${isDay('finished_on')},
          is_sample ${integer} not null ${isBit('is_sample')},
          primary key (unit_id, code)
        ) ${end}`,
        // Few of millions are in progress: the look-up of overdue ones reads nothing else.
        `create index dossiers_in_progress on dossiers (unit_id, due_on, code) where status = 'in_progress'`,
      ),
  };
}
