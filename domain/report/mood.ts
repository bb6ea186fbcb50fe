import type { Event } from './events.ts';
import type { Tag } from './lexicon.ts';
import { anyTag, earliest, firstAfter, follows, hasTag, lastBefore, latest, type View } from './view.ts';

/** Why something that sounds like a report is none. */
export type Silence =
  | 'question'
  | 'order'
  | 'plan'
  | 'condition'
  | 'hearsay'
  | 'praise'
  | 'nominal'
  | 'others'
  | 'acknowledged';

type Rule = readonly [Silence, (view: View, event: Event) => boolean];

/** The first rule that holds names the reason; a statement passes them all. */
const RULES: readonly Rule[] = [
  [
    'question',
    (view, event) => !isPoliteRequest(event) && (isQuestion(view) || latest(view, event.at, 'inquire') >= 0),
  ],
  ['hearsay', isHearsay],
  ['condition', isConditional],
  ['praise', (view, { at, status }) => status === 'done' && latest(view, at, 'praise') >= 0],
  ['others', isOthers],
  ['nominal', isNominal],
  ['order', isOrder],
  ['plan', isPlan],
  [
    'acknowledged',
    (view, { source }) =>
      source === 'emoji' && anyTag(view, 'ack', 'order', 'overdue', 'praise', 'plan', 'request'),
  ],
];

export function silenceOf(view: View, event: Event): Silence | null {
  return RULES.find(([, holds]) => holds(view, event))?.[0] ?? null;
}

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

function isHearsay(view: View, { at }: Event): boolean {
  return anyTag(view, 'hearsay') || latest(view, at, 'hear', 'maybe') >= 0 || isSaidByOthers(view, at);
}

const REPORTING = /^(?:báo|báo cáo|thông báo|báo cáo là|báo là|bao cao|thong bao|bao cao la)$/u;

/** A clause that only tells where the news comes from: "nghe anh Nam nói thế". */
export const isHearsayClause = (view: View): boolean =>
  anyTag(view, 'hearsay') || (anyTag(view, 'hear') && anyTag(view, 'say'));

/** "anh Nam bảo NV12 xong"; "em báo", "xã báo cáo" and "báo anh" speak for themselves. */
export function isSaidByOthers(view: View, at: number): boolean {
  return (view.places.get('say') ?? []).some((sayAt) => {
    if (sayAt > at && !hasTag(view, 'tail', sayAt + 1)) return false;
    let before = sayAt - 1;
    while (before >= 0 && isAdverb(view, before)) before -= 1;
    const speaker = view.terms[before];
    if (speaker === undefined || speaker.kind !== 'word' || speaker.tags.has('self')) return false;
    const isReporting = REPORTING.test(view.terms[sayAt]?.text.toLowerCase() ?? '');
    const isCalled = latest(view, before, 'person') === before - 1 && before > 0;
    const isNamed = speaker.tags.size === 0 || isCalled;
    const isPerson = isCalled || speaker.tags.has('person') || speaker.tags.has('plural2');
    if (isReporting) return isPerson && !isGreeting(view, before);
    return isPerson || isNamed || speaker.tags.has('unit');
  });
}

const ADVERBS: readonly Tag[] = ['did', 'just', 'doing', 'also', 'already', 'now', 'past'];

function isAdverb(view: View, at: number): boolean {
  return (
    ADVERBS.some((tag) => hasTag(view, tag, at)) ||
    /^(?:co|xin|kinh|vua|lai|cung)$/u.test(view.terms[at]?.folded ?? '')
  );
}

/** "Dạ anh Nam, …", "Thưa chị, báo cáo": the person is addressed. */
function isGreeting(view: View, at: number): boolean {
  const first = view.terms[0]?.folded ?? '';
  return (
    /^(?:da|thua|kinh|vang|bao cao|alo)/u.test(first) || (at >= 0 && view.terms[at + 1]?.folded === 'oi')
  );
}

function isConditional(view: View, event: Event): boolean {
  const { at, firm } = event;
  if (latest(view, at, 'condition', 'when') >= 0) return true;
  if (!firm && earliest(view, at, 'condition', 'when') >= 0) return true;
  if (earliest(view, at, 'condition') >= 0) return true;
  const thenAt = firstAfter(view, 'thereupon', at);
  if (event.status === 'done' && isConsequence(view, at)) return true;
  const isTopic =
    view.codes.some((code) => code < at) && view.codes.some((code) => code > at && code < thenAt);
  if (thenAt >= 0 && !isTopic) return true;
  const justAt = firstAfter(view, 'just', at);
  return (
    justAt >= 0 &&
    !follows(view, at, 3, 'already') &&
    earliest(view, justAt, 'core', 'work') < 0 &&
    !/^(?:vua|moi day)/u.test(view.terms[justAt]?.folded ?? '') &&
    justAt < view.tailAt
  );
}

/** "Có kinh phí thì NV12 xong rồi": what stands before "thì" is no task but a condition. */
function isConsequence(view: View, at: number): boolean {
  const thenAt = lastBefore(view, 'thereupon', at);
  const isNamedAfter = view.codes.some((code) => code > thenAt);
  return thenAt > 0 && isNamedAfter && !view.codes.some((code) => code < thenAt);
}

/** "Các đơn vị đã hoàn thành NV12 gửi minh chứng": whoever did, not the speaker. */
function isOthers(view: View, { at, firm, source }: Event): boolean {
  const remainingAt = lastBefore(view, 'remaining', at);
  if (remainingAt >= 0 && !view.codes.some((code) => code > remainingAt && code < at)) return true;
  if (
    source === 'emoji' ||
    source === 'amount' ||
    source === 'extension' ||
    view.codes.some((code) => code < at)
  )
    return false;
  if (latest(view, at, 'roll') >= 0 && !view.terms.some(({ kind }) => kind === 'amount')) return true;
  const isPlural = latest(view, at, 'plural', 'plural2') >= 0 || isCounted(view, at) || isAnyUnit(view);
  if (!isPlural || latest(view, at, 'self') >= 0) return false;
  return !firm || isCounted(view, at) || isInstructed(view, at);
}

/** "Đơn vị đã hoàn thành NV12 thì …": no unit is named. */
function isAnyUnit({ terms }: View): boolean {
  return (
    /^(?:don vi|dong chi|d\/c|xa|phuong)$/u.test(terms[0]?.folded ?? '') && terms[1]?.tags.has('did') === true
  );
}

function isInstructed(view: View, at: number): boolean {
  const place = earliest(view, at, 'instruct', 'hurry', 'roll', 'thereupon');
  return place >= 0 && !hasTag(view, 'and', place - 1);
}

/** "5 xã đã hoàn thành NV12" */
function isCounted(view: View, at: number): boolean {
  const unitAt = latest(view, at, 'unit', 'person');
  return unitAt > 0 && view.terms[unitAt - 1]?.kind === 'number';
}

/** "tỷ lệ hoàn thành NV12", "thời hạn làm xong" */
function isNominal(view: View, { at, firm, source }: Event): boolean {
  if (firm || source !== 'core') return false;
  const before = hasTag(view, 'generic', at - 1) ? at - 2 : at - 1;
  return (
    hasTag(view, 'nominal', before) ||
    (hasTag(view, 'start', at - 1) === true && hasTag(view, 'nominal', at - 2))
  );
}

function isOrder(view: View, event: Event): boolean {
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
  if (isForSomebody(view, at) || isFollowedUp(view, at) || follows(view, at, 2, 'hurry')) return true;
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

function isPlan(view: View, event: Event): boolean {
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

/** "Hoàn thành NV12 để được cộng điểm" */
const isMeans = (view: View, at: number): boolean =>
  view.terms[firstAfter(view, 'plan', at)]?.folded === 'de';

/** A bare verb with a deadline or a day to come: "NV12 hoàn thành trước 30/6", "xong trong hôm nay". */
function isTimed(view: View, at: number): boolean {
  if (anyTag(view, 'future', 'today') || isMeans(view, at)) return true;
  return view.terms.some((term, place) => term.kind === 'date' && hasTag(view, 'before', place - 1));
}
