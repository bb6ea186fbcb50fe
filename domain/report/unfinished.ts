import { alreadyAfter, aspectBefore, isAlmost, notYet } from './aspect.ts';
import { type Event, plainEvent } from './event.ts';
import { earliest, firstAfter, follows, hasTag, lastBefore, latest, type View } from './view.ts';

export function readStart(view: View, at: number): Event | null {
  if (!hasTag(view, 'start', at) || follows(view, at, 3, 'core')) return null;
  const aspect = aspectBefore(view, at, 4);
  if (aspect.tag === 'notyet') return notYet(view, at, aspect.at);
  if (aspect.tag === 'not') return follows(view, at, 3, 'get') ? plainEvent('blocked', 'block', at) : null;
  const isBegun = aspect.tag === 'did' || aspect.tag === 'just' || alreadyAfter(view, at) >= 0;
  return isBegun
    ? plainEvent('in_progress', 'start', at, { didAt: aspect.tag === 'did' ? aspect.at : -1 })
    : null;
}

export function readPending(view: View, at: number): Event | null {
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

export function readAwaiting(view: View, at: number): Event | null {
  if (!hasTag(view, 'awaiting', at) || follows(view, at, 1, 'tail') || firstAfter(view, 'just', at) >= 0)
    return null;
  if (view.terms[at + 1]?.kind === 'code') return null;
  return plainEvent('in_progress', follows(view, at, 4, 'confirm') ? 'awaiting' : 'pending', at);
}

export function readDoing(view: View, at: number): Event | null {
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

export function readBlock(view: View, at: number): Event | null {
  const isInability = hasTag(view, 'able', at) || hasTag(view, 'manage', at) || hasTag(view, 'get', at);
  if (isInability) return readInability(view, at);
  if (!hasTag(view, 'block', at)) return null;
  const near = Math.max(0, at - 4);
  if (latest(view, at, 'unblock', 'not', 'notyet') >= near || isReportedElsewhere(view, at)) return null;
  return plainEvent('blocked', 'block', at);
}

/** "vướng mắc báo về Văn phòng": what to do with obstacles, not one. */
function isReportedElsewhere(view: View, at: number): boolean {
  if (lastBefore(view, 'self', at) >= 0) return false;
  const requestAt = firstAfter(view, 'request', at);
  if (requestAt >= 0 && follows(view, requestAt, 1, 'say')) return true;
  return follows(view, at, 2, 'say', 'instruct') && !follows(view, at, 2, 'cause', 'left');
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
