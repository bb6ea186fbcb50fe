import type { Event } from './event.ts';
import { isGreeting } from './hearsay.ts';
import { anyTag, earliest, firstAfter, follows, hasTag, lastBefore, latest, type View } from './view.ts';

export function isOrder(view: View, event: Event): boolean {
  return event.status === 'done' ? isDoneOrdered(view, event) : isStateOrdered(view, event);
}

function isDoneOrdered(view: View, event: Event): boolean {
  const { at, firm, didAt } = event;
  if (event.source === 'emoji') return false;
  const requestAt = lastBefore(view, 'request', at);
  if (requestAt >= 0 && !isConfirmation(view, requestAt, event)) return true;
  const orderAt = lastBefore(view, 'order', at);
  const isOrdered = orderAt >= 0 && !(didAt > orderAt) && !isConfirmed(view, orderAt, event);
  if (isOrdered && !(firm && lastBefore(view, 'self', at) >= 0 && !follows(view, orderAt, 1, 'self')))
    return true;
  return !firm && isBareOrder(view, event);
}

/** "Đề nghị xác nhận NV12 đã xong": asks for a confirmation of what is done. */
function isConfirmation(view: View, requestAt: number, { at, firm }: Event): boolean {
  const confirmAt = lastBefore(view, 'confirm', at);
  const firstAt = Math.min(requestAt, view.places.get('request')?.[0] ?? requestAt);
  const toMany = latest(view, at, 'plural', 'plural2') > firstAt;
  return firm && confirmAt > firstAt && !toMany;
}

function isConfirmed(view: View, orderAt: number, event: Event): boolean {
  return hasTag(view, 'request', orderAt) && isConfirmation(view, orderAt, event);
}

/** A bare verb is an order when somebody else stands before it, or a friendly push or "cho anh" after it. */
function isBareOrder(view: View, { at }: Event): boolean {
  const isPlain = view.terms[at]?.folded === 'xong' && !hasTag(view, 'generic', at - 1);
  const isTopic = view.codes.some((code) => code < at);
  const isPushed = lastSoft(view, at);
  if (isPushed === 'go' || (isPushed === 'soft' && !(isPlain && isTopic))) return true;
  if (
    view.terms[at - 1]?.folded === 'cho' ||
    isForSomebody(view, at) ||
    isFollowedUp(view, at) ||
    follows(view, at, 2, 'hurry')
  )
    return true;
  if (!isTopic && latest(view, at, 'self') < 0 && latest(view, at, 'plural2') >= 0) return true;
  return !isTopic && !isPlain && isOthersWork(view, at);
}

function lastSoft(view: View, at: number): 'go' | 'soft' | null {
  for (let place = Math.max(view.tailAt - 2, at + 1); place < view.terms.length; place += 1) {
    if (hasTag(view, 'go', place)) return 'go';
    if (hasTag(view, 'soft', place)) return 'soft';
  }
  return null;
}

/** "Làm xong NV12 báo anh", "hoàn thành NV12 gửi minh chứng": two steps of one order. */
function isFollowedUp(view: View, at: number): boolean {
  return lastBefore(view, 'self', at) < 0 && earliest(view, at, 'say', 'instruct') >= 0;
}

function isForSomebody(view: View, at: number): boolean {
  for (let place = at + 1; place < view.terms.length; place += 1) {
    const next = view.terms[place + 1];
    if (
      view.terms[place]?.folded === 'cho' &&
      next !== undefined &&
      (next.tags.has('person') || /^(?:toi|minh|tui)$/u.test(next.folded))
    )
      return true;
  }
  return false;
}

/** "Văn phòng hoàn thành NV12", "anh Nam làm xong NV12" */
function isOthersWork(view: View, at: number): boolean {
  const subject = hasTag(view, 'generic', at - 1) ? at - 2 : at - 1;
  const named = Math.max(latest(view, at, 'person'), latest(view, at, 'unit'));
  return (
    named >= 0 &&
    subject - named <= 3 &&
    latest(view, at, 'self') < named &&
    view.terms[named]?.folded !== 'bao cao' &&
    !isGreeting(view, named)
  );
}

/** "Yêu cầu khẩn trương, NV12 đang chậm": a reminder. "đang khẩn trương thực hiện" is not. */
function isStateOrdered(view: View, { at, source, status }: Event): boolean {
  if (status === 'extension') return lastBefore(view, 'hurry', at) >= 0;
  const hurryAt = lastBefore(view, 'hurry', at);
  const requestAt = lastBefore(view, 'request', at);
  if (source === 'amount') return latest(view, at, 'order', 'request') >= 0 && !isTold(view, at);
  if (hurryAt >= 0 && !hasTag(view, 'doing', hurryAt - 1) && !hasTag(view, 'did', hurryAt - 1)) return true;
  return requestAt >= 0 && latest(view, at, 'plural', 'plural2') > requestAt;
}

function isTold(view: View, at: number): boolean {
  return (
    lastBefore(view, 'confirm', at) > latest(view, at, 'order', 'request') ||
    latest(view, at, 'doing', 'did', 'self') >= 0
  );
}

export function isPlan(view: View, event: Event): boolean {
  const { at, didAt, source, status, firm } = event;
  if (
    source === 'emoji' ||
    source === 'notyet' ||
    source === 'doing' ||
    source === 'pending' ||
    source === 'awaiting'
  )
    return false;
  if (status === 'extension' || status === 'blocked') return false;
  const planAt = lastBefore(view, 'plan', at);
  if (planAt >= 0 && !(didAt > planAt)) return true;
  const isAhead = lastBefore(view, 'future', at) >= 0 && didAt < 0;
  if (isAhead && source !== 'almost') return true;
  return source === 'core' && !firm && isTimed(view, at);
}

/** "Hoàn thành NV12 để được cộng điểm", "xong NV12 sẽ báo" */
const isMeans = (view: View, at: number): boolean =>
  view.terms[firstAfter(view, 'plan', at)]?.folded === 'de' ||
  view.terms[firstAfter(view, 'plan', at)]?.folded === 'se';

/** A bare verb with a deadline or a day to come: "NV12 hoàn thành trước 30/6", "xong trong hôm nay". */
function isTimed(view: View, at: number): boolean {
  if (anyTag(view, 'future', 'today') || isMeans(view, at)) return true;
  return view.terms.some((term, place) => term.kind === 'date' && hasTag(view, 'before', place - 1));
}
