import { addDays, type LocalDate } from './clock.ts';
import { silenceOf } from './stages.ts';
import type { TaskWithOccurrences } from './task.ts';
import { isOpen } from './task-life.ts';
import { nextDueOn } from './task-text.ts';

/**
 * How a task stands on a day. `backdated`: its date lies before its own plan was issued, a finding and no lateness.
 * `ended`: still open, of a plan whose year is over.
 */
export type Standing =
  | 'overdue'
  | 'soon'
  | 'ahead'
  | 'undated'
  | 'continuous'
  | 'backdated'
  | 'ended'
  | 'done';

const SOON_DAYS = 7;

export function standingOf(
  task: TaskWithOccurrences,
  issuedOn: LocalDate | null,
  today: LocalDate,
): Standing {
  if (task.kind === 'continuous') return Number(today.slice(0, 4)) > task.planYear ? 'ended' : 'continuous';
  if (!task.occurrences.some(({ state }) => isOpen(state))) return 'done';
  const dueOn = nextDueOn(task);
  const silence = silenceOf({ planYear: task.planYear, issuedOn, dueOn: dueOn ?? today, today });
  if (silence === 'plan_year_ended') return 'ended';
  if (dueOn === null) return 'undated';
  if (silence === 'due_before_issue') return 'backdated';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'ahead';
}
