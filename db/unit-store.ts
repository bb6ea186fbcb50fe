import { type Kysely, sql } from 'kysely';
import type { UnitStore } from '../domain/storage.ts';
import type { Predecessor, Unit } from '../domain/unit.ts';
import { raiseRevision, readRevision } from './revision.ts';
import type { Schema } from './schema.ts';
import { liesWithin } from './scope-filter.ts';
import { batches, lastByKey, type Session } from './session.ts';
import { statement } from './statement.ts';
import { fromPredecessorRow, fromUnitRows, toAliasRows, toPredecessorRow, toUnitRow } from './unit-row.ts';

const selectUnits = (db: Kysely<Schema>) =>
  db
    .selectFrom('units')
    .leftJoin('unit_aliases', 'unit_aliases.unit_id', 'units.id')
    .selectAll('units')
    .select('unit_aliases.alias');

const selectById = statement((db, id: string) =>
  selectUnits(db).where('units.id', '=', id).orderBy('unit_aliases.position'),
);

/** Commune, district, province and room to spare: a climb in a circle ends here. */
const MAX_STEPS = 8;

const selectLineage = statement((db, id: string) =>
  selectUnits(db)
    .innerJoin(
      sql<{ id: string; steps: number }>`(
        with recursive climb(id, steps) as (
          select units.id, 0 from units where units.id = ${id}
          union
          select units.parent_id, climb.steps + 1 from climb join units on units.id = climb.id
          where units.parent_id is not null and climb.steps < ${sql.lit(MAX_STEPS)}
        )
        select id, min(steps) as steps from climb group by id)`.as('climb'),
      'climb.id',
      'units.id',
    )
    .orderBy('climb.steps')
    .orderBy('unit_aliases.position'),
);

const selectWithin = statement((db, id: string, root: string) =>
  db
    .selectFrom('units')
    .select('id')
    .where('id', '=', id)
    .where(liesWithin(sql.ref('units.id'), root)),
);

export function createUnitStore(session: Session): UnitStore {
  const { db, atomically } = session;
  return {
    list: async () => {
      const rows = await selectUnits(db).orderBy('units.id').orderBy('unit_aliases.position').execute();
      return fromUnitRows(rows);
    },
    find: async (id) => {
      const { rows } = await selectById(session, id);
      return fromUnitRows(rows)[0] ?? null;
    },
    lineage: async (id) => {
      const { rows } = await selectLineage(session, id);
      return fromUnitRows(rows);
    },
    isWithin: async (id, root) => {
      if (id === root) return true;
      const { rows } = await selectWithin(session, id, root);
      return rows.length > 0;
    },
    predecessors: async () => {
      const rows = await db.selectFrom('unit_predecessors').selectAll().orderBy('sequence').execute();
      return rows.map(fromPredecessorRow);
    },
    successors: async (id) => {
      const rows = await selectUnits(db)
        .where('units.id', 'in', (select) =>
          select.selectFrom('unit_predecessors').select('unit_id').where('predecessor_id', '=', id),
        )
        .orderBy('units.id')
        .orderBy('unit_aliases.position')
        .execute();
      return fromUnitRows(rows);
    },
    save: (units, predecessors) =>
      atomically(async (transaction) => {
        await saveUnits(transaction, units);
        await savePredecessors(transaction, predecessors);
        await raiseRevision(transaction);
      }),
    revision: () => readRevision(session),
  };
}

async function saveUnits(db: Kysely<Schema>, units: readonly Unit[]): Promise<void> {
  const distinct = lastByKey(units, ({ id }) => id);
  for (const batch of batches(distinct)) {
    await db
      .insertInto('units')
      .values(batch.map(toUnitRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          name: ref('excluded.name'),
          kind: ref('excluded.kind'),
          level: ref('excluded.level'),
          parent_id: ref('excluded.parent_id'),
          valid_from: ref('excluded.valid_from'),
          valid_to: ref('excluded.valid_to'),
          search_key: ref('excluded.search_key'),
        })),
      )
      .execute();
    await db
      .deleteFrom('unit_aliases')
      .where(
        'unit_id',
        'in',
        batch.map(({ id }) => id),
      )
      .execute();
  }
  for (const batch of batches(distinct.flatMap(toAliasRows))) {
    await db.insertInto('unit_aliases').values(batch).execute();
  }
}

/** Those of the saved units, and of any other unit that is given some, are replaced. */
async function savePredecessors(db: Kysely<Schema>, predecessors: readonly Predecessor[]): Promise<void> {
  const owners = new Set(predecessors.map(({ unitId }) => unitId));
  for (const batch of batches([...owners])) {
    await db.deleteFrom('unit_predecessors').where('unit_id', 'in', batch).execute();
  }
  for (const batch of batches(predecessors)) {
    await db.insertInto('unit_predecessors').values(batch.map(toPredecessorRow)).execute();
  }
}
