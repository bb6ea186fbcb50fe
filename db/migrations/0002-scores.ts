import type { Migration } from 'kysely';
import { COLUMN_TYPES, type DialectName, isDay, oneOf, run } from './column-types.ts';

const section = oneOf('section', 'main', 'survey', 'bonus', 'penalty');

export function scores(dialect: DialectName): Migration {
  const { text, integer, end } = COLUMN_TYPES[dialect];
  const place = `document_id ${text} not null references documents (id),
          place_section ${text} not null,
          place_line ${integer} not null`;
  return {
    up: (db) =>
      run(
        db,
        `create table evaluations (
          id ${text} primary key,
          unit_id ${text} not null references units (id),
          year ${integer} not null,
          version ${text} not null ${oneOf('version', 'self_assessed', 'appraised', 'published')},
          coverage ${text} not null ${oneOf('coverage', 'full', 'losses')},
          max ${integer} not null,
          self_assessed ${integer},
          achieved ${integer} not null,
          declared_lost ${integer},
          rank ${integer},
          cohort_name ${text},
          cohort_size ${integer},
          grade ${text},
          decision_number ${text},
          decision_issued_on ${text} ${isDay('decision_issued_on')},
          decision_issuer ${text},
          ${place}
        ) ${end}`,
        'create index evaluations_unit_year on evaluations (unit_id, year)',
        `create table criteria (
          evaluation_id ${text} not null references evaluations (id),
          position ${integer} not null,
          section ${text} not null ${section},
          code ${text} not null,
          parent_code ${text},
          rank ${text} not null ${oneOf('rank', 'section', 'area', 'criterion', 'component')},
          heading ${text},
          title ${text} not null,
          max ${integer},
          self_assessed ${integer},
          appraised ${integer},
          achieved ${integer},
          lost ${integer},
          not_applicable ${text} not null,
          label ${text} ${oneOf('label', 'maintain', 'remedy')},
          reason ${text},
          owner ${text},
          remedy ${text},
          ${place},
          primary key (evaluation_id, section, code)
        ) ${end}`,
        `create table indicators (
          unit_id ${text} not null references units (id),
          code ${text} not null,
          title ${text} not null,
          criterion ${text},
          measure ${text} not null ${oneOf('measure', 'percent', 'count')},
          numerator ${integer},
          denominator ${integer},
          value ${integer} not null,
          target ${integer},
          as_of ${text} ${isDay('as_of')},
          as_of_text ${text},
          owner ${text},
          ${place},
          primary key (unit_id, code)
        ) ${end}`,
      ),
  };
}
