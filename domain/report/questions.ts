import type { Event } from './event.ts';
import type { Tag } from './lexicon.ts';
import { follows, hasTag, lastBefore, latest, type View } from './view.ts';

/** "Cho em xin gia hạn đến 30/6 được không ạ?" asks for time, not for news. */
export const isPoliteRequest = ({ status, firm }: Event) => status === 'extension' && firm;

/** Asked by a word: "xong chưa", "có xong không", "khi nào xong", "xong rồi à". A question mark is the sentence's. */
export function isQuestion(view: View): boolean {
  return hasInterrogative(view) || isAlternative(view) || hasOpenTail(view);
}

const NEGATIONS: readonly Tag[] = ['not', 'notyet'];

function hasInterrogative(view: View): boolean {
  const places = view.places.get('wh') ?? [];
  const first = places[0];
  if (first === undefined) return false;
  const isNegated =
    NEGATIONS.some((tag) => lastBefore(view, tag, first) >= 0) &&
    /^(?:gi|nao|ai|j|dau)$/u.test(view.terms[first]?.folded ?? '');
  return !isNegated;
}

/** "đã xong hay đang làm", "xong hay chưa" */
function isAlternative(view: View): boolean {
  return (view.places.get('or') ?? []).some((at) => {
    const isWhole = /(?:chua|khong|ko|k|dang|van|con)$/u.test(view.terms[at]?.folded ?? '');
    const isAfterVerb = latest(view, at, 'core', 'work', 'generic', 'block', 'did', 'doing') >= 0;
    return (
      isAfterVerb &&
      (isWhole || follows(view, at, 2, 'notyet', 'not', 'doing', 'core', 'work', 'generic', 'almost', 'did'))
    );
  });
}

const VERBS: readonly Tag[] = [
  'core',
  'work',
  'generic',
  'start',
  'pending',
  'block',
  'ext',
  'get',
  'manage',
  'did',
  'settled',
];

/** "xong chưa vậy anh", "xong không ạ", "xong rồi hả": a particle after the verb, and nothing but particles after it. */
function hasOpenTail(view: View): boolean {
  if (
    hasTailTag(view, 'questionTail') ||
    (view.places.get('leaveTail') ?? []).some((at) => at >= view.tailAt)
  )
    return true;
  return NEGATIONS.some((tag) => (view.places.get(tag) ?? []).some((at) => isOpenNegation(view, at)));
}

function hasTailTag(view: View, tag: 'questionTail'): boolean {
  return (view.places.get(tag) ?? []).some((at) => at >= view.tailAt && !isPoliteEnd(view, at));
}

/** "…, NV13 cũng xong rồi đúng không": a statement held up for a yes, and so is all of its sentence. */
export const isHeldUp = (view: View): boolean => hasTailTag(view, 'questionTail');

/** "a" without accents is "ạ" far more often than "à"; "anh" after it changes nothing. */
function isPoliteEnd(view: View, at: number): boolean {
  const term = view.terms[at];
  if (term?.tags.has('fill') === true) return true;
  // "Anh à" calls somebody; after a task or a verb "à" asks.
  const isCall = term?.folded.includes(' ') === false && view.codes[0] === undefined;
  return (
    isCall &&
    latest(view, at, ...VERBS, 'doing', 'notyet', 'almost') < 0 &&
    !view.terms.some(({ kind }) => kind === 'amount' || kind === 'emoji')
  );
}

function isOpenNegation(view: View, at: number): boolean {
  const verbAt = latest(view, at, ...VERBS);
  if (verbAt < 0) return false;
  const next = view.terms[at + 1];
  if (next === undefined || at + 1 >= view.tailAt) return !isSettledBefore(view, at, verbAt);
  return (
    next.tags.has('say') ||
    next.tags.has('hear') ||
    next.tags.has('inquire') ||
    /^(?:de|cho|tra loi)/u.test(next.folded)
  );
}

/** "không vướng gì nữa không": the verb itself must stand before, without its own negation between. */
function isSettledBefore(view: View, at: number, verbAt: number): boolean {
  return (
    hasTag(view, 'get', verbAt) &&
    hasTag(view, 'notyet', at) &&
    verbAt === at - 1 &&
    lastBefore(view, 'notyet', at) >= 0
  );
}
