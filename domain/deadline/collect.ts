import type { Item } from './item.ts';
import { CLEAR, join, type State } from './join.ts';
import type { Placed } from './read.ts';
import { type Entry, type Link, looser } from './relate.ts';
import type { Setting } from './resolve.ts';
import { grainOf, type Term } from './term.ts';

/** What a phrase says, before its dates are counted out. */
export type Findings = {
  readonly entries: readonly Entry[];
  readonly continuous: boolean;
  readonly conditional: boolean;
  readonly impossible: boolean;
  /** "trong 10 ngày" of no other beginning: from the day of issue, null when that is not known. */
  readonly allowance: Term | null;
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
  const allowances = items.flatMap(({ item }) =>
    item.kind === 'allowance' && item.term !== null ? [item.term] : [],
  );
  return {
    entries: state.entries,
    continuous: kinds.has('continuous'),
    conditional: kinds.has('conditional'),
    impossible,
    allowance: allowances[0] ?? null,
  };
}

function step(state: State, item: Exclude<Item, { kind: 'when' }>): void {
  switch (item.kind) {
    case 'separator':
      separate(state, item.separator);
      break;
    case 'mark':
      state.bound = item.bound;
      state.reaches = item.reaches === true;
      state.inCondition = false;
      state.event = false;
      break;
    case 'clock':
      if (state.bound === 'before' && !item.midnight) state.bound = 'by';
      break;
    case 'onward':
      begin(state.entries);
      word(state);
      break;
    case 'event':
      state.event = true;
      word(state);
      break;
    case 'conditional':
      state.inCondition = item.clause;
      word(state);
      break;
    case 'continuous':
    case 'allowance':
    case 'impossible':
    case 'word':
      word(state);
      break;
  }
}

/** "từ năm 2024 trở đi", "quý II trở đi": no end. */
function begin(entries: Entry[]): void {
  const last = entries.pop();
  if (last !== undefined) entries.push({ ...last, bound: 'from' });
}

function word(state: State): void {
  state.bound = null;
  state.reaches = false;
  state.worded = true;
  state.leads = false;
}

function separate(state: State, separator: Link): void {
  const { bound, reaches, inCondition } = state;
  Object.assign(state, CLEAR);
  state.inCondition = inCondition && (separator === 'comma' || separator === 'and');
  state.link = looser(state.link, separator);
  // "trước: 15/6", "đến (15/6)" go on; a comma ends what a marker had to say.
  const goesOn = separator === 'open' || separator === 'colon';
  state.bound = goesOn ? bound : null;
  state.reaches = goesOn && reaches;
  if (separator === 'break') state.leads = true;
}

/** A year in "theo kế hoạch năm 2024 của tỉnh" belongs to the plan's name. */
function isName(state: State, term: Term): boolean {
  const listed = !state.worded && (state.link === 'comma' || state.link === 'and');
  return state.inCondition && !listed && state.bound === null && grainOf(term) === 'year';
}
