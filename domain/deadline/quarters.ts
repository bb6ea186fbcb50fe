import { IMPOSSIBLE, type Reader, type Reading, reading, whenReading } from './item.ts';
import { EACH, OF, partAt, RELATIVE } from './months.ts';
import { quarterAt } from './numbers.ts';
import { phraseAt, skip, wordAt } from './scan.ts';
import { QUARTERS, quarterMonthSlots, quarterSlot, type SlotTerm, slots } from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, yearBehind } from './years.ts';

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
