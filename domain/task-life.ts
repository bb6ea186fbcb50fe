import type { LocalDate } from './clock.ts';
import type { PersonId } from './ids.ts';
import type { Report } from './report.ts';
import { accept, type Result, refuse } from './result.ts';
import type { Occurrence, TaskEvent, TaskState } from './task.ts';

/** States in which work is still owed. */
export const OPEN_STATES = [
  'todo',
  'in_progress',
  'blocked',
  'extension',
] as const satisfies readonly TaskState[];

export const isOpen = (state: TaskState): boolean => OPEN_STATES.some((open) => open === state);

/** For ten minutes the author may take a report back alone; afterwards a leader may. */
export const UNDO_WINDOW_MS = 10 * 60 * 1000;

export type Move = {
  readonly from: TaskState;
  readonly to: TaskState;
  readonly percent: number | null;
  readonly dueOn: LocalDate | null;
};

export type ReportRefusal =
  | { readonly kind: 'already'; readonly state: TaskState }
  /** The task's work is over (done or no longer relevant). */
  | { readonly kind: 'closed'; readonly state: TaskState };

const TARGET = {
  done: 'reported',
  in_progress: 'in_progress',
  blocked: 'blocked',
  extension: 'extension',
} as const satisfies Record<Report['status'], TaskState>;

/** What a report makes of an occurrence. The same report again changes nothing and is refused as `already`. */
export function applyReport(
  occurrence: Occurrence,
  report: Pick<Report, 'status' | 'percent' | 'dueOn'>,
): Result<Move, ReportRefusal> {
  const { state } = occurrence;
  if (state === 'done' || state === 'obsolete') return refuse({ kind: 'closed', state });
  const to = TARGET[report.status];
  const percent = to === 'in_progress' && report.percent !== undefined ? Math.round(report.percent) : null;
  if (state === to && (to === 'reported' || (to !== 'extension' && percent === occurrence.percent))) {
    return refuse({ kind: 'already', state });
  }
  return accept({ from: state, to, percent, dueOn: to === 'extension' ? (report.dueOn ?? null) : null });
}

/**
 * The occurrence that a report means: the earliest open one, else the latest that is not.
 * `named` picks by label ("quý II"), compared by the caller.
 */
export function reportedOccurrence(occurrences: readonly Occurrence[]): Occurrence | null {
  const byDate = occurrences.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  return byDate.find(({ state }) => isOpen(state)) ?? byDate.at(-1) ?? null;
}

export type UndoRefusal =
  | { readonly kind: 'not-yours' }
  /** The author's ten minutes are over; a leader may still. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'undone' }
  /** Something happened to the occurrence after this report. */
  | { readonly kind: 'overtaken' };

/** Whether this person may take the report back now. `history`: every event of the task, oldest first. */
export function decideUndo(
  event: TaskEvent,
  history: readonly TaskEvent[],
  {
    personId,
    isLeader,
    now,
  }: { readonly personId: PersonId; readonly isLeader: boolean; readonly now: number },
): Result<
  { readonly from: TaskState; readonly to: TaskState; readonly percent: number | null },
  UndoRefusal
> {
  if (history.some(({ undoes }) => undoes === event.id)) return refuse({ kind: 'undone' });
  const latest = standing(history, event).at(-1);
  if (latest?.id !== event.id) return refuse({ kind: 'overtaken' });
  const isAuthor = event.source.personId === personId;
  if (!isAuthor && !isLeader) return refuse({ kind: 'not-yours' });
  if (isAuthor && !isLeader && now - event.at > UNDO_WINDOW_MS) return refuse({ kind: 'too-late' });
  return accept({
    from: event.to,
    to: event.from,
    percent: standing(history, event).at(-2)?.percent ?? null,
  });
}

/** The reports on the same occurrence that nobody took back, oldest first. */
function standing(history: readonly TaskEvent[], event: TaskEvent): readonly TaskEvent[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  return history.filter(
    ({ occurrenceId, kind, id }) =>
      occurrenceId === event.occurrenceId && kind === 'report' && !undone.has(id),
  );
}
