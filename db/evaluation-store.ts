import { type Kysely, sql } from 'kysely';
import type { EvaluationStore, Scorecard } from '../domain/evaluation.ts';
import { fromCriterionRow, fromEvaluationRow, toCriterionRow, toEvaluationRow } from './evaluation-row.ts';
import { raiseRevision } from './revision.ts';
import type { Schema } from './schema.ts';
import { batches, type Session } from './session.ts';
import { statement } from './statement.ts';

/** Of a year's versions the one that counts: published before appraised before self-assessed. */
const BY_AUTHORITY = sql`case version when 'published' then 1 when 'appraised' then 2 else 3 end`;

const newestFirst = (db: Kysely<Schema>, unitId: string) =>
  db
    .selectFrom('evaluations')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('year', 'desc')
    .orderBy(BY_AUTHORITY)
    .orderBy('id')
    .limit(1);

const selectLatest = statement((db, unitId: string) => newestFirst(db, unitId));
const selectOfYear = statement((db, unitId: string, year: number) =>
  newestFirst(db, unitId).where('year', '=', year),
);
const selectCriteria = statement((db, evaluationId: string) =>
  db.selectFrom('criteria').selectAll().where('evaluation_id', '=', evaluationId).orderBy('position'),
);

export function createEvaluationStore(session: Session): EvaluationStore {
  const { db, atomically } = session;
  return {
    find: async (scope, unitId, year) => {
      if (scope.kind === 'none') return null;
      const { rows } = await (year === undefined
        ? selectLatest(session, unitId)
        : selectOfYear(session, unitId, year));
      const [evaluation] = rows;
      if (evaluation === undefined) return null;
      const criteria = await selectCriteria(session, evaluation.id);
      return { evaluation: fromEvaluationRow(evaluation), criteria: criteria.rows.map(fromCriterionRow) };
    },
    years: async (scope, unitId) => {
      if (scope.kind === 'none') return [];
      const rows = await db
        .selectFrom('evaluations')
        .select('year')
        .distinct()
        .where('unit_id', '=', unitId)
        .orderBy('year', 'desc')
        .execute();
      return rows.map(({ year }) => year);
    },
    save: (scorecard) => atomically((transaction) => save(transaction, scorecard)),
  };
}

async function save(db: Kysely<Schema>, { evaluation, criteria }: Scorecard): Promise<void> {
  const { id, ...columns } = toEvaluationRow(evaluation);
  await db
    .insertInto('evaluations')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  await db.deleteFrom('criteria').where('evaluation_id', '=', id).execute();
  const rows = criteria.map((criterion, position) => toCriterionRow(evaluation, criterion, position));
  for (const batch of batches(rows)) await db.insertInto('criteria').values(batch).execute();
  await raiseRevision(db);
}
