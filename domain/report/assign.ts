import { bind, type Group } from './bind.ts';
import { isOwnMatter } from './closed.ts';
import type { CodeItem } from './codes.ts';
import type { Event } from './event.ts';
import { dueDateOf } from './extension.ts';
import { type Heard, isSubordinate, type Reading } from './reading.ts';
import { anyTag, hasTag, type View } from './view.ts';

/** A stated event and the tasks that it is about; no task when the message names none. */
export type Claim = { readonly items: readonly CodeItem[]; readonly event: Event; readonly reading: Reading };

type State = {
  readonly claims: Claim[];
  /** The tasks named last, and whether what was said of them was a statement. */
  current: { items: readonly CodeItem[]; isStated: boolean; sentence: number } | null;
  /** Named in this sentence, with nothing said of them yet. */
  waiting: { items: readonly CodeItem[]; sentence: number } | null;
  header: readonly Heard[];
  readonly excluded: Set<number>;
  /** Some clause says "chưa" and nothing else. */
  readonly isContrasted: boolean;
};

/** Gives every stated event its tasks, clause by clause. */
export function assign(readings: readonly Reading[]): {
  readonly claims: readonly Claim[];
  readonly excluded: ReadonlySet<number>;
} {
  const state: State = {
    claims: [],
    current: null,
    waiting: null,
    header: [],
    excluded: new Set(),
    isContrasted: readings.some(({ heard }) =>
      heard.some(({ event }) => event.source === 'elliptic' && event.status === 'in_progress'),
    ),
  };
  for (const reading of readings) assignClause(state, reading);
  return state;
}

function assignClause(state: State, reading: Reading): void {
  const { clause, view, heard } = reading;
  if (clause.isApart) state.header = [];
  const groups = groupsOf(state, reading);
  if (anyTag(view, 'mistake')) {
    const last = state.claims.pop();
    if (last !== undefined && groups.length > 0 && heard.length === 0)
      state.claims.push({ ...last, items: groups.flatMap(({ items }) => items) });
    if (heard.length === 0) return;
  }
  if (clause.isHeader && groups.length === 0) {
    state.header = heard;
    if (heard.length > 0) return;
  }
  if (groups.length > 0) assignNamed(state, reading, groups);
  else if (heard.some(({ silence }) => silence === null)) assignUnnamed(state, reading);
  else if (dateExtension(state, reading)) return;
  else if (state.current !== null && isUnstated(reading) && anyTag(view, 'core', 'work', 'order')) {
    state.current = { ...state.current, isStated: false };
  }
}

/** "Xin gia hạn NV12, dự kiến xong 30/6": the day stands in a clause of its own. */
function dateExtension(state: State, { view, clause }: Reading): boolean {
  const last = state.claims.at(-1);
  if (last?.event.status !== 'extension' || (last.event.dueOn ?? null) !== null) return false;
  const dueOn = clause.sentence - last.reading.clause.sentence > 1 ? null : dueDateOf(view);
  if (dueOn !== null) state.claims[state.claims.length - 1] = { ...last, event: { ...last.event, dueOn } };
  return dueOn !== null;
}

/** The task codes of a clause that it is about. */
function groupsOf(state: State, { view, heard }: Reading): readonly Group[] {
  const groups: Group[] = [];
  for (const at of view.codes) {
    const term = view.terms[at];
    if (term?.kind !== 'code') continue;
    const isExcept = hasTag(view, 'except', at - 1);
    if (isExcept) for (const { number } of term.items) state.excluded.add(number);
    const isOwn = !isSubordinate(view, at) || (isExcept && heard.some(({ event }) => event.at > at));
    if (isOwn) groups.push({ at, items: term.items });
  }
  return groups.length === 0 ? bareGroup(state, view) : groups;
}

/** "NV12 đã xong, 13 đang làm": after a code a number that opens a clause is one. */
function bareGroup(state: State, view: View): readonly Group[] {
  const [first, second, third] = view.terms;
  if (state.current === null || first?.kind !== 'number' || first.text.length > 3 || second === undefined)
    return [];
  const isVerb = ASPECTS.some(
    (tag) => second.tags.has(tag) || (second.tags.has('left') && third?.tags.has(tag) === true),
  );
  return isVerb ? [{ at: 0, items: [{ number: Number(first.text), ranged: false }] }] : [];
}

const ASPECTS = ['core', 'did', 'doing', 'notyet', 'almost', 'block', 'thereupon'] as const;

function assignNamed(state: State, reading: Reading, groups: readonly Group[]): void {
  const { clause, heard } = reading;
  const named = groups.flatMap(({ items }) => items);
  const joined =
    state.waiting !== null && state.waiting.sentence === clause.sentence ? state.waiting.items : [];
  state.waiting = null;
  if (heard.every(({ event }) => !isAnswered(state, reading, event))) {
    assignSilent(state, reading, [...joined, ...named]);
    return;
  }
  const bound = bind(reading, groups);
  for (const { items, heard: one } of bound) {
    const all = items === bound[0]?.items && groups[0]?.items === items ? [...joined, ...items] : items;
    if (one.silence === null) state.claims.push({ items: all, event: one.event, reading });
  }
  const last = groups.at(-1)?.items ?? [];
  const isStated = bound.some(
    ({ items, heard: one }) => items.at(-1) === last.at(-1) && one.silence === null,
  );
  state.current = { items: last, isStated, sentence: clause.sentence };
}

/** "NV13 chưa" alone asks; after "NV12 xong" or with "thì" it tells, and "NV12 rồi" only beside it. */
function isAnswered(state: State, { view }: Reading, { source, status }: Event): boolean {
  if (source !== 'elliptic') return true;
  return status === 'in_progress'
    ? anyTag(view, 'thereupon', 'also') || state.claims.length > 0
    : state.isContrasted;
}

/** Codes with nothing said: listed under a header, named after "xong rồi ạ", added with "cả NV13", or still to come. */
function assignSilent(state: State, reading: Reading, named: readonly CodeItem[]): void {
  const { clause, view } = reading;
  state.current = { items: named, isStated: !isUnstated(reading), sentence: clause.sentence };
  if (isUnstated(reading)) return;
  if (state.header.length > 0) {
    for (const { event, silence } of state.header)
      if (silence === null) state.claims.push({ items: named, event, reading });
    return;
  }
  const before = state.claims.at(-1);
  const isNamedLate = before !== undefined && before.items.length === 0 && isOwnMatter(reading, 0);
  const isAdded =
    before !== undefined &&
    before.items.length > 0 &&
    (clause.opener === 'and' || anyTag(view, 'also', 'more')) &&
    before.reading.clause.sentence === clause.sentence;
  if (isNamedLate) state.claims[state.claims.length - 1] = { ...before, items: named };
  else if (isAdded) state.claims.push({ ...before, items: named });
  else state.waiting = { items: named, sentence: clause.sentence };
}

/** The clause asks, orders, plans or supposes, so a later "xong rồi" does not answer for its task. */
function isUnstated({ clause, view, isInterrogative, heard }: Reading): boolean {
  const isMood =
    anyTag(view, 'order', 'request', 'plan', 'condition', 'when', 'hearsay', 'inquire', 'future') &&
    !anyTag(view, 'ext');
  return (
    isInterrogative ||
    (clause.isAsked && clause.isLast) ||
    heard.some(({ silence }) => silence !== null) ||
    isMood
  );
}

function assignUnnamed(state: State, reading: Reading): void {
  const { clause, heard } = reading;
  const waiting =
    state.waiting !== null && state.waiting.sentence === clause.sentence ? state.waiting.items : [];
  const target =
    waiting.length > 0 ? { items: waiting, isStated: true, sentence: clause.sentence } : state.current;
  state.waiting = null;
  for (const { event, silence } of heard) {
    if (silence !== null) continue;
    const isSame = target !== null && target.sentence === clause.sentence;
    if (target === null) {
      if (reading.view.codes.length > 0) continue;
      const isLone = event.source === 'elliptic' && reading.view.terms.length < 2;
      if (!isLone && isOwnMatter(reading, event)) state.claims.push({ items: [], event, reading });
    } else if ((target.isStated || event.status !== 'done') && (isSame || isOwnMatter(reading, event))) {
      state.claims.push({ items: target.items, event, reading });
    }
  }
  if (state.current !== null && heard.every(({ silence }) => silence !== null))
    state.current = { ...state.current, isStated: false };
}
