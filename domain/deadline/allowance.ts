import type { LocalDate } from '../clock.ts';
import { readDashedDate, readIsoDate, readMonthOfYear } from './dates.ts';
import { readDays } from './days.ts';
import { type Item, type Memory, type Reader, type Reading, reading, whenReading } from './item.ts';
import { readMonth } from './months.ts';
import { countAt } from './numbers.ts';
import { readBarePeriod, readMonthRun } from './periods.ts';
import { readQuarter } from './quarters.ts';
import { isFrom, numberAt, phraseAt, signAt, skip, wordAt } from './scan.ts';
import { daysOf, type Shift, type SlotTerm } from './term.ts';
import type { Tokens } from './tokens.ts';
import { readYear } from './years.ts';

type Length = { readonly count: number; readonly unit: Shift['unit']; readonly next: number };

const WORKING = ['ngay lam viec', 'ngay cong'];

/** "05 ngày làm việc", "10 ngày", "02 tuần", "3 tháng", "01 năm": how long. */
function lengthAt(tokens: Tokens, at: number): Length | null {
  const five =
    wordAt(tokens, at) === 'nam' &&
    phraseAt(tokens, at + 1, ['ngay lam viec', 'ngay ke tu', 'ngay ke']) !== null;
  const half = phraseAt(tokens, at, ['nua thang']);
  if (half !== null) return { count: 15, unit: 'day', next: half };
  const count = five ? { value: 5, next: at + 1 } : countAt(tokens, at);
  if (count === null) return null;
  const working = phraseAt(tokens, count.next, WORKING);
  if (working !== null) return { count: count.value, unit: 'working-day', next: working };
  const word = wordAt(tokens, count.next);
  if (word === 'ngay') return { count: count.value, unit: 'day', next: count.next + 1 };
  if (word === 'tuan') return { count: count.value * 7, unit: 'day', next: count.next + 1 };
  if (word === 'thang') return { count: count.value, unit: 'month', next: count.next + 1 };
  if (word === 'nam') return { count: count.value * 12, unit: 'month', next: count.next + 1 };
  return null;
}

/** What a length of time is counted from. */
type Anchor =
  | { readonly kind: 'issue'; readonly next: number }
  | { readonly kind: 'term'; readonly term: SlotTerm; readonly next: number; readonly sign: 1 | -1 }
  | { readonly kind: 'event'; readonly next: number };

/** "05 ngày làm việc kể từ ngày ký", "10 ngày sau khi kết thúc quý", "trong vòng 15 ngày". */
export function allowanceReader(issuedOn: LocalDate | null): Reader {
  return (tokens, at) => {
    const length = lengthAt(tokens, at);
    if (length === null) return null;
    const days = daysOfPeriod(tokens, length);
    if (days !== null) return days;
    const anchor = anchorAt(tokens, skip(tokens, length.next, [',']));
    if (anchor === null) return unanchored(tokens, at, length, issuedOn);
    if (anchor.kind === 'event') return reading({ kind: 'conditional', clause: true }, anchor.next);
    const base = anchor.kind === 'term' ? anchor.term : issueTerm(issuedOn);
    if (base === null) return reading({ kind: 'word' }, anchor.next);
    const sign = anchor.kind === 'term' ? anchor.sign : 1;
    return whenReading({ ...base, shift: { unit: length.unit, count: sign * length.count } }, anchor.next);
  };
}

/** Without an anchor it only counts where nothing else stands between it and its marker or the sentence's edge. */
function unanchored(tokens: Tokens, at: number, length: Length, issuedOn: LocalDate | null): Reading | null {
  if (length.unit === 'month' && !['vong', 'han', 'gian', 'da', 'qua'].includes(wordAt(tokens, at - 1)))
    return null;
  const before = tokens[at - 1];
  const opened = before === undefined || before.kind === 'sign' || MARKERS.includes(before.text);
  const after = tokens[length.next];
  const closed = after === undefined || after.kind === 'sign' || ['ke', 'tinh'].includes(after.text);
  const said = LIMITS.includes(before?.text ?? '');
  if (!opened || !(closed || said)) return null;
  const base = issueTerm(issuedOn);
  const item: Item = {
    kind: 'allowance',
    term: base === null ? null : { ...base, shift: { unit: length.unit, count: length.count } },
  };
  return reading(item, length.next);
}

/** "trong vòng", "không quá", "thời hạn", "thời gian": a length of time follows, and nothing else. */
const LIMITS = ['vong', 'qua', 'han', 'gian'];
const MARKERS = ['trong', 'vong', 'qua', 'han', 'gian', 'sau', 'da', 'nhat', 'het', 'la', 'den'];

function issueTerm(issuedOn: LocalDate | null): SlotTerm | null {
  if (issuedOn === null) return null;
  const [year, month, day] = issuedOn.split('-').map(Number);
  return { ...daysOf(month ?? 1, [day ?? 1]), year: year ?? null };
}

const ISSUE = [
  ...['ky ban hanh', 'ky va ban hanh', 'ky', 'ki', 'ban hanh', 'phat hanh', 'ra van ban', 'van ban nay'],
  ...[
    'ke hoach nay',
    'ke hoach duoc ban hanh',
    'ke hoach ban hanh',
    'ke hoach duoc ky',
    'van ban duoc ban hanh',
  ],
];
const PAPERS = ['ke hoach', 'van ban', 'quyet dinh', 'cong van', 'thong bao', 'chuong trinh', 'chi thi'];
const ENDED = ['ket thuc', 'het', 'cuoi'];

function anchorAt(tokens: Tokens, at: number): Anchor | null {
  const before = wordAt(tokens, at) === 'truoc';
  const linked = linkAt(tokens, at);
  if (linked === null) return null;
  const noun = phraseAt(tokens, linked, ['ngay', 'khi', 'thoi diem', 'luc']) ?? linked;
  const issue = before ? null : issueAnchor(tokens, noun);
  if (issue !== null) return { kind: 'issue', next: issue };
  const ended = phraseAt(tokens, noun, ENDED) ?? noun;
  const dated = termAt(tokens, ended) ?? termAt(tokens, noun) ?? termAt(tokens, linked);
  if (dated !== null) return { kind: 'term', ...dated, sign: before ? -1 : 1 };
  return noun > linked || before ? { kind: 'event', next: noun } : null;
}

function linkAt(tokens: Tokens, at: number): number | null {
  const link = phraseAt(tokens, at, ['ke tu sau', 'ke tu', 'tinh tu', 'ke sau', 'sau', 'truoc', 'ke']);
  return link ?? (isFrom(tokens[at]) ? at + 1 : null);
}

/** Behind "ký", "ban hành": the plan itself, or at most a paper of no other name. */
export function issueAnchor(tokens: Tokens, at: number): number | null {
  const issued = phraseAt(tokens, at, ISSUE);
  if (issued === null) return null;
  const paper = phraseAt(tokens, issued, PAPERS) ?? issued;
  const next = skip(tokens, paper, ['nay', 'duoc', 'ban', 'hanh', 'co', 'hieu', 'luc']);
  const token = tokens[next];
  const other =
    token?.kind === 'word' &&
    ['cua', 'so', 'nghi', 'luat', 'huong', 'quyet', 'thong', 'van', 'ket'].includes(token.text);
  return other ? null : next;
}

const DATED: readonly Reader[] = [
  readIsoDate,
  readDashedDate,
  readMonthOfYear,
  readDays,
  readMonthRun,
  readQuarter,
  readMonth,
  readYear,
  readBarePeriod,
];
const NOTHING: Memory = {
  shape: null,
  inPeriods: true,
  inWeeks: false,
  marked: true,
  reported: true,
  reporting: false,
  periodic: false,
};

function termAt(tokens: Tokens, at: number): { readonly term: SlotTerm; readonly next: number } | null {
  for (const read of DATED) {
    const found = read(tokens, at, NOTHING);
    const [item] = found?.items ?? [];
    if (found === null || item?.kind !== 'when' || item.term.kind !== 'slots' || found.items.length > 1)
      continue;
    return { term: item.term, next: found.next };
  }
  return null;
}

/** "10 ngày đầu tháng 6", "05 ngày cuối quý", "ngày làm việc cuối cùng của tháng" belong to their period. */
function daysOfPeriod(tokens: Tokens, length: Length): Reading | null {
  if (length.unit !== 'day' && length.unit !== 'working-day') return null;
  const first = phraseAt(tokens, length.next, ['dau tien', 'dau']);
  const last = phraseAt(tokens, length.next, ['cuoi cung', 'cuoi']);
  const edge = first ?? last;
  if (edge === null) return null;
  const period = periodAt(tokens, skip(tokens, edge, ['cua', 'trong', 'hang', 'moi', 'cac']));
  if (period === null) return null;
  if (first === null) return whenReading(period.term, period.next);
  const starts = period.term.slots.map((slot) => ({ ...slot, to: slot.from }));
  const shift: Shift =
    length.unit === 'day'
      ? { unit: 'day', count: length.count - 1 }
      : { unit: 'first-working-day', count: length.count };
  return whenReading({ ...period.term, grain: 'day', slots: starts, shift }, period.next);
}

function periodAt(tokens: Tokens, at: number): { readonly term: SlotTerm; readonly next: number } | null {
  const found = termAt(tokens, at);
  return found === null || found.term.grain === 'day' ? null : found;
}

/** "ngày làm việc cuối cùng của tháng", "ngày làm việc thứ 5 hằng tháng". */
export const readWorkingDayOfPeriod: Reader = (tokens, at) => {
  const noun = phraseAt(tokens, at, WORKING);
  if (noun === null) return null;
  const last = phraseAt(tokens, noun, ['cuoi cung', 'cuoi']);
  const first = phraseAt(tokens, noun, ['dau tien', 'dau']);
  const nth = wordAt(tokens, noun) === 'thu' ? numberAt(tokens, noun + 1) : null;
  const edge = last ?? first ?? (nth === null ? null : noun + 2);
  if (edge === null) return null;
  const period = periodAt(tokens, skip(tokens, edge, ['cua', 'trong', 'hang', 'moi', 'cac']));
  if (period === null || signAt(tokens, edge) === '/') return null;
  if (last !== null)
    return whenReading(
      { ...period.term, grain: 'day', shift: { unit: 'last-working-day', count: 0 } },
      period.next,
    );
  const starts = period.term.slots.map((slot) => ({ ...slot, to: slot.from }));
  return whenReading(
    { ...period.term, grain: 'day', slots: starts, shift: { unit: 'first-working-day', count: nth ?? 1 } },
    period.next,
  );
};
