import type { Migration } from 'kysely';
import { COLUMN_TYPES, type DialectName, oneOf, run } from './column-types.ts';

export function jobs(dialect: DialectName): Migration {
  const { text, integer, end } = COLUMN_TYPES[dialect];
  return {
    up: (db) =>
      run(
        db,
        `create table job_slots (
          job ${text} not null,
          at ${integer} not null,
          state ${text} not null default 'due' ${oneOf('state', 'due', 'running', 'done', 'missed', 'failed')},
          attempts ${integer} not null default 0,
          finished_at ${integer},
          outcome ${text},
          lease_owner ${text},
          lease_until ${integer},
          primary key (job, at)
        ) ${end}`,
        `create index job_slots_open on job_slots (at) where state in ('due', 'running')`,
      ),
  };
}
