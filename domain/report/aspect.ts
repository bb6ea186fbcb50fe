import { type Event, plainEvent } from './event.ts';
import type { Tag } from './lexicon.ts';
import { earliest, firstAfter, follows, hasTag, lastBefore, latest, type View } from './view.ts';

const REACH = 7;

const DECISIVE: readonly Tag[] = ['notyet', 'not', 'did', 'doing', 'just'];

type Aspect = { readonly tag: Tag | null; readonly at: number };

/** The nearest word before a verb that says how it stands; another finished verb or "nay" ends the search. */
export function aspectBefore(view: View, at: number, reach = REACH): Aspect {
  const wall = Math.max(
    at - reach - 1,
    latest(view, at, 'core', 'block', 'now', 'thereupon', 'ext'),
    lastAmount(view, at),
  );
  let best: Aspect = { tag: null, at: -1 };
  for (const tag of DECISIVE) {
    const place = lastBefore(view, tag, at);
    if (place > wall && place > best.at && !isSpent(view, tag, place)) best = { tag, at: place };
  }
  return best;
}

function lastAmount(view: View, at: number): number {
  for (let place = at - 1; place >= Math.max(0, at - REACH); place -= 1)
    if (view.terms[place]?.kind === 'amount') return place;
  return -1;
}

/** "mới" of "kế hoạch mới" and a "chưa" that ended a question say nothing about the next verb. */
function isSpent(view: View, tag: Tag, at: number): boolean {
  return tag === 'not' && follows(view, at, 1, 'wh');
}

export function isAlmost(view: View, at: number): boolean {
  const place = lastBefore(view, 'almost', at);
  return place >= 0 && at - place <= 4 && lastBefore(view, 'core', at) < place;
}

/** "rồi" after a verb; -1 when it opens the next action ("xong rồi báo anh"). */
export function alreadyAfter(view: View, at: number): number {
  const place = firstAfter(view, 'already', at);
  if (place < 0 || place - at > 8) return -1;
  const next = earliest(view, at, 'core', 'notyet', 'doing', 'block');
  return next >= 0 && next < place ? -1 : place;
}

const ACTIONS: readonly Tag[] = [
  'work',
  'generic',
  'start',
  'instruct',
  'talk',
  'move',
  'go',
  'thereupon',
  'just',
  'say',
  'pending',
  'plan',
  'order',
];

/** "xong rồi gửi anh", "xong rồi hãy về": an order of steps, not a state. */
export function isSequence(view: View, alreadyAt: number): boolean {
  const next = view.terms[alreadyAt + 1];
  if (next === undefined || alreadyAt + 1 >= view.tailAt) {
    return (
      next?.tags.has('self') === true &&
      ACTIONS.some((tag) => view.terms[alreadyAt + 2]?.tags.has(tag) === true)
    );
  }
  const verb = next.tags.has('self') ? view.terms[alreadyAt + 2] : next;
  if (verb === undefined || verb.kind === 'code' || verb.tags.has('needless')) return false;
  return ACTIONS.some((tag) => verb.tags.has(tag)) && !verb.tags.has('tail');
}

/** A reason after "chưa …" makes it an obstacle: "chưa xong vì thiếu số liệu". */
function hasCause(view: View, at: number): boolean {
  const place = firstAfter(view, 'cause', at);
  if (place < 0)
    return lastBefore(view, 'cause', at) >= 0 && latest(view, at, 'hence') > lastBefore(view, 'cause', at);
  return (
    place + 1 < view.terms.length &&
    place + 1 < Math.max(view.tailAt, place + 2) &&
    view.terms[place + 1]?.tags.has('person') !== true
  );
}

export function notYet(view: View, at: number, notAt: number): Event {
  const isImpossible = hasTag(view, 'able', notAt + 1) || follows(view, at, 1, 'get') || hasCause(view, at);
  return isImpossible ? plainEvent('blocked', 'block', at) : plainEvent('in_progress', 'notyet', at);
}

const OWN_PART = /^(?:cua|em|minh|toi|viec|nay|duoc|ben|nv|nhiem|cong)/u;

export function isPartial(view: View, at: number): boolean {
  if (follows(view, at, 2, 'partial')) return true;
  const part = firstAfter(view, 'part', at);
  const next = view.terms[part + 1];
  return (
    part === at + 1 &&
    next !== undefined &&
    next.kind === 'word' &&
    !OWN_PART.test(next.folded) &&
    !next.tags.has('tail')
  );
}
