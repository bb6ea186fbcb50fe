import { bindDays } from './bind.ts';
import type { Bound } from './item.ts';
import { type Entry, type Link, looser, relate } from './relate.ts';
import type { Setting } from './resolve.ts';
import { firstOf, grainOf, type Term } from './term.ts';

/** Where the reading stands between two times. */
export type State = {
  readonly entries: Entry[];
  bound: Bound | null;
  link: Link;
  /** Words since the last separator or time. */
  worded: boolean;
  leads: boolean;
  inCondition: boolean;
  event: boolean;
  /** "đến" stands before the next time. */
  reaches: boolean;
  line: number;
};

export const CLEAR = { worded: false, inCondition: false, event: false, reaches: false };

/** Takes one more time in: beside, or in the place of, the one before it. */
export function join(state: State, term: Term, line: number, setting: Setting): void {
  const before = state.entries.at(-1);
  const entry = entryOf(state, term, before, line);
  if (before === undefined) state.entries.push(entry);
  else carryOut(state.entries, before, entry, setting);
  Object.assign(state, CLEAR);
  state.bound = null;
  state.link = 'none';
  state.leads = false;
  state.line = line;
}

function entryOf(state: State, term: Term, before: Entry | undefined, line: number): Entry {
  const link = linkOf(state, before, line);
  const inherited =
    state.bound === null && before !== undefined && inherits(before, term, link, state.worded);
  return {
    term,
    bound: inherited ? before.bound : (state.bound ?? 'by'),
    marked: state.bound !== null || inherited,
    topic: null,
    link,
    worded: state.worded,
    leads: state.leads,
    refined: false,
  };
}

function linkOf(state: State, before: Entry | undefined, line: number): Link {
  if (before === undefined) return state.link;
  const opened = before.bound === 'from' && ['none', 'to', 'comma'].includes(state.link);
  if (state.reaches && (opened || (!state.worded && state.link === 'none'))) return 'to';
  // A line of its own is as much as a comma.
  return line > state.line ? looser(state.link, 'comma') : state.link;
}

/** "trước ngày 15/6 và 15/11": the second is as strict as the first. */
function inherits(before: Entry, term: Term, link: Link, worded: boolean): boolean {
  if (worded || !before.marked || before.bound === 'from') return false;
  const grain = grainOf(term);
  if (grain !== grainOf(before.term)) return false;
  return ['comma', 'and', 'or'].includes(link) || (link === 'break' && grain === 'day');
}

function carryOut(entries: Entry[], before: Entry, next: Entry, setting: Setting): void {
  const last = entries.length - 1;
  switch (relate(before, next, setting)) {
    case 'add':
      entries.push(next);
      return;
    case 'refine':
      entries[last] = { ...next, topic: before.topic ?? before.term, link: before.link, refined: true };
      return;
    case 'label':
      entries[last] = { ...before, topic: before.topic ?? topicOf(next) };
      return;
    case 'range':
      entries[last] = { ...next, term: endOfRange(before.term, next.term), link: before.link };
      return;
    case 'year':
      entries[last] = { ...before, term: withYearOf(before.term, next.term) };
      return;
    case 'inherit-year':
      entries[last] = { ...next, term: withYearOf(next.term, before.term), link: before.link };
      return;
    case 'bind-back':
      bindBack(entries, next);
      return;
    case 'bind-forward':
      if (before.term.kind === 'day')
        entries[last] = {
          ...before,
          term: bindDays(next.term, before.term) ?? before.term,
          topic: next.term,
        };
      return;
  }
}

/** "15/12 hằng năm" is still called 15/12; "15/12 (báo cáo năm)" is the year's. */
function topicOf({ term, link }: Entry): Term | null {
  return link === 'open' || !(term.kind === 'slots' && term.repeats) ? term : null;
}

function withYearOf(term: Term, year: Term): Term {
  if (year.kind !== 'slots' || (term.kind !== 'slots' && term.kind !== 'week')) return term;
  return { ...term, year: year.year, yearShift: year.yearShift };
}

/** "từ tháng 11 đến tháng 2" ends in the next year; an end without a year has its beginning's. */
function endOfRange(start: Term, end: Term): Term {
  if (start.kind !== 'slots' || end.kind !== 'slots' || end.year !== null || end.yearShift !== 0) return end;
  const wraps = firstOf(end) < firstOf(start);
  if (start.year !== null) return { ...end, year: start.year + (wraps ? 1 : 0) };
  return { ...end, yearShift: start.yearShift + (wraps && !end.repeats ? 1 : 0) };
}

/** "hằng tháng, trước ngày 25"; "quý, năm trước ngày 15 tháng cuối kỳ" binds the whole list. */
function bindBack(entries: Entry[], next: Entry): void {
  if (next.term.kind !== 'day') return;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    const term = entry === undefined ? null : bindDays(entry.term, next.term);
    if (entry === undefined || term === null || (entry.marked && at < entries.length - 1)) return;
    entries[at] = { ...entry, term, bound: next.bound, marked: next.marked, topic: entry.term };
    if (entry.link !== 'comma' && entry.link !== 'and') return;
  }
}
