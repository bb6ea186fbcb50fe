import type { CriterionRank, Section } from './evaluation.ts';
import type { Score } from './score.ts';

/** Where a document's own figures contradict each other, or do not add up. */
export type ArithmeticKind =
  /** The items do not add up to the loss of the whole card. */
  | 'unexplained-loss'
  /** The declared loss is not the maximum less the result. */
  | 'declared-loss'
  /** The parts do not add up to the total. */
  | 'areas-total'
  /** Part of the total stands in no row, and some row is blank. */
  | 'unstated-part'
  | 'rank-beyond-cohort'
  | 'over-max'
  | 'below-zero'
  | 'parent-sum'
  /** A row's stated loss is not its maximum less its result. */
  | 'row-loss';

/** What a lost point lacks before anybody can regain it. */
export type GapKind = 'maintained-loss' | 'no-label' | 'no-reason' | 'no-owner' | 'no-remedy';

export type FigureName = 'max' | 'selfAssessed' | 'appraised' | 'achieved' | 'lost' | 'rank';

/** What one section adds to a total; `complete` is false when a cell of it is blank. */
export type SectionSum = { readonly section: Section; readonly sum: Score; readonly complete: boolean };

/** Where it was found; section, code and rank are null when it concerns the whole card. */
type Whereabouts = {
  readonly section: Section | null;
  readonly code: string | null;
  readonly rank: CriterionRank | null;
};

export type ArithmeticFinding = Whereabouts & {
  readonly kind: ArithmeticKind;
  readonly figure: FigureName;
  /** As the document states it, in thousandths (a rank: as it is). */
  readonly found: Score;
  /** What the other figures give, or the bound that is broken. */
  readonly expected: Score;
  /** found − expected */
  readonly difference: Score;
  /** The parts of a total, where it is one. */
  readonly parts: readonly SectionSum[];
};

export type GapFinding = Whereabouts & { readonly kind: GapKind };

export type Finding = ArithmeticFinding | GapFinding;

export const isArithmetic = (finding: Finding): finding is ArithmeticFinding => 'figure' in finding;

const WHOLE_CARD: Whereabouts = { section: null, code: null, rank: null };

type Place = { readonly section: Section; readonly code: string; readonly rank: CriterionRank };

export function arithmeticFinding(
  kind: ArithmeticKind,
  figure: FigureName,
  {
    found,
    expected,
    parts = [],
  }: Pick<ArithmeticFinding, 'found' | 'expected'> & { readonly parts?: readonly SectionSum[] },
  row?: Place,
): ArithmeticFinding {
  return { kind, figure, ...whereabouts(row), found, expected, difference: found - expected, parts };
}

/** Without a row: no row of the whole card states it. */
export const gapFinding = (kind: GapKind, row?: Place): GapFinding => ({ kind, ...whereabouts(row) });

function whereabouts(row: Place | undefined): Whereabouts {
  return row === undefined ? WHOLE_CARD : { section: row.section, code: row.code, rank: row.rank };
}
