import type { Clause } from './clauses.ts';
import type { Tag } from './lexicon.ts';
import type { Term } from './terms.ts';

/** A clause with the places of its tags, so that no rule walks it twice. */
export type View = {
  readonly clause: Clause;
  readonly terms: readonly Term[];
  readonly places: ReadonlyMap<Tag, readonly number[]>;
  /** Where task codes stand. */
  readonly codes: readonly number[];
  /** Where the closing particles, names and greetings begin. */
  readonly tailAt: number;
};

const NAMED: readonly Tag[] = ['self', 'person', 'unit', 'plural2'];

export function viewOf(clause: Clause): View {
  const places = new Map<Tag, number[]>();
  const codes: number[] = [];
  for (const [at, term] of clause.terms.entries()) {
    if (term.kind === 'code') codes.push(at);
    for (const tag of term.tags) {
      if (isMisread(tag, clause.terms, at)) continue;
      const known = places.get(tag);
      if (known === undefined) places.set(tag, [at]);
      else known.push(at);
    }
  }
  return { clause, terms: clause.terms, places, codes, tailAt: findTail(clause.terms) };
}

/** Words whose neighbours show that they mean something else. */
function isMisread(tag: Tag, terms: readonly Term[], at: number): boolean {
  if (tag === 'did') return isPolite(terms, at);
  if (tag === 'future') return isName(terms, at) || isOccurrence(terms, at);
  return false;
}

/** "da em …", "da, …", "da bao cao anh …" without accents is "dạ". */
function isPolite(terms: readonly Term[], at: number): boolean {
  if (terms[at]?.text.toLowerCase() !== 'da') return false;
  if (at > 0 && terms[at + 1]?.folded.startsWith('bao') === true) return false;
  const next = terms[at + 1];
  if (next === undefined || next.kind !== 'word') return true;
  return (
    next.folded.startsWith('bao') ||
    ['self', 'person', 'plural2'].some((tag) => next.tags.has(tag as Tag)) ||
    /^(?:vang|thua|ok|nv)/u.test(next.folded)
  );
}

/** "chị Mai", "Mai đã …": a person, not tomorrow. */
function isName(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  if (term?.folded !== 'mai') return false;
  if (terms[at + 1]?.tags.has('did') === true) return true;
  const before = terms[at - 1];
  return term.capital && before !== undefined && NAMED.some((tag) => before.tags.has(tag));
}

/** "NV7 quý II xong" names the due date that is meant, not a day to come. */
function isOccurrence(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  if (term?.kind !== 'date' || term.date.label === null) return false;
  const before = terms[at - 1];
  return before?.kind === 'code' || /^(?:ky|cua|bao cao|dot)$/u.test(before?.folded ?? '');
}

/** Closing particles, and a person with a name: "… xong chưa vậy anh Nam ơi". */
function findTail(terms: readonly Term[]): number {
  let at = terms.length;
  while (at > 0 && (isTail(terms[at - 1]) || isCalledName(terms, at - 1))) at -= 1;
  return at;
}

function isTail(term: Term | undefined): boolean {
  if (term === undefined) return false;
  if (term.kind === 'emoji' || term.kind === 'sign') return true;
  return (
    term.tags.has('tail') ||
    term.tags.has('person') ||
    term.tags.has('plural2') ||
    term.tags.has('self') ||
    term.tags.has('questionTail') ||
    term.tags.has('leaveTail')
  );
}

function isCalledName(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  return (
    term?.kind === 'word' &&
    term.tags.size === 0 &&
    (terms[at - 1]?.tags.has('person') === true || terms[at + 1]?.folded === 'oi')
  );
}

export const hasTag = (view: View, tag: Tag, at: number): boolean =>
  at >= 0 && lastBefore(view, tag, at + 1) === at;
export const anyTag = (view: View, ...tags: readonly Tag[]): boolean =>
  tags.some((tag) => view.places.has(tag));

/** The last place of a tag before `at`, -1 when there is none. */
export function lastBefore(view: View, tag: Tag, at: number): number {
  const places = view.places.get(tag) ?? [];
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? -1;
}

/** The first place of a tag after `at`, -1 when there is none. */
export function firstAfter(view: View, tag: Tag, at: number): number {
  const places = view.places.get(tag) ?? [];
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? -1;
}

export const latest = (view: View, at: number, ...tags: readonly Tag[]): number =>
  Math.max(...tags.map((tag) => lastBefore(view, tag, at)));

export function earliest(view: View, at: number, ...tags: readonly Tag[]): number {
  const found = tags.map((tag) => firstAfter(view, tag, at)).filter((place) => place >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** A tag within `reach` terms after `at`. */
export function follows(view: View, at: number, reach: number, ...tags: readonly Tag[]): boolean {
  const place = earliest(view, at, ...tags);
  return place > at && place - at <= reach;
}
