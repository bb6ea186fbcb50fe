import type { Clause } from './clauses.ts';
import type { Event } from './event.ts';
import { readEvents } from './events.ts';
import { isHearsayClause, isSaidByOthers } from './hearsay.ts';
import type { Tag } from './lexicon.ts';
import { type Silence, silenceOf } from './mood.ts';
import { isHeldUp, isPoliteRequest, isQuestion } from './questions.ts';
import { anyTag, hasTag, lastBefore, type View, viewOf } from './view.ts';

/** An event with what the clauses around it make of it. */
export type Heard = { readonly event: Event; readonly silence: Silence | null };

export type Reading = {
  readonly view: View;
  readonly clause: Clause;
  readonly heard: readonly Heard[];
  /** Asked by its own words; without any, a question mark asks the whole sentence. */
  readonly isInterrogative: boolean;
  /** Greetings and particles only, like "đúng không anh". */
  readonly isEmpty: boolean;
};

/** Reads each clause alone, then lets orders, questions, conditions and hearsay reach their neighbours. */
export function readClauses(clauses: readonly Clause[]): readonly Reading[] {
  const alone = clauses.map(readAlone);
  return remind(carryBack(carryForward(alone)));
}

function readAlone(clause: Clause): Reading {
  const view = viewOf(clause);
  const heard = readEvents(view).map((event) => ({ event, silence: silenceOf(view, event) }));
  const isEmpty =
    view.codes.length === 0 &&
    (view.tailAt === 0 || (heard.length === 0 && view.terms.length <= 3 && anyTag(view, 'questionTail')));
  return { view, clause, heard, isInterrogative: isQuestion(view), isEmpty };
}

const silenced = (
  reading: Reading,
  silence: Silence,
  which: (event: Event) => boolean = () => true,
): Reading => ({
  ...reading,
  heard: reading.heard.map((heard) =>
    heard.silence === null && which(heard.event) && !(silence === 'question' && isPoliteRequest(heard.event))
      ? { ...heard, silence }
      : heard,
  ),
});

const isBare = ({ status, firm, source }: Event) => status === 'done' && !firm && source !== 'emoji';
const isDone = ({ status }: Event) => status === 'done';
const isAny = () => true;

type Carry = { readonly silence: Silence; readonly which: (event: Event) => boolean };

/** What an earlier clause of the sentence, or the header above a list, says about the later ones. */
function carryForward(readings: readonly Reading[]): readonly Reading[] {
  let fromSentence: readonly Carry[] = [];
  let fromHeader: readonly Carry[] = [];
  // "Chúc mừng! NV12 đã hoàn thành" is still a congratulation.
  let fromPraise: readonly Carry[] = [];
  let sentence = -1;
  return readings.map((reading) => {
    if (reading.clause.sentence !== sentence) fromSentence = fromPraise;
    if (reading.clause.isApart) fromHeader = [];
    sentence = reading.clause.sentence;
    fromPraise =
      isCongratulation(reading.view) && reading.heard.length === 0
        ? [{ silence: 'praise', which: isDone }]
        : [];
    const result = [...fromSentence, ...fromHeader].reduce(
      (read, { silence, which }) => silenced(read, silence, which),
      reading,
    );
    const carries = carriesOf(reading);
    if (reading.clause.isHeader) fromHeader = carries;
    // A condition reaches the consequence, not what comes after it.
    fromSentence = [...fromSentence.filter(({ silence }) => silence !== 'condition'), ...carries];
    return result;
  });
}

function carriesOf({ view, clause }: Reading): readonly Carry[] {
  const carries: Carry[] = [];
  if (anyTag(view, 'order', 'request') && !anyTag(view, 'ext'))
    carries.push({ silence: 'order', which: isBare });
  if (clause.isHeader && anyTag(view, 'plan', 'future', 'aim'))
    carries.push({ silence: 'plan', which: isBare });
  if (anyTag(view, 'condition') && !anyTag(view, 'thereupon'))
    carries.push({ silence: 'condition', which: isDone });
  if (anyTag(view, 'when') && !anyTag(view, 'thereupon'))
    carries.push({ silence: 'condition', which: isBare });
  if (anyTag(view, 'inquire')) carries.push({ silence: 'question', which: isAny });
  if (anyTag(view, 'hearsay') || isSaidByOthers(view, view.terms.length))
    carries.push({ silence: 'hearsay', which: isAny });
  if (isCongratulation(view)) carries.push({ silence: 'praise', which: isDone });
  return carries;
}

/** Thanks open many honest reports; congratulations never do. */
function isCongratulation(view: View): boolean {
  return (view.places.get('praise') ?? []).some(
    (at) => !/^(?:cam|thank|tks|cmon)/u.test(view.terms[at]?.folded ?? ''),
  );
}

/** "NV12 chưa xong, đề nghị khẩn trương": who pushes others does not report on himself. */
function remind(readings: readonly Reading[]): readonly Reading[] {
  if (!readings.some(isPush)) return readings;
  return readings.map((reading) =>
    silenced(reading, 'order', ({ source }) => source === 'notyet' && !anyTag(reading.view, 'self')),
  );
}

function isPush({ view }: Reading): boolean {
  if (anyTag(view, 'self', 'plan', 'ext')) return false;
  return (view.places.get('hurry') ?? []).some(
    (at) => !hasTag(view, 'doing', at - 1) && !hasTag(view, 'did', at - 1),
  );
}

/** What a later clause of the sentence says about the earlier ones: "…, đúng không?", "…, nghe anh Nam nói thế". */
function carryBack(readings: readonly Reading[]): readonly Reading[] {
  const result = [...readings];
  let back: Carry[] = [];
  for (let at = readings.length - 1; at >= 0; at -= 1) {
    const reading = readings[at];
    if (reading === undefined) continue;
    if (reading.clause.isLast) back = sentenceCarries(reading);
    else if (reading.heard.length === 0 && isHearsayClause(reading.view))
      back = [...back, { silence: 'hearsay', which: isAny }];
    else if (isFollowUpQuestion(reading)) back = [...back, { silence: 'question', which: isAny }];
    result[at] = back.reduce((read, { silence, which }) => silenced(read, silence, which), reading);
    if (isOwnQuestion(reading)) result[at] = silenced(result[at] ?? reading, 'question');
    if (reading.clause.isLast) back = back.filter(() => !isFirmShift(reading));
  }
  return result;
}

/** "NV12 xong rồi, còn NV13?" asks about its own task alone. */
function isFirmShift({ clause, view, isInterrogative, heard }: Reading): boolean {
  if (clause.opener !== 'shift' || isHeldUp(view)) return false;
  return isInterrogative || (view.codes.length > 0 && heard.length === 0);
}

function sentenceCarries(reading: Reading): Carry[] {
  const { clause, view, heard, isInterrogative, isEmpty } = reading;
  const carries: Carry[] = [];
  const isQuestioned = clause.isAsked || isInterrogative;
  if (
    isQuestioned &&
    (isEmpty || (clause.isAsked && !isInterrogative) || isHeldUp(view) || isFollowUpQuestion(reading))
  )
    carries.push({ silence: 'question', which: isAny });
  if (heard.length === 0 && isHearsayClause(view)) carries.push({ silence: 'hearsay', which: isAny });
  if (isCongratulation(view) && heard.length === 0) carries.push({ silence: 'praise', which: isDone });
  return carries;
}

/** "NV12 đã xong, đã gửi báo cáo chưa": one question about one task. */
function isFollowUpQuestion({ view, heard, isInterrogative, isEmpty }: Reading): boolean {
  return isInterrogative && view.codes.length === 0 && (heard.length > 0 || isEmpty);
}

function isOwnQuestion({ clause, isInterrogative }: Reading): boolean {
  return (clause.isAsked && clause.isLast) || isInterrogative;
}

/** Whether the code at a place only helps to tell about another one: "chờ NV12", "trừ NV12", "vì NV12 chưa xong". */
export function isSubordinate(view: View, at: number): boolean {
  if (hasTag(view, 'except', at - 1)) return true;
  const isOther = view.codes.length > 1 || lastBefore(view, 'awaiting', at) === at - 1;
  return isOther && SUBORDINATES.some((tag) => hasTag(view, tag, at - 1));
}

const SUBORDINATES = ['awaiting', 'cause', 'like'] as const satisfies readonly Tag[];
