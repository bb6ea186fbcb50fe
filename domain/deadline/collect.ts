import { bindDays } from './bind.ts';
import type { Bound, Item } from './item.ts';
import type { Placed } from './read.ts';
import { type Entry, type Link, looser, relate } from './relate.ts';
import type { Setting } from './resolve.ts';
import { grainOf, type SlotTerm, type Term } from './term.ts';

/** What a phrase says, before its dates are counted out. */
export type Findings = {
  readonly entries: readonly Entry[];
  readonly continuous: boolean;
  readonly conditional: boolean;
  readonly impossible: boolean;
  /** "trong 10 ngày" of no other beginning: from the day of issue, null when that is not known. */
  readonly allowance: Term | null;
};

/** Where the reading stands between two times. */
type State = {
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

/** One pass over the items: each time joins, refines or replaces the one before it. */
export function collect(items: readonly Placed[], setting: Setting): Findings {
  const state: State = { entries: [], bound: null, link: 'none', leads: true, line: 0, ...CLEAR };
  const kinds = new Set(items.map(({ item }) => item.kind));
  let impossible = kinds.has('impossible');
  for (const { item, line } of items) {
    if (item.kind !== 'when') step(state, item);
    else if (state.event) impossible = true;
    else if (!isName(state, item.term)) join(state, item.term, line, setting);
  }
  const allowances = items.flatMap(({ item }) => (item.kind === 'allowance' && item.term !== null ? [item.term] : []));
  return {
    entries: state.entries,
    continuous: kinds.has('continuous'),
    conditional: kinds.has('conditional'),
    impossible,
    allowance: allowances[0] ?? null,
  };
}

const CLEAR = { worded: false, inCondition: false, event: false, reaches: false };

function step(state: State, item: Exclude<Item, { kind: 'when' }>): void {
  switch (item.kind) {
    case 'separator':
      return separate(state, item.separator);
    case 'mark':
      state.bound = item.bound;
      state.reaches = item.reaches === true;
      state.inCondition = false;
      state.event = false;
      return;
    case 'clock':
      if (state.bound === 'before' && !item.midnight) state.bound = 'by';
      return;
    case 'event':
      state.event = true;
      return word(state);
    case 'conditional':
      state.inCondition = item.clause;
      return word(state);
    case 'continuous':
    case 'allowance':
    case 'impossible':
    case 'word':
      return word(state);
  }
}

function word(state: State): void {
  state.bound = null;
  state.reaches = false;
  state.worded = true;
  state.leads = false;
}

function separate(state: State, separator: Link): void {
  const { bound, reaches } = state;
  Object.assign(state, CLEAR);
  state.link = looser(state.link, separator);
  // "trước: 15/6", "đến (15/6)" go on; a comma ends what a marker had to say.
  const goesOn = separator === 'open' || separator === 'colon';
  state.bound = goesOn ? bound : null;
  state.reaches = goesOn && reaches;
  if (separator === 'break') state.leads = true;
}

/** A year in "theo kế hoạch năm 2024 của tỉnh" belongs to the plan's name. */
function isName(state: State, term: Term): boolean {
  return state.inCondition && state.bound === null && grainOf(term) === 'year';
}

function join(state: State, term: Term, line: number, setting: Setting): void {
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
  const inherited = state.bound === null && before !== undefined && inherits(before, term, link, state.worded);
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
  return line > state.line ? looser(state.link, state.worded ? 'comma' : 'none') : state.link;
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
      entries[last] = { ...before, topic: before.topic ?? next.term };
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
      return bindBack(entries, next);
    case 'bind-forward':
      if (before.term.kind === 'day')
        entries[last] = { ...before, term: bindDays(next.term, before.term) ?? before.term, topic: next.term };
      return;
  }
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

/** Orders days within a year. */
export function firstOf({ slots }: SlotTerm): number {
  const from = slots[0]?.to;
  return from === undefined ? 0 : from.month * 100 + (from.day === 0 ? 31 : from.day);
}

/** "hằng tháng, trước ngày 25"; "quý, năm trước ngày 15 tháng cuối kỳ" binds the whole list. */
function bindBack(entries: Entry[], next: Entry): void {
  if (next.term.kind !== 'day') return;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    const term = entry === undefined ? null : bindDays(entry.term, next.term);
    if (entry === undefined || term === null || entry.marked) return;
    entries[at] = { ...entry, term, bound: next.bound, marked: next.marked, topic: entry.term };
    if (entry.link !== 'comma' && entry.link !== 'and') return;
  }
}
