import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Dossier, DossierStore } from '../domain/dossier.ts';
import { type UnitId, unitId } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import { boundText } from './bound-text.ts';
import type { Schema } from './schema.ts';
import { visible } from './scope-filter.ts';
import { batches, lastByKey, type Session } from './session.ts';

export function createDossierStore({ db, atomically }: Session): DossierStore {
  const ofUnit = (scope: Scope, unit: UnitId) =>
    db
      .selectFrom('dossiers')
      .selectAll()
      .where('unit_id', '=', unit)
      .where(visible(scope, 'dossiers.unit_id'));
  return {
    list: async (scope, unit) => {
      const rows = await ofUnit(scope, unit).orderBy('code').execute();
      return rows.map(fromRow);
    },
    overdue: async (scope, unit, today) => {
      const rows = await ofUnit(scope, unit)
        // As the partial index says it: SQLite never uses one for a bound value.
        .where(sql<boolean>`status = 'in_progress'`)
        .where('due_on', '<', today)
        .orderBy('due_on')
        .orderBy('code')
        .execute();
      return rows.map(fromRow);
    },
    save: (dossiers) => atomically((transaction) => save(transaction, dossiers)),
  };
}

async function save(db: Kysely<Schema>, dossiers: readonly Dossier[]): Promise<void> {
  for (const batch of batches(lastByKey(dossiers, keyOf))) {
    await db
      .insertInto('dossiers')
      .values(batch.map(toRow))
      .onConflict((conflict) =>
        conflict.columns(['unit_id', 'code']).doUpdateSet(({ ref }) => ({
          procedure: ref('excluded.procedure'),
          field: ref('excluded.field'),
          office: ref('excluded.office'),
          status: ref('excluded.status'),
          received_on: ref('excluded.received_on'),
          due_on: ref('excluded.due_on'),
          finished_on: ref('excluded.finished_on'),
          is_sample: ref('excluded.is_sample'),
        })),
      )
      .execute();
  }
}

const keyOf = ({ unitId: unit, code }: Dossier): string => `${unit}\n${boundText(code)}`;

const toRow = (dossier: Dossier): Insertable<Schema['dossiers']> => ({
  unit_id: dossier.unitId,
  code: dossier.code,
  procedure: dossier.procedure,
  field: dossier.field,
  office: dossier.office,
  status: dossier.status,
  received_on: dossier.receivedOn,
  due_on: dossier.dueOn,
  finished_on: dossier.finishedOn,
  is_sample: dossier.isSample ? 1 : 0,
});

const fromRow = (row: Selectable<Schema['dossiers']>): Dossier => ({
  unitId: unitId(row.unit_id),
  code: row.code,
  procedure: row.procedure,
  field: row.field,
  office: row.office,
  status: row.status,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  finishedOn: row.finished_on,
  isSample: row.is_sample === 1,
});
