import type { LocalDate } from './clock.ts';
import type { Place } from './document.ts';
import type { UnitId } from './ids.ts';
import type { Scope } from './scope.ts';

/** Progress that a document reports (not a score), e.g. digitised dossiers 12,58 % of a target of 60 %. */
export type Indicator = {
  readonly unitId: UnitId;
  /** Stable within the unit, e.g. "so-hoa-ho-so". */
  readonly code: string;
  readonly title: string;
  /** Code of the criterion that it feeds, where the document says so. */
  readonly criterion: string | null;
  readonly measure: 'percent' | 'count';
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Thousandths of a percent point or of one: 12,58 % is 12580, 10 enterprises are 10000. */
  readonly value: number;
  readonly target: number | null;
  /** The day that the figure speaks of; null where the document does not date it. */
  readonly asOf: LocalDate | null;
  readonly asOfText: string | null;
  readonly owner: string | null;
  readonly place: Place;
};

export type IndicatorStore = {
  readonly list: (scope: Scope, unitId: UnitId) => Promise<readonly Indicator[]>;
  readonly save: (indicators: readonly Indicator[]) => Promise<void>;
};
