import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../clock.ts';
import {
  type Context,
  type DateReading,
  dayOf,
  integer,
  NEXT,
  period,
  plain,
  readPointer,
  THIS,
  text,
  word,
} from './date-reading.ts';

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

/** đầu, giữa, cuối, hết before a period, and where in it that points. */
function readEdge(context: Context, at: number): 'start' | 'middle' | 'end' | null {
  const folded = word(context, at);
  if (folded === 'dau') return 'start';
  if (folded === 'giua') return 'middle';
  return /^(?:cuoi|het|trong)$/u.test(folded) ? 'end' : null;
}

/** "tháng 7", "đầu tháng 7/2024", "cuối tháng này", "hết tháng", "tháng sau". */
export function readMonth(context: Context, start: number): DateReading | null {
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

/** "quý II", "Q2", "đầu quý III/2024", "hết quý này". */
export function readQuarter(context: Context, start: number): DateReading | null {
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
export function readYear(context: Context, start: number): DateReading | null {
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
export function readWeek(context: Context, start: number): DateReading | null {
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
