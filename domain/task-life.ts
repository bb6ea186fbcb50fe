import { addDays, type LocalDate } from './clock.ts';
import { fold } from './fold.ts';
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
  | { readonly kind: 'closed'; readonly state: TaskState }
  /** An extension to a day that is over. */
  | { readonly kind: 'past-date'; readonly dueOn: LocalDate };

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
  today: LocalDate,
): Result<Move, ReportRefusal> {
  const { state } = occurrence;
  if (state === 'done' || state === 'obsolete') return refuse({ kind: 'closed', state });
  if (report.status === 'extension' && report.dueOn !== undefined && report.dueOn < today) {
    return refuse({ kind: 'past-date', dueOn: report.dueOn });
  }
  const to = TARGET[report.status];
  const percent = to === 'in_progress' && report.percent !== undefined ? Math.round(report.percent) : null;
  if (state === to && (to === 'reported' || (to !== 'extension' && percent === occurrence.percent))) {
    return refuse({ kind: 'already', state });
  }
  return accept({ from: state, to, percent, dueOn: to === 'extension' ? (report.dueOn ?? null) : null });
}

/** How far ahead of its date a period may be reported without being named, once an earlier one is reported. */
const AHEAD_DAYS = 31;

export type Meant =
  | { readonly kind: 'found'; readonly occurrence: Occurrence }
  /** No due date of the task is called so. */
  | { readonly kind: 'unknown-label' }
  /** An earlier one is reported and the next is still far: a repeated report must not close it by accident. */
  | { readonly kind: 'far-ahead'; readonly reported: Occurrence; readonly next: Occurrence }
  | { readonly kind: 'none' };

/** The due date that a report means: the one it names ("quý II", "tháng 11"), else the earliest open one. */
export function reportedOccurrence(
  occurrences: readonly Occurrence[],
  label: string | null,
  today: LocalDate,
): Meant {
  const byDate = occurrences.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
  if (label !== null && byDate.some((occurrence) => occurrence.label !== null)) {
    const named = byDate.filter((occurrence) => isCalled(occurrence, label));
    const occurrence = named.find(({ state }) => isOpen(state)) ?? named[0];
    return occurrence === undefined ? { kind: 'unknown-label' } : { kind: 'found', occurrence };
  }
  const next = byDate.find(({ state }) => isOpen(state));
  const reported = byDate.findLast(({ state }) => !isOpen(state));
  const occurrence = next ?? byDate.at(-1);
  if (occurrence === undefined) return { kind: 'none' };
  if (next !== undefined && reported !== undefined && isFarAhead(next, today)) {
    return { kind: 'far-ahead', reported, next };
  }
  return { kind: 'found', occurrence };
}

const isFarAhead = ({ dueOn }: Occurrence, today: LocalDate) =>
  dueOn !== null && dueOn > addDays(today, AHEAD_DAYS);

/** "quý IV" names "Quý IV/2023", "15/6" names "15/6/2024"; a longer number is another ("Quý I" is not "Quý IV"). */
export function isCalled({ label }: Occurrence, name: string): boolean {
  const bare = (text: string) => ` ${fold(text).replace(/(?<!\d)0+(?=\d)/gu, '')} `;
  const [own, said] = [bare(label ?? ''), bare(name)];
  return own.startsWith(said) || said.startsWith(own);
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
