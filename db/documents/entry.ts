import type { OfficialDocument } from '../../domain/document.ts';
import type { Scorecard } from '../../domain/evaluation.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Task } from '../../domain/task.ts';
import type { Unit } from '../../domain/unit.ts';

/** Everything that is held of one official document. */
export type DocumentEntry = {
  readonly document: OfficialDocument;
  /** The units that it speaks of, parents before children. */
  readonly units: readonly Unit[];
  readonly scorecards: readonly Scorecard[];
  readonly tasks: readonly Task[];
  readonly indicators: readonly Indicator[];
};
