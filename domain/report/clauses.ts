import type { Tag } from './lexicon.ts';
import type { Term } from './terms.ts';

/** One statement of a message. Its terms hold no separators. */
export type Clause = {
  readonly terms: readonly Term[];
  readonly sentence: number;
  /** How it joins what stands before: a contrast, a shift to another task, a plain "và", or only punctuation. */
  readonly opener: 'contrast' | 'shift' | 'and' | null;
  /** Ends a line with a colon: what follows is listed under it. */
  readonly isHeader: boolean;
  /** Its sentence ends with a question mark. */
  readonly isAsked: boolean;
  readonly isLast: boolean;
  readonly hasColon: boolean;
  /** A blank line stands before it. */
  readonly isApart: boolean;
};

type Draft = { -readonly [Key in keyof Clause]: Clause[Key] } & { terms: Term[] };

const SENTENCE_ENDS = new Set(['.', '!', ';', '…', '?']);
const SOFT_ENDS = new Set([',', '(', ')', '[', ']', '|', '{', '}']);
const DASH = /^[-–—+*•·▪●○■]$/u;
const LOOK_AHEAD = 4;
/** No person writes a longer clause; the bound keeps reading linear whatever is sent. */
const LONGEST_CLAUSE = 80;

/** Sentences at . ! ? ; and line ends, clauses at commas, brackets, dashes and words like "nhưng", "còn NV13". */
export function splitClauses(terms: readonly Term[]): readonly Clause[] {
  const clauses: Draft[] = [];
  let draft = newDraft(0, null, false);
  let sentence = 0;
  const close = (opener: Clause['opener']) => {
    if (draft.terms.length > 0) clauses.push(draft);
    draft = newDraft(sentence, opener, false);
  };
  const endSentence = (isAsked: boolean) => {
    close(null);
    finishSentence(clauses, sentence, isAsked);
    sentence += 1;
    draft = newDraft(sentence, null, false);
  };
  for (const [at, term] of terms.entries()) {
    if (isListMark(terms, at)) continue;
    if (term.kind === 'break') {
      endSentence(false);
      draft.isApart = terms[at - 1]?.kind === 'break';
    } else if (SENTENCE_ENDS.has(term.text)) endSentence(term.text === '?');
    else if (SOFT_ENDS.has(term.text) || isDash(terms, at)) close(null);
    else if (term.text === ':') markColon(draft, terms, at);
    else {
      const opener = term.kind === 'word' ? opens(terms, at) : null;
      if (draft.terms.length >= LONGEST_CLAUSE) close(null);
      if (opener === null) draft.terms.push(term);
      else if (draft.terms.length === 0) draft.opener = opener;
      else close(opener);
    }
  }
  endSentence(false);
  return clauses;
}

function newDraft(sentence: number, opener: Clause['opener'], isApart: boolean): Draft {
  return {
    terms: [],
    sentence,
    opener,
    isHeader: false,
    isAsked: false,
    isLast: false,
    hasColon: false,
    isApart,
  };
}

function finishSentence(clauses: Draft[], sentence: number, isAsked: boolean): void {
  for (let at = clauses.length - 1; at >= 0; at -= 1) {
    const clause = clauses[at];
    if (clause === undefined || clause.sentence !== sentence) return;
    clause.isLast = at === clauses.length - 1;
    clause.isAsked = isAsked;
  }
}

function markColon(draft: Draft, terms: readonly Term[], at: number): void {
  draft.hasColon = true;
  const next = terms[at + 1];
  draft.isHeader = next === undefined || next.kind === 'break';
}

/** "- ", "1.", "2)" at the start of a line. */
function isListMark(terms: readonly Term[], at: number): boolean {
  const isLineStart = at === 0 || terms[at - 1]?.kind === 'break';
  const term = terms[at];
  if (isLineStart && DASH.test(term?.text ?? '')) return true;
  if (isLineStart && term?.kind === 'number') return isEnumerator(terms, at + 1);
  const isSecond = at === 1 || terms[at - 2]?.kind === 'break';
  return isSecond && terms[at - 1]?.kind === 'number' && isEnumerator(terms, at);
}

function isEnumerator(terms: readonly Term[], at: number): boolean {
  const sign = terms[at];
  return sign?.glued === true && /^[.)/]$/u.test(sign.text);
}

/** A dash with spaces around it; after a code it may also stand tight. */
function isDash(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  if (term?.kind !== 'sign' || !DASH.test(term.text)) return false;
  return !term.glued || terms[at + 1]?.glued !== true || terms[at - 1]?.kind === 'code';
}

const ASPECTS: readonly Tag[] = ['did', 'doing', 'notyet', 'almost', 'block', 'ext', 'awaiting', 'pending'];

/** Whether a word starts a clause of its own here, and what kind of start it is. */
function opens(terms: readonly Term[], at: number): Clause['opener'] {
  const { tags } = terms[at] ?? { tags: new Set<Tag>() };
  if (tags.has('contrast')) return 'contrast';
  if (!tags.has('shift')) return null;
  const next = terms.slice(at + 1, at + 1 + LOOK_AHEAD);
  const stop = next.findIndex(
    ({ kind, text }) => kind === 'break' || SENTENCE_ENDS.has(text) || SOFT_ENDS.has(text),
  );
  const near = stop < 0 ? next : next.slice(0, stop);
  if (!tags.has('and')) {
    if (near.some(({ kind }) => kind === 'code')) return 'shift';
    return tags.has('left') || near[0] === undefined ? null : opensAspect(near, 'contrast');
  }
  return near.slice(0, 3).some(({ kind }) => kind === 'code') ? 'and' : opensAspect(near, 'and');
}

function opensAspect(near: readonly Term[], opener: 'contrast' | 'and'): Clause['opener'] {
  return near.slice(0, 2).some(({ tags }) => ASPECTS.some((tag) => tags.has(tag))) ? opener : null;
}
