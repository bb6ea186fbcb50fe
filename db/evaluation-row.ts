import type { Insertable, Selectable } from 'kysely';
import type { Cohort, Criterion, Decision, Evaluation } from '../domain/evaluation.ts';
import { evaluationId, unitId } from '../domain/ids.ts';
import type { Figure } from '../domain/score.ts';
import { fromPlaceRow, toPlaceRow } from './place-columns.ts';
import type { Schema } from './schema.ts';

type EvaluationRow = Selectable<Schema['evaluations']>;
type CriterionRow = Selectable<Schema['criteria']>;

export const toEvaluationRow = (evaluation: Evaluation): EvaluationRow => ({
  id: evaluation.id,
  unit_id: evaluation.unitId,
  year: evaluation.year,
  version: evaluation.version,
  coverage: evaluation.coverage,
  max: evaluation.max,
  self_assessed: evaluation.selfAssessed,
  achieved: evaluation.achieved,
  declared_lost: evaluation.declaredLost,
  rank: evaluation.rank,
  cohort_name: evaluation.cohort?.name ?? null,
  cohort_size: evaluation.cohort?.size ?? null,
  grade: evaluation.grade,
  decision_number: evaluation.decision?.number ?? null,
  decision_issued_on: evaluation.decision?.issuedOn ?? null,
  decision_issuer: evaluation.decision?.issuer ?? null,
  ...toPlaceRow(evaluation.place),
});

export const fromEvaluationRow = (row: EvaluationRow): Evaluation => ({
  id: evaluationId(row.id),
  unitId: unitId(row.unit_id),
  year: row.year,
  version: row.version,
  coverage: row.coverage,
  max: row.max,
  selfAssessed: row.self_assessed,
  achieved: row.achieved,
  declaredLost: row.declared_lost,
  rank: row.rank,
  cohort: cohortOf(row),
  grade: row.grade,
  decision: decisionOf(row),
  place: fromPlaceRow(row),
});

const cohortOf = ({ cohort_name: name, cohort_size: size }: EvaluationRow): Cohort | null =>
  name === null || size === null ? null : { name, size };

function decisionOf(row: EvaluationRow): Decision | null {
  const { decision_number: number, decision_issued_on: issuedOn, decision_issuer: issuer } = row;
  return number === null || issuedOn === null || issuer === null ? null : { number, issuedOn, issuer };
}

const FIGURE_COLUMNS = {
  max: 'max',
  selfAssessed: 'self_assessed',
  appraised: 'appraised',
  achieved: 'achieved',
  lost: 'lost',
} as const satisfies Partial<Record<keyof Criterion, keyof CriterionRow>>;
const FIGURES = ['max', 'selfAssessed', 'appraised', 'achieved', 'lost'] as const;

const points = (figure: Figure): number | null => (figure === 'na' ? null : figure);

const notApplicable = (criterion: Criterion): string =>
  FIGURES.filter((name) => criterion[name] === 'na')
    .map((name) => FIGURE_COLUMNS[name])
    .join(' ');

export const toCriterionRow = (
  evaluation: Evaluation,
  criterion: Criterion,
  position: number,
): Insertable<Schema['criteria']> => ({
  evaluation_id: evaluation.id,
  position,
  section: criterion.section,
  code: criterion.code,
  parent_code: criterion.parentCode,
  rank: criterion.rank,
  heading: criterion.heading,
  title: criterion.title,
  max: points(criterion.max),
  self_assessed: points(criterion.selfAssessed),
  appraised: points(criterion.appraised),
  achieved: points(criterion.achieved),
  lost: points(criterion.lost),
  not_applicable: notApplicable(criterion),
  label: criterion.label,
  reason: criterion.reason,
  owner: criterion.owner,
  remedy: criterion.remedy,
  ...toPlaceRow(criterion.place),
});

export function fromCriterionRow(row: CriterionRow): Criterion {
  const missing = row.not_applicable.split(' ');
  const figure = (name: (typeof FIGURES)[number]): Figure => {
    const column = FIGURE_COLUMNS[name];
    return missing.includes(column) ? 'na' : row[column];
  };
  return {
    section: row.section,
    code: row.code,
    parentCode: row.parent_code,
    rank: row.rank,
    heading: row.heading,
    title: row.title,
    max: figure('max'),
    selfAssessed: figure('selfAssessed'),
    appraised: figure('appraised'),
    achieved: figure('achieved'),
    lost: figure('lost'),
    label: row.label,
    reason: row.reason,
    owner: row.owner,
    remedy: row.remedy,
    place: fromPlaceRow(row),
  };
}
