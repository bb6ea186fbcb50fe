import { addDays, instantOf, localDateOf } from './clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** When a job runs: at a local wall time, every day or on working days only. */
export type Schedule = {
  readonly days: 'every' | 'working';
  /** "07:30", Asia/Ho_Chi_Minh. */
  readonly at: string;
};

/** The slots (epoch ms) in the half-open range (after, until], ascending. slots(a,c) = slots(a,b) + slots(b,c). */
export function slotsBetween(
  { days, at }: Schedule,
  calendar: WorkingCalendar,
  after: number,
  until: number,
): readonly number[] {
  const slots: number[] = [];
  const last = localDateOf(until);
  for (let date = localDateOf(after); date <= last; date = addDays(date, 1)) {
    const slot = instantOf(date, at);
    if (slot > after && slot <= until && (days === 'every' || calendar.isWorkingDay(date))) slots.push(slot);
  }
  return slots;
}

/** A run this long after its slot says that it is late. */
export const LATE_AFTER_MS = 10 * 60 * 1000;
