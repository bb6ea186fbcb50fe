import type { LocalDate } from './clock.ts';

/** Which days an office works. Weekends are off; holidays and make-up Saturdays are data, year by year. */
export type WorkingCalendar = {
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** Whether the year's official days off are known; a year without them is a warning, not a guess. */
  readonly knowsYear: (year: number) => boolean;
};
