import type { Event } from './event.ts';
import type { Tag } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Term } from './terms.ts';
import { anyTag, lastBefore, type View } from './view.ts';

const TALK: readonly Tag[] = ['talk', 'chatObject', 'praise', 'idiom', 'overdue'];
const NAMED: readonly Tag[] = ['person', 'unit'];
const BARE_LENGTH = 5;

/**
 * Whether a clause without a task code is about work at all: "xong rồi ạ" is, "họp xong rồi" is not.
 * With a work noun ("đã ban hành kế hoạch tuyên truyền") a few words of a title may be unknown.
 */
export function isOwnMatter(reading: Reading, event: Event | 0): boolean {
  const { view } = reading;
  if (TALK.some((tag) => view.places.has(tag))) return false;
  const unknown = view.terms.filter((_, at) => isUnknown(view, at)).length;
  if (
    event !== 0 &&
    event.status === 'done' &&
    view.terms.some(({ kind }, at) => kind === 'number' && at < event.at)
  )
    return false;
  if (event !== 0 && event.source === 'amount' && anyTag(view, 'aside', 'roll')) return false;
  if (event === 0) return unknown === 0 && view.terms.length <= BARE_LENGTH;
  return (
    unknown <= allowance(view, event) &&
    (event.firm || event.status !== 'done' || view.terms.length <= BARE_LENGTH)
  );
}

function allowance(view: View, event: Event): number {
  const isOfficial = event.source === 'work' || view.terms[event.at]?.folded.startsWith('hoan') === true;
  if (event.status === 'done') return isOfficial && anyTag(view, 'workNoun') ? 12 : 0;
  if (event.status === 'extension') return 4;
  if (event.status === 'blocked') return 6;
  return anyTag(view, 'workNoun') ? 6 : 0;
}

/** No list knows the word, and it is no name after a title or a unit. */
function isUnknown(view: View, at: number): boolean {
  const term = view.terms[at];
  if (
    term === undefined ||
    term.kind === 'code' ||
    term.kind === 'amount' ||
    term.kind === 'date' ||
    term.kind === 'emoji'
  )
    return false;
  if (term.kind === 'sign' || term.kind === 'opaque') return false;
  return term.tags.size === 0 && !isName(view, term, at);
}

function isName(view: View, term: Term, at: number): boolean {
  if (term.kind !== 'word') return false;
  const named = Math.max(...NAMED.map((tag) => lastBefore(view, tag, at)));
  return named >= 0 && at - named <= (term.capital ? 3 : 1);
}
