import { IMPOSSIBLE, type Reader, type Reading, reading, whenReading } from './item.ts';
import { monthAt, standsAlone } from './numbers.ts';
import { phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import { daySlot, MONTHS, monthSlot, type Part, type SlotTerm, slots } from './term.ts';
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
export const OF = ['cua', 'trong', 'cung'];

/** "cuối", "đầu", "giữa" before a month or a quarter. */
export function partAt(tokens: Tokens, at: number): { readonly part: Part; readonly next: number } {
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
