import { addDays, type LocalDate } from '../clock.ts';
import { readMonth, readQuarter, readWeek, readYear } from './date-periods.ts';
import {
  type Context,
  type DateReading,
  dayOf,
  exact,
  integer,
  nearest,
  plain,
  text,
  word,
} from './date-reading.ts';
import { readSpan } from './date-spans.ts';
import type { Token } from './tokens.ts';

/** The date or span that starts at a token. */
export function readDate(tokens: readonly Token[], at: number, today: LocalDate): DateReading | null {
  const context = { tokens, today };
  return (
    readCalendarDay(context, at) ??
    readSpan(context, at) ??
    readMonth(context, at) ??
    readQuarter(context, at) ??
    readYear(context, at) ??
    readWeek(context, at) ??
    readNearDay(context, at)
  );
}

/** "30/6", "30-6-2024", "ngày 30", "ngày 30 tháng 6 năm 2024", "mùng 5/7". */
function readCalendarDay(context: Context, start: number): DateReading | null {
  const isNamed = /^(?:ngay|mung|mong)$/u.test(word(context, start));
  const at = isNamed ? start + 1 : start;
  const day = integer(context, at);
  if (day === null || day < 1 || day > 31) return null;
  const separator = text(context, at + 1);
  const isTight = context.tokens[at + 1]?.glued === true && context.tokens[at + 2]?.glued === true;
  const isDated =
    isTight &&
    (separator === '/' || ((separator === '-' || separator === '.') && isDayLike(context, at, isNamed)));
  const isSpelled = word(context, at + 1) === 'thang';
  const month = isDated || isSpelled ? integer(context, at + 2) : null;
  if (month !== null) return withYear(context, { day, month, at: at + 3, separator, start });
  return isNamed && !/^[/%]$/u.test(separator) ? dayOf(nearestDay(context.today, day), at + 1 - start) : null;
}

/** "3-6" is a range of tasks as often as a day: it needs "ngày", a word before it or a year. */
function isDayLike(context: Context, at: number, isNamed: boolean): boolean {
  const hasYear = text(context, at + 3) === text(context, at + 1) && (integer(context, at + 4) ?? 0) > 20;
  return isNamed || hasYear || /^(?:den|toi|truoc|sang|hom|het|qua)$/u.test(word(context, at - 1));
}

const RECENT_DAYS = 31;

type DayParts = {
  readonly day: number;
  readonly month: number;
  readonly at: number;
  readonly separator: string;
  readonly start: number;
};

function withYear(context: Context, { day, month, at, separator, start }: DayParts): DateReading | null {
  const isWritten = text(context, at) === separator && context.tokens[at + 1]?.glued === true;
  const isSpelled = word(context, at) === 'nam' && integer(context, at + 1) !== null;
  const written = isWritten || isSpelled ? integer(context, at + 1) : null;
  const length = (written === null ? at : at + 2) - start;
  const on = written === null ? nearest(context.today, day, month) : exact(fullYear(written), month, day);
  if (on === null) return null;
  const isRecent = written === null && isJustPast(context.today, day, month);
  return isRecent ? { ...dayOf(on, length), recent: true } : dayOf(on, length);
}

function isJustPast(today: LocalDate, day: number, month: number): boolean {
  const on = exact(plain(today).year, month, day);
  return on !== null && on < today && on > addDays(today, -RECENT_DAYS);
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year);

function nearestDay(today: LocalDate, day: number): LocalDate | null {
  const { year, month } = plain(today);
  const on = exact(year, month, day);
  if (on !== null && on >= today) return on;
  const next = plain(today).with({ day: 1 }).add({ months: 1 });
  return exact(next.year, next.month, day);
}

/** "mai", "ngày mai", "ngày kia", "mốt", "hôm nay"; "mãi" and a name are none. */
function readNearDay(context: Context, start: number): DateReading | null {
  const hasDay = word(context, start) === 'ngay';
  const at = hasDay ? start + 1 : start;
  const token = context.tokens[at];
  if (token === undefined) return null;
  const written = token.text.toLowerCase();
  if (written === 'mai' && !(token.capital && !hasDay && at > 0))
    return dayOf(addDays(context.today, 1), at + 1 - start);
  if (/^(?:mốt|mot)$/u.test(written) && hasDay) return dayOf(addDays(context.today, 2), at + 1 - start);
  if (hasDay && word(context, at) === 'kia') return dayOf(addDays(context.today, 2), at + 1 - start);
  return null;
}
