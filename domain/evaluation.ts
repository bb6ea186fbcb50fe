import type { LocalDate } from './clock.ts';
import type { Place } from './document.ts';
import type { EvaluationId, UnitId } from './ids.ts';
import type { Scope } from './scope.ts';
import type { Figure, Score } from './score.ts';

export type Section = 'main' | 'survey' | 'bonus' | 'penalty';

/** `section` rows carry a section's own total (e.g. survey 24,65/30); below it areas, criteria, components. */
export type CriterionRank = 'section' | 'area' | 'criterion' | 'component';

/** One row of a scorecard, keyed by section and code within its evaluation. */
export type Criterion = {
  readonly section: Section;
  readonly code: string;
  /** Code of the row above in the same section, as held (intermediate rows that no document names are absent). */
  readonly parentCode: string | null;
  readonly rank: CriterionRank;
  /** The number of the heading that it stands under where that differs from the code (Bằng Mạc's heading 2 holds 3.x). */
  readonly heading: string | null;
  readonly title: string;
  readonly max: Figure;
  readonly selfAssessed: Figure;
  /** Set by the appraising authority. */
  readonly appraised: Figure;
  /** "xã đạt …": the result as published. */
  readonly achieved: Figure;
  /** "điểm bị trừ / mất …" as the document states it; null where it only follows from the other figures. */
  readonly lost: Figure;
  readonly label: 'maintain' | 'remedy' | null;
  readonly reason: string | null;
  /** Only what the text names for this very row; an area's owner is never copied down. */
  readonly owner: string | null;
  readonly remedy: string | null;
  readonly place: Place;
};

export type Cohort = { readonly name: string; readonly size: number };

/** A decision that published the result, as another document cites it. */
export type Decision = {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly issuer: string;
};

/** A unit's PAR Index result of a year, in one version. */
export type Evaluation = {
  readonly id: EvaluationId;
  readonly unitId: UnitId;
  readonly year: number;
  readonly version: 'self_assessed' | 'appraised' | 'published';
  /** `full`: every criterion is held. `losses`: the document lists only what lost points. */
  readonly coverage: 'full' | 'losses';
  readonly max: Score;
  readonly selfAssessed: Score | null;
  /** The official total: published, or appraised where nothing is published. */
  readonly achieved: Score;
  /** The loss that the document declares; null where it does not. */
  readonly declaredLost: Score | null;
  readonly rank: number | null;
  readonly cohort: Cohort | null;
  /** Group of results as named, e.g. "nhóm điều hành tốt". */
  readonly grade: string | null;
  readonly decision: Decision | null;
  readonly place: Place;
};

export type Scorecard = { readonly evaluation: Evaluation; readonly criteria: readonly Criterion[] };

/** Published scores and losses are open to every scope but `none`, which sees nothing. */
export type EvaluationStore = {
  /** The year asked for, or the latest held; criteria in the document's order. */
  readonly find: (scope: Scope, unitId: UnitId, year?: number) => Promise<Scorecard | null>;
  /** Years held, descending. */
  readonly years: (scope: Scope, unitId: UnitId) => Promise<readonly number[]>;
  /** Inserts or replaces the evaluation of that id with all its criteria. */
  readonly save: (scorecard: Scorecard) => Promise<void>;
};
