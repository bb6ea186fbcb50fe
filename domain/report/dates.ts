import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from '../clock.ts';
import { readNumberWords } from './amounts.ts';
import type { Token } from './tokens.ts';

/**
 * A day that a message names. `on` is the last day of a period, null when nobody can say ("vài ngày").
 * Without a year it is the nearest such day that is not past.
 */
export type DateReading = {
  readonly on: LocalDate | null;
  readonly period: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'span';
  /** How an occurrence of a task is named: "quý II", "tháng 5"; null when it cannot be one. */
  readonly label: string | null;
  /** Written without a year, and past by less than a month: may also be the day that was. */
  readonly recent?: true;
  readonly length: number;
};

type Context = { readonly tokens: readonly Token[]; readonly today: LocalDate };

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};
const NUMERALS = ['I', 'II', 'III', 'IV'];
const WEEKDAYS: Readonly<Record<string, number>> = {
  '2': 1,
  hai: 1,
  '3': 2,
  ba: 2,
  '4': 3,
  tu: 3,
  '5': 4,
  nam: 4,
  '6': 5,
  sau: 5,
  '7': 6,
  bay: 6,
};
const RECENT_DAYS = 31;
const THIS = new Set(['nay']);
const NEXT = new Set(['sau', 'toi']);

const word = ({ tokens }: Context, at: number) => tokens[at]?.spelling.folded ?? '';
const text = ({ tokens }: Context, at: number) => tokens[at]?.text ?? '';
const plain = (today: LocalDate) => Temporal.PlainDate.from(today);

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

/** The whole number at a token, null when it is none or too long for a date. */
function integer({ tokens }: Context, at: number): number | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 4 ? Number(token.text) : null;
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

const dayOf = (on: LocalDate | null, length: number): DateReading => ({
  on,
  period: 'day',
  label: null,
  length,
});
const fullYear = (year: number) => (year < 100 ? 2000 + year : year);

function exact(year: number, month: number, day: number): LocalDate | null {
  if (year < 1000 || month < 1 || month > 12) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }).toString() : null;
}

/** This year's day, or next year's when it is past. */
function nearest(today: LocalDate, day: number, month: number): LocalDate | null {
  const { year } = plain(today);
  const on = exact(year, month, day);
  return on !== null && on >= today ? on : exact(year + 1, month, day);
}

function nearestDay(today: LocalDate, day: number): LocalDate | null {
  const { year, month } = plain(today);
  const on = exact(year, month, day);
  if (on !== null && on >= today) return on;
  const next = plain(today).with({ day: 1 }).add({ months: 1 });
  return exact(next.year, next.month, day);
}

const SPAN_UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  ngay: 'days',
  hom: 'days',
  bua: 'days',
  tuan: 'weeks',
  thang: 'months',
  nam: 'years',
};

/** "5 ngày", "mười ngày làm việc", "nửa tháng", "vài hôm": counted from today; "6 tháng đầu năm" is an occurrence. */
function readSpan(context: Context, at: number): DateReading | null {
  const count = readCount(context, at);
  if (count === null) return null;
  const unitAt = at + count.length;
  const unit = SPAN_UNITS[word(context, unitAt)];
  if (unit === undefined || context.tokens[unitAt]?.kind !== 'word') return null;
  const length = count.length + 1;
  if (
    unit === 'months' &&
    /^(?:dau|cuoi)$/u.test(word(context, unitAt + 1)) &&
    word(context, unitAt + 2) === 'nam'
  ) {
    const isFirst = word(context, unitAt + 1) === 'dau';
    const label = `${count.value} tháng ${isFirst ? 'đầu' : 'cuối'} năm`;
    return {
      on: nearest(context.today, isFirst ? 30 : 31, isFirst ? 6 : 12),
      period: 'span',
      label,
      length: length + 2,
    };
  }
  if (unit === 'years' && /^[0-9]/u.test(text(context, unitAt + 1))) return null;
  if (count.value === null) return { on: null, period: 'span', label: null, length };
  const isWorking = word(context, unitAt + 1) === 'lam' && word(context, unitAt + 2) === 'viec';
  if (isWorking && unit === 'days') {
    return {
      on: addWorkingDays(context.today, count.value),
      period: 'span',
      label: null,
      length: length + 2,
    };
  }
  return { on: addSpan(context.today, count.value, unit), period: 'span', label: null, length };
}

function addSpan(today: LocalDate, count: number, unit: 'days' | 'weeks' | 'months' | 'years'): LocalDate {
  if (count === 0.5 && unit === 'months') return addDays(today, 15);
  if (count === 0.5) return addDays(today, unit === 'weeks' ? 3 : 1);
  return plain(today)
    .add({ [unit]: count })
    .toString();
}

/** Weekends are off; holidays are the working calendar's, which a message's reader does not have. */
function addWorkingDays(today: LocalDate, count: number): LocalDate {
  let date = plain(today).add({ weeks: Math.floor(count / 5) });
  for (let left = count % 5; left > 0; left -= 1) {
    date = date.add({ days: date.dayOfWeek >= 5 ? 8 - date.dayOfWeek : 1 });
  }
  return date.toString();
}

type Count = { readonly value: number | null; readonly length: number };

function readCount(context: Context, at: number): Count | null {
  const digits = integer(context, at);
  if (digits !== null) return digits > 0 && digits < 400 ? { value: digits, length: 1 } : null;
  const folded = word(context, at);
  if (/^(?:vai|may|it)$/u.test(folded)) return { value: null, length: 1 };
  if (folded === 'nua' && context.tokens[at]?.text.toLowerCase() !== 'nữa') return { value: 0.5, length: 1 };
  // "sau ngày 5" and "tháng này": without its accent "sau" is not six, and "năm" counts only before a unit.
  if (folded === 'sau' && context.tokens[at]?.spelling.tone !== "'") return null;
  return readNumberWords(context.tokens, at);
}

/** đầu, giữa, cuối, hết before a period, and where in it that points. */
function readEdge(context: Context, at: number): 'start' | 'middle' | 'end' | null {
  const folded = word(context, at);
  if (folded === 'dau') return 'start';
  if (folded === 'giua') return 'middle';
  return /^(?:cuoi|het|trong)$/u.test(folded) ? 'end' : null;
}

/** "tháng 7", "đầu tháng 7/2024", "cuối tháng này", "hết tháng", "tháng sau". */
function readMonth(context: Context, start: number): DateReading | null {
  const edge = readEdge(context, start);
  const at = edge === null ? start : start + 1;
  if (word(context, at) !== 'thang') return null;
  const today = plain(context.today);
  const named = readPointer(context, at + 1);
  if (named !== null || (edge !== null && integer(context, at + 1) === null)) {
    const { year, month } = today.add({ months: named === 'next' ? 1 : 0 });
    return period(inMonth(year, month, edge), 'month', null, at + (named === null ? 1 : 2) - start);
  }
  const month = integer(context, at + 1);
  if (month === null || month < 1 || month > 12) return null;
  const year = readWrittenYear(context, at + 2);
  const label = edge === null ? `tháng ${month}` : null;
  const inYear = year?.value ?? (month >= today.month ? today.year : today.year + 1);
  return period(inMonth(inYear, month, edge), 'month', label, at + 2 + (year?.length ?? 0) - start);
}

function readPointer(context: Context, at: number): 'this' | 'next' | null {
  if (THIS.has(word(context, at))) return 'this';
  return NEXT.has(word(context, at)) ? 'next' : null;
}

function readWrittenYear(context: Context, at: number): { value: number; length: number } | null {
  if (word(context, at) === 'nam' && THIS.has(word(context, at + 1)))
    return { value: plain(context.today).year, length: 2 };
  if (word(context, at) === 'nam' && NEXT.has(word(context, at + 1)))
    return { value: plain(context.today).year + 1, length: 2 };
  const year =
    /^[/-]$/u.test(text(context, at)) || word(context, at) === 'nam' ? integer(context, at + 1) : null;
  return year !== null && year > 1900 ? { value: year, length: 2 } : null;
}

function inMonth(year: number, month: number, edge: 'start' | 'middle' | 'end' | null): LocalDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const day = edge === 'start' ? 10 : edge === 'middle' ? 20 : first.daysInMonth;
  return first.with({ day }).toString();
}

const period = (
  on: LocalDate,
  name: DateReading['period'],
  label: string | null,
  length: number,
): DateReading => ({
  on,
  period: name,
  label,
  length,
});

/** "quý II", "Q2", "đầu quý III/2024", "hết quý này". */
function readQuarter(context: Context, start: number): DateReading | null {
  const edge = readEdge(context, start);
  const at = edge === null ? start : start + 1;
  const folded = word(context, at);
  if (folded !== 'quy' && folded !== 'qui' && folded !== 'q') return null;
  const today = plain(context.today);
  const current = Math.ceil(today.month / 3);
  const pointer = readPointer(context, at + 1);
  const value = text(context, at + 1).toLowerCase();
  const quarter = ROMAN[value];
  if (folded === 'q' && context.tokens[at + 1]?.glued !== true) return null;
  if (quarter === undefined) {
    if (pointer === null && (edge === null || folded === 'q')) return null;
    const next = pointer === 'next' ? current + 1 : current;
    return period(
      inQuarter(today.year, next, edge),
      'quarter',
      null,
      at + (pointer === null ? 1 : 2) - start,
    );
  }
  const year = readWrittenYear(context, at + 2);
  const inYear = year?.value ?? (quarter >= current ? today.year : today.year + 1);
  const label = edge === null ? `quý ${NUMERALS[quarter - 1] ?? ''}` : null;
  return period(inQuarter(inYear, quarter, edge), 'quarter', label, at + 2 + (year?.length ?? 0) - start);
}

/** "đầu quý" ends with its first month; the fifth quarter is next year's first. */
function inQuarter(year: number, quarter: number, edge: 'start' | 'middle' | 'end' | null): LocalDate {
  const inYear = quarter > 4 ? year + 1 : year;
  const last = (((quarter - 1) % 4) + 1) * 3;
  const month = edge === 'start' ? last - 2 : edge === 'middle' ? last - 1 : last;
  return inMonth(inYear, month, 'end');
}

/** "hết năm", "cuối năm nay", "năm 2024". */
function readYear(context: Context, start: number): DateReading | null {
  const edge = readEdge(context, start);
  const at = edge === null ? start : start + 1;
  if (word(context, at) !== 'nam') return null;
  const pointer = readPointer(context, at + 1);
  const written = integer(context, at + 1);
  if (written !== null && written > 1900) return period(`${written}-12-31`, 'year', null, at + 2 - start);
  if (pointer === null && edge === null) return null;
  const year = plain(context.today).year + (pointer === 'next' ? 1 : 0);
  return period(`${year}-12-31`, 'year', null, at + (pointer === null ? 1 : 2) - start);
}

/** "thứ Sáu", "thứ 6 tuần sau", "chủ nhật", "tuần sau" (its Sunday), "đầu tuần sau" (its Monday). */
function readWeek(context: Context, start: number): DateReading | null {
  const today = plain(context.today);
  if (word(context, start) === 'thu' && context.tokens[start]?.spelling.tone !== '`') {
    const weekday = WEEKDAYS[text(context, start + 1).toLowerCase()] ?? WEEKDAYS[word(context, start + 1)];
    return weekday === undefined ? null : weekdayOf(context, weekday, start + 2, start);
  }
  if (word(context, start) === 'chu' && word(context, start + 1) === 'nhat')
    return weekdayOf(context, 7, start + 2, start);
  const edge = readEdge(context, start);
  const at = edge === null ? start : start + 1;
  if (word(context, at) !== 'tuan') return null;
  const pointer = readPointer(context, at + 1);
  if (pointer === null && edge === null) return null;
  const sunday = today.add({ days: 7 - today.dayOfWeek + (pointer === 'next' ? 7 : 0) });
  const on =
    edge === 'start'
      ? sunday.subtract({ days: 6 })
      : edge === 'middle'
        ? sunday.subtract({ days: 4 })
        : sunday;
  return period(on.toString(), 'week', null, at + (pointer === null ? 1 : 2) - start);
}

function weekdayOf(context: Context, weekday: number, at: number, start: number): DateReading {
  const today = plain(context.today);
  const isWeek = word(context, at) === 'tuan';
  const pointer = readPointer(context, isWeek ? at + 1 : at);
  const length = at - start + (pointer === null ? 0 : isWeek ? 2 : 1);
  if (pointer === 'next') return dayOf(today.add({ days: weekday - today.dayOfWeek + 7 }).toString(), length);
  return dayOf(today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }).toString(), length);
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
