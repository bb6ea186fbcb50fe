import { addDays, type LocalDate } from './clock.ts';
import { nextWorkingDay, previousWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** A moment at which a deadline is told: `days` before (negative), on (0) or after its due date, in calendar days. */
export type Stage = {
  readonly days: number;
  /** "T-3", "T", "+7" */
  readonly label: string;
};

/** Before and on the due date; a week late; then weekly for a month. */
const STAGES: readonly Stage[] = [
  { days: -7, label: 'T-7' },
  { days: -3, label: 'T-3' },
  { days: -1, label: 'T-1' },
  { days: 0, label: 'T' },
  { days: 1, label: '+1' },
  { days: 3, label: '+3' },
  { days: 7, label: '+7' },
  { days: 14, label: '+14' },
  { days: 21, label: '+21' },
  { days: 28, label: '+28' },
];

/**
 * The stage that is told today, null when none is. Only a stage whose day is exactly today counts: what was
 * missed is not caught up. Where days off press two stages onto one day, the one nearest to the due date is told.
 */
export function stageOn(at: {
  readonly dueOn: LocalDate;
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
}): Stage | null {
  const told = STAGES.filter((stage) => dayOf(stage, at.dueOn, at.calendar) === at.today);
  return told.toSorted((a, b) => Math.abs(a.days) - Math.abs(b.days))[0] ?? null;
}

/** The working day on which a stage is told: up to the due date rather early, after it rather late. */
function dayOf({ days }: Stage, dueOn: LocalDate, calendar: WorkingCalendar): LocalDate {
  const day = addDays(dueOn, days);
  return days > 0 ? nextWorkingDay(calendar, day) : previousWorkingDay(calendar, day);
}

/** Longer than any run of days off that can push a stage away from its own day. */
const LONGEST_MOVE_DAYS = 21;

/** The closed range of due dates that can have a stage today: what a query has to look at. */
export function stageReach(today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: addDays(today, -28 - LONGEST_MOVE_DAYS), to: addDays(today, 7 + LONGEST_MOVE_DAYS) };
}

export type Silence = 'plan_year_ended' | 'due_before_issue' | 'not_issued_yet';

type Occasion = {
  readonly planYear: number;
  readonly issuedOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly today: LocalDate;
};

/** Why an occurrence is never warned of, null when it is. */
export function silenceOf({ planYear, issuedOn, dueOn, today }: Occasion): Silence | null {
  if (Number(today.slice(0, 4)) > planYear) return 'plan_year_ended';
  if (issuedOn !== null && dueOn < issuedOn) return 'due_before_issue';
  if (issuedOn !== null && today < issuedOn) return 'not_issued_yet';
  return null;
}

/** Whether an occurrence is warned of at all; `silenceOf` says why not. */
export function warns(occasion: Occasion): boolean {
  return silenceOf(occasion) === null;
}
