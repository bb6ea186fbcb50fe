import { parseDeadline } from '../../domain/deadline.ts';
import type { OfficialDocument } from '../../domain/document.ts';
import type { Criterion, CriterionRank, Section } from '../../domain/evaluation.ts';
import { taskId } from '../../domain/ids.ts';
import { type Figure, parseScore } from '../../domain/score.ts';
import type { DeadlineKind, Task } from '../../domain/task.ts';

/** Figures stand as they are printed ("11.96", "1.000"), so that a row can be held against its line. */
export type PrintedCriterion = {
  /** Line of the document's text, 1-based. */
  readonly line: number;
  readonly section?: Section;
  readonly code: string;
  readonly parent?: string;
  readonly rank: CriterionRank;
  readonly heading?: string;
  readonly title: string;
  readonly max?: string;
  readonly self?: string;
  readonly appraised?: string;
  readonly achieved?: string;
  readonly lost?: string;
  readonly label?: 'maintain' | 'remedy';
  readonly reason?: string;
  readonly owner?: string;
  readonly remedy?: string;
};

/** `under`: the section of the document that the rows stand in. */
export function criteriaRows(
  document: OfficialDocument,
  under: string,
  rows: readonly PrintedCriterion[],
): readonly Criterion[] {
  return rows.map((row) => ({
    section: row.section ?? 'main',
    code: row.code,
    parentCode: row.parent ?? null,
    rank: row.rank,
    heading: row.heading ?? null,
    title: row.title,
    max: printed(row.max),
    selfAssessed: printed(row.self),
    appraised: printed(row.appraised),
    achieved: printed(row.achieved),
    lost: printed(row.lost),
    label: row.label ?? null,
    reason: row.reason ?? null,
    owner: row.owner ?? null,
    remedy: row.remedy ?? null,
    place: { documentId: document.id, section: under, line: row.line },
  }));
}

/** A cell as printed in one of our documents; throws on a slip of ours, since the documents do not change. */
export function printed(text: string | undefined): Figure {
  const figure = parseScore(text ?? '');
  if (!figure.ok) throw new Error(`unreadable figure in a document: ${figure.refusal.text}`);
  return figure.value;
}

export type PrintedTask = {
  readonly line: number;
  readonly under: string;
  readonly stt?: string;
  readonly title: string;
  readonly product?: string;
  readonly requirement?: string;
  readonly lead: string;
  readonly cooperating?: string;
  /** Absent where the cell is blank. */
  readonly deadline?: string;
  /** Codes of the main section that the text links it to. */
  readonly criteria?: readonly string[];
};

/** Tasks are numbered in the order of the text. */
export function taskRows(
  document: OfficialDocument,
  planYear: number,
  rows: readonly PrintedTask[],
): readonly Task[] {
  return rows.map((row, index) => ({
    id: taskId(`${document.id}/nv-${index + 1}`),
    unitId: document.unitId,
    number: index + 1,
    stt: row.stt ?? null,
    title: row.title,
    product: row.product ?? null,
    requirement: row.requirement ?? null,
    lead: row.lead,
    cooperating: row.cooperating ?? null,
    deadline: row.deadline ?? null,
    kind: kindOf(row.deadline, planYear, document),
    planYear,
    criteria: (row.criteria ?? []).map((code) => ({ section: 'main', code })),
    place: { documentId: document.id, section: row.under, line: row.line },
  }));
}

function kindOf(deadline: string | undefined, year: number, { issuedOn }: OfficialDocument): DeadlineKind {
  return deadline === undefined ? 'unknown' : parseDeadline(deadline, { year, issuedOn }).kind;
}
