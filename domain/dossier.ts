import type { LocalDate } from './clock.ts';
import type { UnitId } from './ids.ts';
import type { Scope } from './scope.ts';

/** An administrative-procedure dossier as exported. Citizens' names and addresses are never part of it. */
export type Dossier = {
  readonly unitId: UnitId;
  readonly code: string;
  readonly procedure: string;
  readonly field: string;
  /** The unit's office that handles it, as exported. */
  readonly office: string | null;
  /** in_progress, paused (bổ sung hồ sơ, nghĩa vụ tài chính, dừng xử lý), finished, withdrawn. */
  readonly status: 'in_progress' | 'paused' | 'finished' | 'withdrawn';
  readonly receivedOn: LocalDate;
  /** As exported, never recomputed. */
  readonly dueOn: LocalDate | null;
  readonly finishedOn: LocalDate | null;
  readonly isSample: boolean;
};

export type DossierStore = {
  readonly list: (scope: Scope, unitId: UnitId) => Promise<readonly Dossier[]>;
  /** In progress and due before `today`, oldest due date first. */
  readonly overdue: (scope: Scope, unitId: UnitId, today: LocalDate) => Promise<readonly Dossier[]>;
  /** Inserts or replaces by unit and code. */
  readonly save: (dossiers: readonly Dossier[]) => Promise<void>;
};
