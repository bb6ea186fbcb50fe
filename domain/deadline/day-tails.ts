import type { Shape } from './item.ts';
import { daysOfEveryMonth, EACH, RELATIVE } from './months.ts';
import { monthAt } from './numbers.ts';
import { quarterMonthAt } from './quarters.ts';
import { isAfter, numberAt, phraseAt, signAt, skip, wordAt } from './scan.ts';
import { daysOf, type Term } from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, leadsTo, type Year, yearBehind } from './years.ts';

export type Tail = {
  readonly term: (days: readonly number[]) => Term;
  readonly next: number;
  readonly shape?: Shape;
};

/** What names the month of the days before it; null when nothing here does. */
export function dayTail(
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
