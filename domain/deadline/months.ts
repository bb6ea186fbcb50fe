import { IMPOSSIBLE, type Reader, type Reading, reading, whenReading } from './item.ts';
import { monthAt, quarterAt, standsAlone } from './numbers.ts';
import { phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import {
  daySlot,
  MONTHS,
  monthSlot,
  type Part,
  QUARTERS,
  quarterMonthSlots,
  quarterSlot,
  type SlotTerm,
  slots,
} from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, yearBehind } from './years.ts';

const PARTS: readonly (readonly [phrase: string, part: Part])[] = [
  ['nua dau', 'first-half'],
  ['nua cuoi', 'end'],
  ['thuong tuan', 'start'],
  ['trung tuan', 'middle'],
  ['ha tuan', 'end'],
  ['tuan cuoi cung', 'end'],
  ['tuan cuoi', 'end'],
  ['ngay dau tien', 'first-day'],
  ['ngay cuoi cung', 'end'],
  ['ngay cuoi', 'end'],
  ['cuoi', 'end'],
  ['giua', 'middle'],
  ['dau', 'start'],
];
export const EACH = ['hang', 'moi', 'tung', 'cac', 'mot'];
const OF = ['cua', 'trong', 'cung'];

/** "cuối", "đầu", "giữa" before a month or a quarter. */
function partAt(tokens: Tokens, at: number): { readonly part: Part; readonly next: number } {
  for (const [phrase, part] of PARTS) {
    const next = phraseAt(tokens, at, [phrase]);
    if (next !== null) return { part, next: skip(tokens, next, OF) };
  }
  return { part: 'whole', next: at };
}

/** "tháng 6/2024", "cuối tháng 6", "T6", and, of no number, "cuối tháng": of every month. */
export const readMonth: Reader = (tokens, at) => {
  const { part, next } = partAt(tokens, at);
  const each = part === 'whole' ? skip(tokens, next, ['cac']) : skip(tokens, next, EACH);
  const noun = wordAt(tokens, each);
  const short = noun === 't' && (tokens[each + 1]?.tight === true || signAt(tokens, each + 1) === '.');
  if (noun !== 'thang' && !short) return null;
  // The blank form "ngày … tháng … năm 2024".
  if (wordAt(tokens, each + 1) === 'nam' && yearAt(tokens, each + 2) !== null)
    return reading(IMPOSSIBLE, each + 3);
  const colon = signAt(tokens, each + 1) === ':' ? monthAt(tokens, each + 2) : null;
  if (colon !== null && standsAlone(tokens, colon.next)) return numbered(tokens, colon, part);
  const month = monthAt(tokens, short && signAt(tokens, each + 1) === '.' ? each + 2 : each + 1);
  if (month !== null) return short && month.value === 0 ? null : numbered(tokens, month, part);
  return part === 'whole' || short ? null : partOfEveryMonth(tokens, each + 1, part);
};

function numbered(tokens: Tokens, month: { value: number; next: number }, part: Part): Reading {
  if (month.value === 0) return reading(IMPOSSIBLE, month.next);
  if (signAt(tokens, month.next) === '/' && tokens[month.next + 1]?.kind === 'number') {
    if (yearBehind(tokens, month.next) === null) return reading(IMPOSSIBLE, month.next + 2);
  }
  const year = yearBehind(tokens, month.next);
  const term = inYear(slots('month', [monthSlot(month.value, part)]), year);
  return whenReading(term, year?.next ?? month.next, { unit: 'month', part, days: [] });
}

/** "cuối tháng": of which month nobody said, so of each. "cuối tháng này" is nobody's. */
function partOfEveryMonth(tokens: Tokens, at: number, part: Part): Reading | null {
  if (phraseAt(tokens, at, RELATIVE) !== null) return reading(IMPOSSIBLE, at + 1);
  return whenReading(
    slots(
      'month',
      MONTHS.map((month) => monthSlot(month, part)),
      true,
    ),
    at,
  );
}

export const RELATIVE = ['nay', 'toi', 'sau', 'qua', 'tiep theo', 'ke tiep'];

/** "Quý II/2023", "cuối quý III", "QIV", and, of no number, "cuối quý": of every quarter. */
export const readQuarter: Reader = (tokens, at) => {
  const month = readQuarterMonth(tokens, at);
  if (month !== null) return month;
  const { part, next } = partAt(tokens, at);
  const each = skip(tokens, next, part === 'whole' ? ['cac'] : EACH);
  const number = quarterNumber(tokens, each);
  if (number !== null) {
    if (number.value === 0) return reading(IMPOSSIBLE, number.next);
    if (
      tokens[number.next]?.text === '/' &&
      tokens[number.next + 1]?.kind === 'number' &&
      yearBehind(tokens, number.next) === null
    )
      return reading(IMPOSSIBLE, number.next + 2);
    const year = yearBehind(tokens, number.next);
    const term = inYear(slots('quarter', [quarterSlot(number.value, part)]), year);
    return whenReading(term, year?.next ?? number.next, { unit: 'quarter', part });
  }
  if (!isQuarterNoun(tokens, each)) return null;
  const edge = edgeQuarter(tokens, each + 1);
  if (edge !== null) return edge;
  if (part === 'whole') return null;
  if (phraseAt(tokens, each + 1, RELATIVE) !== null) return reading(IMPOSSIBLE, each + 1);
  return whenReading(
    slots(
      'quarter',
      QUARTERS.map((quarter) => quarterSlot(quarter, part)),
      true,
    ),
    each + 1,
  );
};

/** "quý cuối năm", "quý đầu tiên của năm 2024". */
function edgeQuarter(tokens: Tokens, at: number): Reading | null {
  const last = phraseAt(tokens, at, ['cuoi nam', 'cuoi cung cua nam', 'cuoi cua nam']);
  const next = last ?? phraseAt(tokens, at, ['dau nam', 'dau tien cua nam', 'dau cua nam']);
  if (next === null) return null;
  const year = yearBehind(tokens, next - 1);
  return whenReading(
    inYear(slots('quarter', [quarterSlot(last === null ? 1 : 4)]), year),
    year?.next ?? next,
  );
}

function isQuarterNoun(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at) === 'quy';
}

const GLUED: Readonly<Record<string, number>> = {
  qi: 1,
  qii: 2,
  qiii: 3,
  qiv: 4,
  quyi: 1,
  quyii: 2,
  quyiii: 3,
  quyiv: 4,
};

function quarterNumber(tokens: Tokens, at: number) {
  const glued = GLUED[wordAt(tokens, at)];
  if (glued !== undefined) return { value: glued, next: at + 1 };
  if (isQuarterNoun(tokens, at)) return quarterAt(tokens, skip(tokens, at + 1, [':', 'thu']));
  if (wordAt(tokens, at) !== 'q') return null;
  return quarterAt(tokens, skip(tokens, at + 1, ['.']));
}

const NTH: readonly (readonly [phrase: string, nth: number])[] = [
  ['dau tien', 1],
  ['dau', 1],
  ['thu nhat', 1],
  ['thu 1', 1],
  ['giua', 2],
  ['thu hai', 2],
  ['thu 2', 2],
  ['cuoi cung', 3],
  ['cuoi', 3],
  ['thu ba', 3],
  ['thu 3', 3],
];

/** "tháng cuối quý", "tháng đầu của quý II", "tháng thứ hai hằng quý". */
function readQuarterMonth(tokens: Tokens, at: number): Reading | null {
  if (wordAt(tokens, at) !== 'thang') return null;
  const found = quarterMonthAt(tokens, at, []);
  return found === null
    ? null
    : whenReading(found.term, found.next, { unit: 'quarter-month', nth: found.nth, days: [] });
}

export type QuarterMonth = { readonly term: SlotTerm; readonly next: number; readonly nth: number };

/** Behind a day the word "tháng" may be missing: "ngày 20 cuối quý". */
export function quarterMonthAt(tokens: Tokens, at: number, days: readonly number[]): QuarterMonth | null {
  const noun = skip(tokens, at, ['cua', 'trong', '/', 'thang']);
  for (const [phrase, nth] of NTH) {
    const next = phraseAt(tokens, noun, [phrase]);
    if (next === null) continue;
    const quarter = skip(tokens, next, [...OF, ...EACH]);
    if (!isQuarterNoun(tokens, quarter)) return null;
    return inQuarters(tokens, quarter, nth, days);
  }
  return null;
}

const NEXT_QUARTER = ['tiep theo', 'ke tiep', 'lien ke', 'lien sau', 'sau'];

function inQuarters(tokens: Tokens, quarter: number, nth: number, days: readonly number[]): QuarterMonth {
  const number = quarterAt(tokens, quarter + 1);
  const grain = days.length === 0 ? 'month' : 'day';
  if (number !== null && number.value > 0) {
    const year = yearBehind(tokens, number.next);
    const term = inYear(slots(grain, quarterMonthSlots(number.value, nth, days)), year);
    return { term, next: year?.next ?? number.next, nth };
  }
  const all = QUARTERS.flatMap((each) => quarterMonthSlots(each, nth, days));
  return {
    term: slots(grain, all, true),
    next: phraseAt(tokens, quarter + 1, NEXT_QUARTER) ?? quarter + 1,
    nth,
  };
}

/** "tháng cuối năm", "tháng đầu tiên của năm". */
export const readEdgeMonth: Reader = (tokens, at) => {
  if (wordAt(tokens, at) !== 'thang') return null;
  const last = phraseAt(tokens, at + 1, ['cuoi cung', 'cuoi']);
  const first = phraseAt(tokens, at + 1, ['dau tien', 'dau']);
  const noun = skip(tokens, last ?? first ?? at, ['cua', 'trong']);
  if ((last ?? first) === null || wordAt(tokens, noun) !== 'nam') return null;
  const year = yearBehind(tokens, noun);
  const plural = ['cac', 'nhung'].includes(wordAt(tokens, at - 1));
  if (plural && last === null) return reading(IMPOSSIBLE, noun + 1);
  return whenReading(
    inYear(slots('month', [monthSlot(last === null ? 1 : 12)]), year),
    year?.next ?? noun + 1,
  );
};

/** A day in every month: "ngày 25 hằng tháng". */
export function daysOfEveryMonth(days: readonly number[]): SlotTerm {
  const list = MONTHS.flatMap((month) => days.map((day) => daySlot(month, day, `Tháng ${month}`)));
  return slots('day', list, true);
}
