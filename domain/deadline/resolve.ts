import { addDays, displayDate, type LocalDate } from '../clock.ts';
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
} from '../working-calendar.ts';
import type { Bound } from './item.ts';
import type { MonthDay, Shift, Slot, SlotTerm, Term, WeekTerm } from './term.ts';

/** A stretch of days in a certain year; `due` is the day that the work is due by. */
export type Span = {
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly due: LocalDate;
  readonly label: string;
};

export type Setting = { readonly year: number; readonly calendar: WorkingCalendar };

/** The days that a term means; null when one of them does not exist (30/2). */
export function spansOf(term: Term, bound: Bound, setting: Setting): readonly Span[] | null {
  if (term.kind === 'week') return weekSpans(term, bound, setting);
  if (term.kind !== 'slots') return term.kind === 'vague' && !term.blocks ? [] : null;
  const year = term.year ?? setting.year + term.yearShift;
  const spans = term.slots.map((slot) => slotSpan(slot, year, term, bound, setting));
  return spans.every((span) => span !== null) ? spans : null;
}

function slotSpan(slot: Slot, year: number, term: SlotTerm, bound: Bound, setting: Setting): Span | null {
  const start = dateOf(slot.from, year, term.repeats);
  const end = dateOf(slot.to, year, term.repeats);
  if (start === null || end === null) return null;
  // "trước ngày 30 hằng tháng" leaves all of February; a day that the month lacks is not counted back from.
  const missing = slot.from.day > lastDay(year, slot.from.month);
  const strict = bound === 'before' && !missing;
  const due = strict ? addDays(start, -1) : end;
  const moved = shifted(due, term.shift, setting.calendar);
  const counted = term.shift !== null && slot.label.includes('/');
  return { start, end, due: moved, label: counted ? displayDate(moved) : labelIn(slot, year, setting.year) };
}

/** Null for a day that its month lacks; a recurring day (31 hằng tháng) is then the month's last. */
function dateOf({ month, day }: MonthDay, year: number, repeats: boolean): LocalDate | null {
  const last = lastDay(year, month);
  if (day > last && !repeats) return null;
  return toDate(year, month, day === 0 ? last : Math.min(day, last));
}

function lastDay(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function toDate(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function shifted(date: LocalDate, shift: Shift | null, calendar: WorkingCalendar): LocalDate {
  if (shift === null) return date;
  switch (shift.unit) {
    case 'day':
      return addDays(date, shift.count);
    case 'working-day':
      return addWorkingDays(calendar, date, shift.count);
    case 'month':
      return addMonths(date, shift.count);
    case 'last-working-day':
      return previousWorkingDay(calendar, date);
    case 'first-working-day':
      return addWorkingDays(calendar, nextWorkingDay(calendar, date), shift.count - 1);
  }
}

/** The same day so many months on, or the month's last. */
function addMonths(date: LocalDate, count: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return toDate(target.year, target.month, Math.min(day, lastDay(target.year, target.month)));
}

/** "Quý II", and "Quý II/2025" in a year that is not the plan's; a day always with its year. */
function labelIn({ label }: Slot, year: number, planYear: number): string {
  if (label === 'Năm') return `Năm ${year}`;
  if (label.includes('/')) return `${label}/${year}`;
  return year === planYear ? label : `${label}${label.endsWith('năm') ? ' ' : '/'}${year}`;
}

function weekSpans(term: WeekTerm, bound: Bound, setting: Setting): readonly Span[] {
  const year = term.year ?? setting.year + term.yearShift;
  const days = term.weekdays.flatMap((weekday) => weekdaysOf(year, weekday));
  return days
    .filter((day) => term.nth === 'every' || isNth(day, term.nth))
    .map((day) => {
      const [, month = '', date = ''] = day.split('-');
      return {
        start: day,
        end: day,
        due: bound === 'before' ? addDays(day, -1) : day,
        label: `${Number(date)}/${Number(month)}/${year}`,
      };
    });
}

const DAY_MS = 86_400_000;

function weekdaysOf(year: number, weekday: number): readonly LocalDate[] {
  const first = Date.UTC(year, 0, 1);
  const offset = (weekday - new Date(first).getUTCDay() + 7) % 7;
  const days: LocalDate[] = [];
  for (let at = first + offset * DAY_MS; at < Date.UTC(year + 1, 0, 1); at += 7 * DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

function isNth(date: LocalDate, nth: 'first' | 'last'): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return nth === 'first' ? day <= 7 : day > lastDay(year, month) - 7;
}
