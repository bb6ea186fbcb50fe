import {
  IMPOSSIBLE,
  type Item,
  type Reader,
  type Reading,
  reading,
  type Separator,
  type Shape,
  whenReading,
} from './item.ts';
import { daysOfEveryMonth, EACH, quarterMonthAt, RELATIVE } from './months.ts';
import { monthAt } from './numbers.ts';
import { isAfter, numberAt, phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import { daysOf, type SlotTerm, type Term } from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, leadsTo, yearBehind } from './years.ts';

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

type Year = { readonly year: number | null; readonly shift: number; readonly next: number };

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

type Listed = { readonly day: number; readonly separator: Separator | null };
const JOINS: Readonly<Record<string, Separator>> = {
  ',': 'comma',
  '&': 'and',
  va: 'and',
  '-': 'to',
  den: 'to',
  toi: 'to',
  hoac: 'or',
  hay: 'or',
};
/** A month has no more; a longer list is not a list of days. */
const LONGEST_LIST = 31;

/** Days and the month they share: "15/6", "ngày 5 tháng 6 năm 2024", "15, 20 và 25/6", "ngày 10 và 25 hằng tháng". */
export const readDays: Reader = (tokens, at) => {
  if (isMisread(tokens, at)) return reading(IMPOSSIBLE, at + 1);
  const start = skip(tokens, at, ['ngay', 'mung', 'mong']);
  const named = start > at;
  const list: Listed[] = [];
  let separator: Separator | null = null;
  let next = start;
  let behind = start;
  while (list.length < LONGEST_LIST) {
    const day = numberAt(tokens, next);
    if (day === null) break;
    list.push({ day, separator });
    behind = next + 1;
    const tail = dayTail(
      tokens,
      behind,
      list.map((each) => each.day),
      named,
    );
    if (tail !== null)
      return tail === 'impossible' ? reading(IMPOSSIBLE, behind + 2) : listReading(list, tail);
    separator = JOINS[tokens[behind]?.text ?? ''] ?? null;
    if (separator === null) break;
    next = skip(tokens, behind + 1, ['ngay', 'mung', 'mong', 'den']);
  }
  return named && list.length > 0 ? withoutMonth(tokens, start, list, behind) : null;
};

/** "O5/6", "l5/6": a scanner took a digit for a letter. */
function isMisread(tokens: Tokens, at: number): boolean {
  const glued = tokens[at]?.tight === true && ['o', 'l', 'i'].includes(wordAt(tokens, at - 1));
  return glued && numberAt(tokens, at) !== null && signAt(tokens, at + 1) === '/';
}

/** The month is elsewhere ("hằng tháng, trước ngày 25"). A count that only looks like a day ends the list. */
function withoutMonth(tokens: Tokens, start: number, list: readonly Listed[], behind: number): Reading {
  const whole =
    tokens[behind]?.kind !== 'word' ||
    ['cua', 'va', 'hang', 'bao', 'gui', 'trong'].includes(wordAt(tokens, behind));
  const days = whole ? keepLater(list) : [list[0]?.day ?? 0];
  if (days.some((day) => day < 1 || day > 31)) return reading(IMPOSSIBLE, behind);
  return whenReading({ kind: 'day', days, inLastMonth: false }, whole ? behind : start + 1);
}

/** "10 đến 20", "10 hoặc 20": the later one. */
function keepLater(list: readonly Listed[]): readonly number[] {
  const kept: number[] = [];
  for (const { day, separator } of list) {
    if (separator === 'to' || separator === 'or') kept.pop();
    kept.push(day);
  }
  return kept;
}

type Tail = {
  readonly term: (days: readonly number[]) => Term;
  readonly next: number;
  readonly shape?: Shape;
};

function listReading(list: readonly Listed[], tail: Tail): Reading {
  if (list.some(({ day }) => day < 1 || day > 31)) return reading(IMPOSSIBLE, tail.next);
  const items = list.flatMap(({ day, separator }): readonly Item[] => [
    ...(separator === null ? [] : [{ kind: 'separator', separator } as const]),
    { kind: 'when', term: tail.term([day]) },
  ]);
  return tail.shape === undefined
    ? { items, next: tail.next }
    : { items, next: tail.next, shape: tail.shape };
}

/** What names the month of the days before it; null when nothing here does. */
function dayTail(
  tokens: Tokens,
  at: number,
  days: readonly number[],
  named: boolean,
): Tail | 'impossible' | null {
  return (
    slashMonth(tokens, at) ??
    everyMonth(tokens, at, named) ??
    quarterTail(tokens, at, days) ??
    spokenMonth(tokens, at, days) ??
    (named ? periodEnd(tokens, at) : null)
  );
}

/** "/6", "/6/2024"; "1/3 số hồ sơ" is a share. */
function slashMonth(tokens: Tokens, at: number): Tail | 'impossible' | null {
  if (signAt(tokens, at) !== '/') return null;
  const month = numberAt(tokens, at + 1);
  if (month === null) return null;
  if (
    phraseAt(tokens, at + 2, ['so', 'tong', 'chi tieu', 'ho so', 'so voi', 'don vi', 'xa', 'diem']) !== null
  )
    return null;
  if (month < 1 || month > 12) return 'impossible';
  const year = yearBehind(tokens, at + 2);
  if (year === null && signAt(tokens, at + 2) === '/') return 'impossible';
  return fixedMonth(month, year ?? { year: null, shift: 0, next: at + 2 });
}

function fixedMonth(month: number, year: Year): Tail {
  return { term: (days) => inYear(daysOf(month, days), year), next: year.next };
}

/** "tháng 6", "của tháng 6 năm 2024", "/tháng 6": the list of months goes on with the same days. */
function spokenMonth(tokens: Tokens, at: number, days: readonly number[]): Tail | 'impossible' | null {
  const noun = skip(tokens, at, ['cua', 'trong', 'cac', '/', ',']);
  if (wordAt(tokens, noun) !== 'thang') return null;
  const month = monthAt(tokens, noun + 1);
  if (month === null) return null;
  const dateFollows = signAt(tokens, month.next) === '/' && numberAt(tokens, month.next + 1) !== null;
  if (dateFollows && yearBehind(tokens, month.next) === null) return null;
  if (month.value === 0) return 'impossible';
  const tail = fixedMonth(
    month.value,
    yearBehind(tokens, month.next) ?? { year: null, shift: 0, next: month.next },
  );
  return { ...tail, shape: { unit: 'month', part: 'whole', days } };
}

const MONTHLY = ['bao cao', 'sau', 'tiep theo', 'ke tiep', 'lien ke', 'lien sau', 'toi', 'do'];

/** "hằng tháng", "của tháng", "/tháng", "tháng báo cáo", "của tháng sau". */
function everyMonth(tokens: Tokens, at: number, named: boolean): Tail | null {
  const each = skip(tokens, at, ['cua', 'trong', 'vao', ...EACH, '/']);
  if (wordAt(tokens, each) !== 'thang') return null;
  if (monthAt(tokens, each + 1) !== null || phraseAt(tokens, each + 1, ['nay', 'qua', 'truoc']) !== null)
    return null;
  if (
    quarterMonthAt(tokens, each, [1]) !== null ||
    phraseAt(tokens, each + 1, ['cuoi', 'dau', 'giua', 'thu']) !== null
  )
    return null;
  const plainAfter = wordAt(tokens, each + 1) === 'sau' && !isAfter(tokens[each + 1]);
  if (plainAfter || (tokens[each + 1]?.plain === true && wordAt(tokens, each + 1) === 'sau')) return null;
  const qualified = phraseAt(tokens, each + 1, MONTHLY);
  if (each === at && (qualified === null || !named)) return null;
  if (wordAt(tokens, skip(tokens, qualified ?? at, ['cua', 'sau'])) === 'quy') return null;
  return { term: daysOfEveryMonth, next: qualified ?? each + 1 };
}

/** "tháng cuối quý", "của tháng đầu quý III". */
function quarterTail(tokens: Tokens, at: number, days: readonly number[]): Tail | null {
  const found = quarterMonthAt(tokens, at, [1]);
  if (found === null) return null;
  const term = (each: readonly number[]): Term => quarterMonthAt(tokens, at, each)?.term ?? found.term;
  return { term, next: found.next, shape: { unit: 'quarter-month', nth: found.nth, days } };
}

/** "tháng cuối kỳ báo cáo": the last month of whatever period is spoken of. */
function periodEnd(tokens: Tokens, at: number): Tail | null {
  const noun = skip(tokens, at, ['cua', 'trong']);
  const end = phraseAt(tokens, noun, ['thang cuoi cung', 'thang cuoi']);
  if (end === null || leadsTo(tokens, end) || phraseAt(tokens, end, RELATIVE) !== null) return null;
  const next =
    phraseAt(tokens, skip(tokens, end, ['cua', 'moi']), ['ky bao cao', 'ki bao cao', 'ky', 'ki']) ?? end;
  return { term: (days) => ({ kind: 'day', days, inLastMonth: true }), next };
}
