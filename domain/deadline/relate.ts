import { bindDays } from './bind.ts';
import type { Bound, Separator } from './item.ts';
import { type Setting, type Span, spansOf } from './resolve.ts';
import { compareGrain, grainOf, type SlotTerm, type Term } from './term.ts';

/** How a time hangs together with the one before it; `none`: only words stand between. */
export type Link = Separator | 'none';

/** From the loosest to the closest: of two separators in a row the looser one says what they do. */
const LOOSEST_FIRST: readonly Link[] = [
  'break',
  'or',
  'and',
  'comma',
  'to',
  'colon',
  'open',
  'close',
  'none',
];

export function looser(a: Link, b: Link): Link {
  return LOOSEST_FIRST.indexOf(a) <= LOOSEST_FIRST.indexOf(b) ? a : b;
}

/** A time that counts, unless what follows takes its place. */
export type Entry = {
  readonly term: Term;
  readonly bound: Bound;
  /** A marker said so, here or before a time that this one is coordinated with. */
  readonly marked: boolean;
  /** The period that it is the deadline of: "báo cáo quý" in "báo cáo quý trước ngày 10 …". */
  readonly topic: Term | null;
  readonly link: Link;
  /** Words stand between it and the separator before it. */
  readonly worded: boolean;
  /** Nothing but markers stands before it in its clause: "Năm 2025, quý I". */
  readonly leads: boolean;
  /** It took the place of the period that it is the deadline of. */
  readonly refined: boolean;
};

/** What becomes of a new time beside the one before it. */
export type Relation =
  | 'add'
  | 'refine'
  | 'label'
  | 'range'
  | 'year'
  | 'inherit-year'
  | 'bind-back'
  | 'bind-forward';

/** The named decision; `collect` carries it out. */
export function relate(before: Entry, next: Entry, setting: Setting): Relation {
  const { link } = next;
  // "Quý II - năm 2024"
  if (link === 'to' && before.bound !== 'from' && attachesYear(before, next)) return 'year';
  if (link === 'to' && isRange(before, next)) return 'range';
  const close = link === 'none' || link === 'open' || link === 'colon';
  if (next.term.kind === 'day' && (close || link === 'comma') && takesDays(before.term, next.term))
    return 'bind-back';
  if (
    before.term.kind === 'day' &&
    (close || link === 'comma') &&
    !next.marked &&
    takesDays(next.term, before.term)
  )
    return 'bind-forward';
  if (['and', 'or', 'break', 'close', 'to'].includes(link)) return 'add';
  if (attachesYear(before, next)) return 'year';
  if (inheritsYear(before, next)) return 'inherit-year';
  const coarser = compareGrain(grainOf(before.term), grainOf(next.term));
  if (before.term.kind === 'vague' && !before.term.blocks) return close || next.marked ? 'refine' : 'add';
  if (close) return coarser > 0 ? 'refine' : coarser < 0 && !next.marked ? 'label' : 'add';
  return coarser > 0 && refinesBehindComma(before, next, setting) ? 'refine' : 'add';
}

function takesDays(period: Term, day: Term): boolean {
  return day.kind === 'day' && bindDays(period, day) !== null;
}

function isRange(before: Entry, next: Entry): boolean {
  if (next.term.kind === 'vague' || before.term.kind === 'vague') return before.bound === 'from';
  if (before.bound === 'from') return true;
  const bare = next.term.kind === 'slots' && next.term.repeats && next.term.grain !== 'day';
  return !bare && !next.worded;
}

/** "Tháng 6, năm 2024": the year of what stands before it. */
function attachesYear(before: Entry, { term, marked, worded, link }: Entry): boolean {
  if (!isPlainYear(term) || marked || worded || link === 'colon') return false;
  return hasNoYear(before.term) && !(before.term.kind === 'slots' && before.term.grain === 'year');
}

/** "Năm 2025, quý I": the year of what follows it; "báo cáo năm 2023 trước 15/01" is a name. */
function inheritsYear(before: Entry, next: Entry): boolean {
  return before.leads && isPlainYear(before.term) && !isPlainYear(next.term) && hasNoYear(next.term);
}

function isPlainYear(term: Term): term is SlotTerm {
  return (
    term.kind === 'slots' &&
    term.grain === 'year' &&
    !term.repeats &&
    (term.year !== null || term.yearShift !== 0)
  );
}

function hasNoYear(term: Term): boolean {
  return (term.kind === 'slots' || term.kind === 'week') && term.year === null && term.yearShift === 0;
}

/** "Quý II, trước ngày 15/6" names its day; "Quý I, trước ngày 15/6" is two deadlines. */
function refinesBehindComma(before: Entry, next: Entry, setting: Setting): boolean {
  const yearly = before.term.kind === 'slots' && before.term.repeats && before.term.grain === 'year';
  if (!next.marked && !yearly) return false;
  return containsAll(before, [next], setting);
}

/** Each stretch of `period` holds a due day of one of the entries. */
export function containsAll(period: Entry, entries: readonly Entry[], setting: Setting): boolean {
  const spans = spansOf(period.term, period.bound, setting) ?? [];
  const dues = entries
    .flatMap((entry) => spansOf(entry.term, entry.bound, setting) ?? [])
    .map(({ due }) => due);
  return spans.length > 0 && spans.every((span) => dues.some((due) => isWithin(due, span)));
}

export function isWithin(due: string, { start, end }: Span): boolean {
  return due >= start && due <= end;
}
