import type { Migration } from 'kysely';
import { COLUMN_TYPES, type DialectName, isDay, oneOf, run } from './column-types.ts';

const level = oneOf('level', 'ministry', 'province', 'district', 'commune');

export function unitsAndDocuments(dialect: DialectName): Migration {
  const { text, integer, sequence, end } = COLUMN_TYPES[dialect];
  // Units arrive in any order, children before parents too: those keys are checked at the commit.
  const unit = 'references units (id) deferrable initially deferred';
  return {
    up: (db) =>
      run(
        db,
        `create table units (
          id ${text} primary key,
          name ${text} not null,
          kind ${text} not null,
          level ${text} not null ${level},
          parent_id ${text} ${unit},
          valid_from ${text} ${isDay('valid_from')},
          valid_to ${text} ${isDay('valid_to')},
          search_key ${text} not null
        ) ${end}`,
        'create index units_parent on units (parent_id)',
        'create index units_search_key on units (search_key)',
        `create table unit_aliases (
          unit_id ${text} not null references units (id),
          position ${integer} not null,
          alias ${text} not null,
          search_key ${text} not null,
          primary key (unit_id, position)
        ) ${end}`,
        'create index unit_aliases_search_key on unit_aliases (search_key)',
        `create table unit_predecessors (
          sequence ${sequence},
          unit_id ${text} not null ${unit},
          name ${text} not null,
          kind ${text} not null,
          level ${text} not null ${level},
          district_name ${text},
          province_name ${text},
          predecessor_id ${text} ${unit},
          search_key ${text} not null
        ) ${end}`,
        'create index unit_predecessors_unit on unit_predecessors (unit_id)',
        'create index unit_predecessors_predecessor on unit_predecessors (predecessor_id)',
        'create index unit_predecessors_search_key on unit_predecessors (search_key)',
        `create table documents (
          id ${text} primary key,
          number ${text},
          kind ${text} not null ${oneOf('kind', 'plan', 'notice', 'appendix')},
          title ${text} not null,
          issued_on ${text} not null ${isDay('issued_on')},
          unit_id ${text} not null references units (id),
          note ${text}
        ) ${end}`,
        `create table calendar_days (
          date ${text} primary key ${isDay('date')},
          kind ${text} not null ${oneOf('kind', 'off', 'work')},
          name ${text} not null
        ) ${end}`,
        `create table facts (name ${text} primary key, value ${text} not null) ${end}`,
      ),
  };
}
