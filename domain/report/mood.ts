import type { Event } from './event.ts';
import { isHearsay } from './hearsay.ts';
import { isOrder, isPlan } from './orders.ts';
import { isPoliteRequest, isQuestion } from './questions.ts';
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
