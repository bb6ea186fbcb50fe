import type { LocalDate } from './clock.ts';

/** Which days an office works. Weekends are off; holidays and make-up Saturdays are data, year by year. */
export type WorkingCalendar = {
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** Whether the year's official days off are known; a year without them is a warning, not a guess. */
  readonly knowsYear: (year: number) => boolean;
};

/** A day that differs from its week: a holiday or a day in lieu (`off`), a make-up Saturday (`work`). */
export type CalendarDay = {
  readonly date: LocalDate;
  readonly kind: 'off' | 'work';
  /** Why, as people say it: "Tết Nguyên đán", "Làm bù ngày 29/4". */
  readonly name: string;
};

/** Of two entries for one day the later one holds. */
export function createWorkingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  const kinds = new Map(days.map((day) => [day.date, day.kind]));
  const known = new Set([...kinds].filter(([, kind]) => kind === 'off').map(([date]) => yearOf(date)));
  return {
    isWorkingDay: (date) => {
      const kind = kinds.get(date);
      return kind === undefined ? !isWeekend(date) : kind === 'work';
    },
    knowsYear: (year) => known.has(year),
  };
}

/** What is left when nothing is known of a year. */
export const weekendsOnly: WorkingCalendar = createWorkingCalendar([]);

/** The n-th working day after `date`, the next day first; before it when `count` is negative; `date` itself for 0. */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    day = seek(calendar, neighbour(day, step), step);
  }
  return day;
}

/** `date`, when it is a working day, else the first one after it. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return seek(calendar, date, 1);
}

/** `date`, when it is a working day, else the last one before it. */
export function previousWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return seek(calendar, date, -1);
}

/** No office rests longer than this; a calendar that says so is wrong, and must not hang its reader. */
const LONGEST_REST_DAYS = 60;

function seek(calendar: WorkingCalendar, date: LocalDate, step: 1 | -1): LocalDate {
  let day = date;
  for (let tries = 0; tries < LONGEST_REST_DAYS && !calendar.isWorkingDay(day); tries += 1) {
    day = neighbour(day, step);
  }
  return day;
}

function isWeekend(date: LocalDate): boolean {
  return [0, 6].includes(new Date(midnight(date)).getUTCDay());
}

const DAY_MS = 86_400_000;

/** The day before or after; counted in plain milliseconds, since long counts take many such steps. */
function neighbour(date: LocalDate, step: 1 | -1): LocalDate {
  return new Date(midnight(date) + step * DAY_MS).toISOString().slice(0, 10);
}

/** A local date is nobody's instant; UTC has no daylight saving to stumble over. */
function midnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
