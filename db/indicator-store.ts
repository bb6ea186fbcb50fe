import type { Insertable, Selectable } from 'kysely';
import { unitId } from '../domain/ids.ts';
import type { Indicator, IndicatorStore } from '../domain/indicator.ts';
import { fromPlaceRow, toPlaceRow } from './place-columns.ts';
import type { Schema } from './schema.ts';
import { visible } from './scope-filter.ts';
import { batches, lastByKey, type Session } from './session.ts';

export function createIndicatorStore({ db, atomically }: Session): IndicatorStore {
  return {
    list: async (scope, unit) => {
      const rows = await db
        .selectFrom('indicators')
        .selectAll()
        .where('unit_id', '=', unit)
        .where(visible(scope, 'indicators.unit_id'))
        .orderBy('document_id')
        .orderBy('place_line')
        .orderBy('code')
        .execute();
      return rows.map(fromRow);
    },
    save: (indicators) =>
      atomically(async (transaction) => {
        for (const batch of batches(lastByKey(indicators, keyOf))) {
          await transaction
            .insertInto('indicators')
            .values(batch.map(toRow))
            .onConflict((conflict) =>
              conflict.columns(['unit_id', 'code']).doUpdateSet(({ ref }) => ({
                title: ref('excluded.title'),
                criterion: ref('excluded.criterion'),
                measure: ref('excluded.measure'),
                numerator: ref('excluded.numerator'),
                denominator: ref('excluded.denominator'),
                value: ref('excluded.value'),
                target: ref('excluded.target'),
                as_of: ref('excluded.as_of'),
                as_of_text: ref('excluded.as_of_text'),
                owner: ref('excluded.owner'),
                document_id: ref('excluded.document_id'),
                place_section: ref('excluded.place_section'),
                place_line: ref('excluded.place_line'),
              })),
            )
            .execute();
        }
      }),
  };
}

const keyOf = ({ unitId: unit, code }: Indicator): string => `${unit}\n${code}`;

const toRow = (indicator: Indicator): Insertable<Schema['indicators']> => ({
  unit_id: indicator.unitId,
  code: indicator.code,
  title: indicator.title,
  criterion: indicator.criterion,
  measure: indicator.measure,
  numerator: indicator.numerator,
  denominator: indicator.denominator,
  value: indicator.value,
  target: indicator.target,
  as_of: indicator.asOf,
  as_of_text: indicator.asOfText,
  owner: indicator.owner,
  ...toPlaceRow(indicator.place),
});

const fromRow = (row: Selectable<Schema['indicators']>): Indicator => ({
  unitId: unitId(row.unit_id),
  code: row.code,
  title: row.title,
  criterion: row.criterion,
  measure: row.measure,
  numerator: row.numerator,
  denominator: row.denominator,
  value: row.value,
  target: row.target,
  asOf: row.as_of,
  asOfText: row.as_of_text,
  owner: row.owner,
  place: fromPlaceRow(row),
});
