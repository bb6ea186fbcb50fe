import { IMPOSSIBLE, type Reader, reading, whenReading } from './item.ts';
import { monthAt } from './numbers.ts';
import { isAfter, isFrom, numberAt, phraseAt, skip, wordAt } from './scan.ts';
import type { WeekTerm } from './term.ts';
import type { Tokens } from './tokens.ts';

const WORDS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };

type Weekdays = { readonly days: readonly number[]; readonly next: number };

/** "thứ Sáu", "thứ 6", "T6", "Chủ nhật": 1 Monday … 7 Sunday. */
function weekdayAt(tokens: Tokens, at: number): { readonly day: number; readonly next: number } | null {
  const sunday = phraseAt(tokens, at, ['chu nhat', 'cn']);
  if (sunday !== null) return { day: 7, next: sunday };
  if (wordAt(tokens, at) !== 'thu' && wordAt(tokens, at) !== 't') return null;
  const number = numberAt(tokens, at + 1, 1);
  if (number !== null) return number >= 2 && number <= 7 ? { day: number - 1, next: at + 2 } : null;
  const day = wordAt(tokens, at) === 'thu' ? WORDS[wordAt(tokens, at + 1)] : undefined;
  if (day === undefined || (day === 3 && isFrom(tokens[at + 1]) && tokens[at + 1]?.plain !== true))
    return null;
  if (day === 5 && isAfter(tokens[at + 1]) && tokens[at + 1]?.plain !== true) return null;
  return { day, next: at + 2 };
}

function weekdaysAt(tokens: Tokens, at: number): Weekdays | null {
  const days: number[] = [];
  let next = at;
  for (let day = weekdayAt(tokens, at); day !== null && days.length < 7; day = weekdayAt(tokens, next)) {
    days.push(day.day);
    const joined = skip(tokens, day.next, [',', 'va', '&']);
    if (weekdayAt(tokens, joined) === null) return { days, next: day.next };
    next = joined;
  }
  return null;
}

const WEEKLY = [
  'cua moi tuan',
  'cua tuan',
  'hang tuan',
  'moi tuan',
  'tung tuan',
  'cac tuan',
  'trong tuan',
  '/ tuan',
  'tuan',
];

/** "thứ Sáu hằng tuần", "thứ Hai và thứ Năm hằng tuần", "hằng tuần, vào thứ Sáu", "thứ Sáu cuối tháng". */
export const readWeekdays: Reader = (tokens, at, memory) => {
  const found = weekdaysAt(tokens, at);
  if (found === null) return null;
  const edge = edgeOfMonth(tokens, found.next);
  if (edge !== null) return whenReading(weekly(found.days, edge.nth), edge.next);
  const week = phraseAt(tokens, found.next, WEEKLY);
  const ordinal =
    week !== null && phraseAt(tokens, week, ['thu', 'nay', 'toi', 'sau', 'dau', 'cuoi', 'truoc']) !== null;
  if (ordinal || (week !== null && tokens[week]?.kind === 'number')) return reading(IMPOSSIBLE, week);
  const each = ['moi', 'cac', 'hang'].includes(wordAt(tokens, at - 1));
  if (week === null && !memory.inWeeks && !each) return null;
  return whenReading(weekly(found.days, 'every'), week ?? found.next);
};

const LAST = ['cuoi cung', 'tuan cuoi cung', 'tuan cuoi', 'cuoi'];
const FIRST = ['dau tien', 'tuan dau tien', 'tuan dau', 'dau'];

/** "thứ Sáu cuối tháng", "thứ Hai đầu tiên của hằng tháng". */
function edgeOfMonth(
  tokens: Tokens,
  at: number,
): { readonly nth: 'first' | 'last'; readonly next: number } | null {
  const last = phraseAt(tokens, at, LAST);
  const edge = last ?? phraseAt(tokens, at, FIRST);
  if (edge === null) return null;
  const noun = skip(tokens, edge, ['cua', 'trong', 'hang', 'moi', 'tung', 'cac']);
  if (wordAt(tokens, noun) !== 'thang' || monthAt(tokens, noun + 1) !== null) return null;
  return { nth: last === null ? 'first' : 'last', next: noun + 1 };
}

function weekly(weekdays: readonly number[], nth: WeekTerm['nth']): WeekTerm {
  return { kind: 'week', weekdays, nth, year: null, yearShift: 0 };
}

/** "tuần 2 tháng 3", "tuần thứ hai của tháng", "tuần tới": which day that is, nobody has written. */
export const readNumberedWeek: Reader = (tokens, at) => {
  if (wordAt(tokens, at) !== 'tuan') return null;
  const ordinal = skip(tokens, at + 1, ['thu', 'le']);
  const numbered =
    tokens[ordinal]?.kind === 'number' || (ordinal > at + 1 && WORDS[wordAt(tokens, ordinal)] !== undefined);
  const edge = phraseAt(tokens, at + 1, ['dau tien', 'dau', 'nay', 'toi', 'sau', 'truoc', 'cuoi']);
  if (!numbered && edge === null) return null;
  const next = numbered ? ordinal + 1 : (edge ?? at + 1);
  const noun = skip(tokens, next, ['cua', 'trong', 'moi', 'hang', 'cac']);
  if (wordAt(tokens, noun) !== 'thang') return reading(IMPOSSIBLE, next);
  return reading(IMPOSSIBLE, monthAt(tokens, noun + 1)?.next ?? noun + 1);
};
