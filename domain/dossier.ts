import { daysBetween, type LocalDate } from './clock.ts';
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

/**
 * Where a dossier stands on a day, by the exported due date alone. Paused work is never overdue; what has no due date,
 * or is finished on no stated day, can be neither early nor late.
 */
export type DossierBucket =
  | 'early'
  | 'onTime'
  | 'late'
  | 'inTime'
  | 'dueToday'
  | 'overdue'
  | 'paused'
  | 'withdrawn'
  | 'noDueDate';

export type DossierDates = Pick<Dossier, 'status' | 'dueOn' | 'finishedOn'>;

export function dossierBucket({ status, dueOn, finishedOn }: DossierDates, today: LocalDate): DossierBucket {
  if (status === 'withdrawn' || status === 'paused') return status;
  if (dueOn === null) return 'noDueDate';
  if (status === 'in_progress')
    return compare(dueOn, today, { before: 'overdue', same: 'dueToday', after: 'inTime' });
  if (finishedOn === null) return 'noDueDate';
  return compare(finishedOn, dueOn, { before: 'early', same: 'onTime', after: 'late' });
}

type Outcomes = Readonly<Record<'before' | 'same' | 'after', DossierBucket>>;

function compare(date: LocalDate, other: LocalDate, { before, same, after }: Outcomes): DossierBucket {
  if (date === other) return same;
  return date < other ? before : after;
}

/** Calendar days past the due date: of a running dossier until today, of a finished one until it was finished; else 0. */
export function overdueDays(dossier: DossierDates, today: LocalDate): number {
  const bucket = dossierBucket(dossier, today);
  if (dossier.dueOn === null) return 0;
  if (bucket === 'overdue') return daysBetween(dossier.dueOn, today);
  return bucket === 'late' && dossier.finishedOn !== null
    ? daysBetween(dossier.dueOn, dossier.finishedOn)
    : 0;
}

export type BucketCounts = Readonly<Record<DossierBucket, number>>;

export type FieldSummary = {
  readonly field: string;
  readonly total: number;
  readonly overdue: number;
  readonly buckets: BucketCounts;
};

export type DossierSummary = {
  readonly total: number;
  readonly buckets: BucketCounts;
  /** Most overdue first, then the larger field, then by name. */
  readonly fields: readonly FieldSummary[];
};

export function summariseDossiers(dossiers: readonly Dossier[], today: LocalDate): DossierSummary {
  const byField = new Map<string, Dossier[]>();
  for (const dossier of dossiers) {
    const ofField = byField.get(dossier.field);
    if (ofField === undefined) byField.set(dossier.field, [dossier]);
    else ofField.push(dossier);
  }
  const fields = [...byField].map(([field, ofField]) => {
    const buckets = countBuckets(ofField, today);
    return { field, total: ofField.length, overdue: buckets.overdue, buckets };
  });
  return {
    total: dossiers.length,
    buckets: countBuckets(dossiers, today),
    fields: fields
      .toSorted((a, b) => a.field.localeCompare(b.field, 'vi'))
      .toSorted((a, b) => b.total - a.total)
      .toSorted((a, b) => b.overdue - a.overdue),
  };
}

function countBuckets(dossiers: readonly Dossier[], today: LocalDate): BucketCounts {
  const counts = {
    early: 0,
    onTime: 0,
    late: 0,
    inTime: 0,
    dueToday: 0,
    overdue: 0,
    paused: 0,
    withdrawn: 0,
    noDueDate: 0,
  } satisfies Record<DossierBucket, number>;
  for (const dossier of dossiers) counts[dossierBucket(dossier, today)] += 1;
  return counts;
}
