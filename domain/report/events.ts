import type { LocalDate } from '../clock.ts';
import { readExtension } from './extension.ts';
import type { Tag } from './lexicon.ts';
import { earliest, firstAfter, follows, hasTag, lastBefore, latest, type View } from './view.ts';

export type Status = 'done' | 'in_progress' | 'blocked' | 'extension';

/** Something a clause says about work, before anybody asked whether it is stated, asked or ordered. */
export type Event = {
  readonly status: Status;
  readonly source:
    | 'core'
    | 'work'
    | 'start'
    | 'notyet'
    | 'doing'
    | 'almost'
    | 'pending'
    | 'awaiting'
    | 'amount'
    | 'emoji'
    | 'block'
    | 'extension'
    | 'same'
    | 'elliptic';
  /** The term that carries it. */
  readonly at: number;
  /** Said to have happened: "đã", "rồi", "vừa". A bare "hoàn thành NV12" may also be an order. */
  readonly firm: boolean;
  /** Where its "đã" stands, -1 without one. */
  readonly didAt: number;
  readonly percent?: number;
  readonly quantity?: { readonly done: number; readonly target: number };
  readonly dueOn?: LocalDate | null;
};

type Reader = (view: View, at: number) => Event | null;

/** Every event of a clause in its order. */
export function readEvents(view: View): readonly Event[] {
  const events: Event[] = [];
  for (const at of view.terms.keys()) {
    const event = READERS.map((read) => read(view, at)).find((found) => found !== null) ?? null;
    if (event !== null) events.push(event);
  }
  const extension = readExtension(view);
  if (extension !== null)
    events.push(
      plainEvent('extension', 'extension', extension.at, { dueOn: extension.dueOn, firm: extension.polite }),
    );
  if (events.length > 0) return events;
  const signs = readEmoji(view);
  return signs.length > 0 ? signs : readElliptic(view);
}

type Extra = {
  firm?: boolean;
  didAt?: number;
  percent?: number;
  quantity?: { done: number; target: number };
  dueOn?: LocalDate | null;
};

function plainEvent(status: Status, source: Event['source'], at: number, extra: Extra = {}): Event {
  return { status, source, at, firm: false, didAt: -1, ...extra };
}

const REACH = 7;
const DECISIVE: readonly Tag[] = ['notyet', 'not', 'did', 'doing', 'just'];

type Aspect = { readonly tag: Tag | null; readonly at: number };

/** The nearest word before a verb that says how it stands; another finished verb or "nay" ends the search. */
function aspectBefore(view: View, at: number, reach = REACH): Aspect {
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

function isAlmost(view: View, at: number): boolean {
  const place = lastBefore(view, 'almost', at);
  return place >= 0 && at - place <= 4 && lastBefore(view, 'core', at) < place;
}

/** "rồi" after a verb; -1 when it opens the next action ("xong rồi báo anh"). */
function alreadyAfter(view: View, at: number): number {
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
function isSequence(view: View, alreadyAt: number): boolean {
  const next = view.terms[alreadyAt + 1];
  if (next === undefined || alreadyAt + 1 >= view.tailAt) {
    return (
      next !== undefined &&
      next.tags.has('self') &&
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

function readCore(view: View, at: number): Event | null {
  const isSettled = hasTag(view, 'settled', at);
  if (!isSettled && !hasTag(view, 'core', at)) return null;
  if (isTalk(view, at) || hasTag(view, 'idiom', at)) return null;
  const aspect = aspectBefore(view, at);
  if (aspect.tag === 'notyet') return notYet(view, at, aspect.at);
  if (aspect.tag === 'not') return plainEvent('blocked', 'block', at);
  if (isAlmost(view, at) || isPartial(view, at)) return plainEvent('in_progress', 'almost', at);
  if (aspect.tag === 'doing') return plainEvent('in_progress', 'doing', at);
  const alreadyAt = alreadyAfter(view, at);
  const didAt = aspect.tag === 'did' ? aspect.at : -1;
  if (didAt < 0 && alreadyAt >= 0 && isSequence(view, alreadyAt)) return null;
  const firm = isSettled || didAt >= 0 || aspect.tag === 'just' || alreadyAt >= 0;
  return plainEvent('done', 'core', at, { firm, didAt });
}

function notYet(view: View, at: number, notAt: number): Event {
  const isImpossible = hasTag(view, 'able', notAt + 1) || follows(view, at, 1, 'get') || hasCause(view, at);
  return isImpossible ? plainEvent('blocked', 'block', at) : plainEvent('in_progress', 'notyet', at);
}

/** "ăn xong", "đọc xong": finished, but not the task. */
function isTalk(view: View, at: number): boolean {
  const before = view.terms[at - 1]?.kind === 'code' ? view.terms[at - 2] : view.terms[at - 1];
  return before?.tags.has('talk') === true && !before.tags.has('workNoun');
}

const OWN_PART = /^(?:cua|em|minh|toi|viec|nay|duoc|ben|nv|nhiem|cong)/u;

function isPartial(view: View, at: number): boolean {
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

function readWork(view: View, at: number): Event | null {
  const isGeneric = hasTag(view, 'generic', at);
  if (!isGeneric && !hasTag(view, 'work', at)) return null;
  const aspect = aspectBefore(view, at, 5);
  if (aspect.tag === 'notyet') return follows(view, at, 1, 'core') ? null : notYet(view, at, aspect.at);
  if (aspect.tag === 'not')
    return follows(view, at, 3, 'get', 'manage') ? plainEvent('blocked', 'block', at) : null;
  if (isAlmost(view, at)) return plainEvent('in_progress', 'almost', at);
  if (aspect.tag === 'doing' || follows(view, at, 3, 'core') || isAboutTalk(view, at)) return null;
  const alreadyAt = alreadyAfter(view, at);
  const didAt = aspect.tag === 'did' ? aspect.at : -1;
  const isJust = aspect.tag === 'just' && !isGeneric;
  if (didAt < 0 && !isJust && (alreadyAt < 0 || isSequence(view, alreadyAt))) return null;
  if (isPartial(view, at)) return plainEvent('in_progress', 'almost', at);
  return plainEvent('done', 'work', at, { firm: true, didAt });
}

/** A file, a link or a reminder was sent: talk about the task, not its product. */
function isAboutTalk(view: View, at: number): boolean {
  return follows(view, at, 4, 'chatObject') || earliest(view, at, 'hurry') >= 0;
}

function readStart(view: View, at: number): Event | null {
  if (!hasTag(view, 'start', at) || follows(view, at, 3, 'core')) return null;
  const aspect = aspectBefore(view, at, 4);
  if (aspect.tag === 'notyet') return notYet(view, at, aspect.at);
  if (aspect.tag === 'not') return follows(view, at, 3, 'get') ? plainEvent('blocked', 'block', at) : null;
  const isBegun = aspect.tag === 'did' || aspect.tag === 'just' || alreadyAfter(view, at) >= 0;
  return isBegun
    ? plainEvent('in_progress', 'start', at, { didAt: aspect.tag === 'did' ? aspect.at : -1 })
    : null;
}

function readPending(view: View, at: number): Event | null {
  if (!hasTag(view, 'pending', at)) return null;
  const aspect = aspectBefore(view, at, 4);
  if (aspect.tag === 'not') return null;
  const isBegun =
    aspect.tag !== null ||
    alreadyAfter(view, at) >= 0 ||
    isAlmost(view, at) ||
    /^(?:cho|doi|pending)/u.test(view.terms[at]?.folded ?? '');
  return isBegun ? plainEvent('in_progress', 'pending', at) : null;
}

function readAwaiting(view: View, at: number): Event | null {
  if (!hasTag(view, 'awaiting', at) || follows(view, at, 1, 'tail') || firstAfter(view, 'just', at) >= 0)
    return null;
  if (view.terms[at + 1]?.kind === 'code') return null;
  return plainEvent('in_progress', follows(view, at, 4, 'confirm') ? 'awaiting' : 'pending', at);
}

function readDoing(view: View, at: number): Event | null {
  if (!hasTag(view, 'doing', at) && !hasTag(view, 'slow', at)) return null;
  if (view.terms[at + 1]?.kind === 'date') return null;
  if (
    follows(view, at, 1, 'intend') ||
    follows(view, at, 2, 'talk', 'overdue') ||
    isAwaitingWork(view, at) ||
    isOverruled(view, at)
  )
    return null;
  return plainEvent('in_progress', 'doing', at);
}

/** "đang gặp vướng mắc", "đang xin gia hạn": the word after says more. */
function isOverruled(view: View, at: number): boolean {
  const place = earliest(view, at, 'block', 'ext');
  return place >= 0 && place - at <= 4 && !view.codes.some((code) => code > at && code < place);
}

/** "đang chờ ký" is read at "chờ"; "đang chờ NV12" is not. */
function isAwaitingWork(view: View, at: number): boolean {
  const place = firstAfter(view, 'awaiting', at);
  return place >= 0 && place - at <= 2 && view.terms[place + 1]?.kind !== 'code';
}

function readBlock(view: View, at: number): Event | null {
  const isInability = hasTag(view, 'able', at) || hasTag(view, 'manage', at) || hasTag(view, 'get', at);
  if (isInability) return readInability(view, at);
  if (!hasTag(view, 'block', at)) return null;
  const near = Math.max(0, at - 4);
  if (latest(view, at, 'unblock', 'not', 'notyet') >= near || isReportedElsewhere(view, at)) return null;
  return plainEvent('blocked', 'block', at);
}

/** "vướng mắc báo về Văn phòng": what to do with obstacles, not one. */
function isReportedElsewhere(view: View, at: number): boolean {
  return (
    follows(view, at, 2, 'say', 'instruct') &&
    lastBefore(view, 'self', at) < 0 &&
    !follows(view, at, 2, 'cause', 'left')
  );
}

/** "không thể …", "không kịp", "làm không được", "làm chưa được". */
function readInability(view: View, at: number): Event | null {
  const isNot = hasTag(view, 'not', at - 1);
  if (!isNot && !hasTag(view, 'notyet', at - 1)) return null;
  if (hasTag(view, 'able', at))
    return follows(view, at, 2, 'talk') ? null : plainEvent('blocked', 'block', at);
  if (hasTag(view, 'manage', at))
    return isNot ? plainEvent('blocked', 'block', at) : plainEvent('in_progress', 'notyet', at);
  const verb = latest(view, at - 1, 'generic', 'work', 'core', 'start');
  return verb >= 0 && at - verb <= 4 ? plainEvent('blocked', 'block', at) : null;
}

function readQuantity(view: View, at: number): Event | null {
  const term = view.terms[at];
  if (term?.kind !== 'amount') return hasTag(view, 'half', at) ? amountEvent(view, at, 50) : null;
  if (term.amount.kind === 'percent')
    return amountEvent(
      view,
      at,
      hasTag(view, 'left', at - 1) ? 100 - term.amount.percent : term.amount.percent,
    );
  const { done, target } = term.amount;
  return amountEvent(view, at, Math.floor((done / target) * 100), { done, target });
}

function amountEvent(
  view: View,
  at: number,
  percent: number,
  quantity?: { done: number; target: number },
): Event | null {
  if (latest(view, at, 'aim') >= Math.max(0, at - 3) || isAside(view, at)) return null;
  const aspect = aspectBefore(view, at, 4);
  const counted = quantity === undefined ? {} : { quantity };
  if (aspect.tag === 'notyet' || aspect.tag === 'not') return plainEvent('in_progress', 'notyet', at);
  const didAt = aspect.tag === 'did' ? aspect.at : -1;
  if (percent >= 100) return plainEvent('done', 'core', at, { firm: true, didAt, ...counted });
  return plainEvent('in_progress', 'amount', at, { percent, didAt, ...counted });
}

/** "tỷ lệ hồ sơ đúng hạn 98%" is a figure of the work, not its progress. */
function isAside(view: View, at: number): boolean {
  const place = latest(view, at, 'aside');
  return place >= 0 && lastBefore(view, 'core', at) < 0;
}

const DONE_SIGNS = new Set(['✅', '☑', '✔', '✓', '💯', '🏁']);
const DOING_SIGNS = new Set(['⏳', '⌛', '🔄', '🚧', '🔃', '🛠', '🏗']);
const BLOCK_SIGNS = new Set(['⚠', '🚫', '⛔', '🛑', '🆘']);

function readEmoji(view: View): readonly Event[] {
  return view.terms.flatMap((term, at): readonly Event[] => {
    if (term.kind !== 'emoji') return [];
    if (DONE_SIGNS.has(term.text)) return [plainEvent('done', 'emoji', at, { firm: true })];
    if (DOING_SIGNS.has(term.text)) return [plainEvent('in_progress', 'emoji', at)];
    return BLOCK_SIGNS.has(term.text) ? [plainEvent('blocked', 'emoji', at)] : [];
  });
}

function readSame(view: View, at: number): Event | null {
  return hasTag(view, 'instead', at) && view.codes.length > 0
    ? plainEvent('done', 'same', at, { firm: true })
    : null;
}

const LINKS: readonly Tag[] = ['self', 'also', 'thereupon', 'tail', 'person', 'shift'];

/** "NV13 thì chưa", "chưa ạ", and its counterpart "NV12 rồi": the verb is in the sentence before. */
function readElliptic(view: View): readonly Event[] {
  const at = earliest(view, -1, 'notyet', 'already');
  const isLast = at >= 0 && at + 1 >= view.tailAt;
  const isOwn = view.terms
    .slice(0, Math.max(at, 0))
    .every(({ kind, tags }) => kind !== 'word' || LINKS.some((tag) => tags.has(tag)));
  if (!isLast || !isOwn) return [];
  if (hasTag(view, 'notyet', at)) return [plainEvent('in_progress', 'elliptic', at)];
  return view.codes.length > 0 ? [plainEvent('done', 'elliptic', at, { firm: true })] : [];
}

const READERS: readonly Reader[] = [
  readQuantity,
  readCore,
  readBlock,
  readWork,
  readStart,
  readPending,
  readAwaiting,
  readDoing,
  readSame,
];
