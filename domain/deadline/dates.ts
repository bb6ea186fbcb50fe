import { dayTail } from './day-tails.ts';
import { IMPOSSIBLE, type Reader, type Reading, reading, whenReading } from './item.ts';
import { numberAt, signAt, wordAt, yearAt } from './scan.ts';
import { daysOf, type SlotTerm } from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, type Year, yearBehind } from './years.ts';

/** "2024-06-15" and "2024/6/15". */
export const readIsoDate: Reader = (tokens, at) => {
  const year = yearAt(tokens, at);
  const sign = signAt(tokens, at + 1);
  if (year === null || (sign !== '-' && sign !== '/')) return null;
  const month = numberAt(tokens, at + 2);
  if (month === null) return null;
  if (signAt(tokens, at + 3) !== sign) return isoMonth(tokens, at, year, month);
  const day = numberAt(tokens, at + 4);
  return day === null ? null : dated(day, month, { year, shift: 0, next: at + 5 });
};

/** "2024-06"; "2021-25" is not one. */
function isoMonth(tokens: Tokens, at: number, year: number, month: number): Reading | null {
  const isMonth =
    month >= 1 && month <= 12 && tokens[at + 2]?.text.length === 2 && tokens[at + 2]?.tight === true;
  return isMonth ? whenReading({ ...monthTerm(month), year }, at + 3) : null;
}

/** "15-6-2024", "15.6.2024", "15/6-2024", and "ngày 15-6", "ngày 15.6" where "ngày" says that it is a date. */
export const readDashedDate: Reader = (tokens, at, memory) => {
  const first = isDayWord(tokens, at) ? at + 1 : at;
  const named = first > at || memory.marked || (signAt(tokens, at + 1) === '-' && isAlone(tokens, at));
  const day = numberAt(tokens, first);
  const sign = signAt(tokens, first + 1);
  const month = numberAt(tokens, first + 2);
  if (day === null || month === null || (sign !== '-' && sign !== '.')) return null;
  const second = signAt(tokens, first + 3);
  const year = ['-', '.', '/'].includes(second) ? yearAt(tokens, first + 4) : null;
  if (year !== null && (second === sign || named || day > 12))
    return dated(day, month, { year, shift: 0, next: first + 5 });
  if (year !== null && second === '/') return reading(IMPOSSIBLE, first + 5);
  const short = named && day > month && month <= 12 && second !== '/' && tokens[first + 2]?.tight === true;
  if (!short || dayTail(tokens, first + 3, [1], true) !== null) return null;
  return dated(day, month, yearBehind(tokens, first + 3) ?? { year: null, shift: 0, next: first + 3 });
};

/** The whole cell: "30-6". */
function isAlone(tokens: Tokens, at: number): boolean {
  return at === 0 && tokens.length === 3 && (numberAt(tokens, at) ?? 0) > 12;
}

function dated(day: number, month: number, year: Year): Reading {
  if (month < 1 || month > 12 || day < 1 || day > 31) return reading(IMPOSSIBLE, year.next);
  return whenReading(inYear(daysOf(month, [day]), year), year.next);
}

/** "01/2023": a month and its year. */
export const readMonthOfYear: Reader = (tokens, at) => {
  const month = numberAt(tokens, at);
  const sign = signAt(tokens, at + 1);
  const year = yearAt(tokens, at + 2);
  if (month === null || year === null) return null;
  if (sign !== '/' && !(sign === '-' && tokens[at + 2]?.tight === true)) return null;
  if (month < 1 || month > 12) return reading(IMPOSSIBLE, at + 3);
  const term = { ...monthTerm(month), year };
  return whenReading(term, at + 3, { unit: 'month', part: 'whole', days: [] });
};

function monthTerm(month: number): SlotTerm {
  const [slot] = daysOf(month, [1]).slots;
  const slots =
    slot === undefined ? [] : [{ from: slot.from, to: { month, day: 0 }, label: `Tháng ${month}` }];
  return { ...daysOf(month, []), grain: 'month', slots };
}

function isDayWord(tokens: Tokens, at: number): boolean {
  return ['ngay', 'mung', 'mong'].includes(wordAt(tokens, at));
}
