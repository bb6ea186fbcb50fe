import { alreadyAfter, aspectBefore, isAlmost, isPartial, isSequence, notYet } from './aspect.ts';
import { type Event, plainEvent } from './event.ts';
import { earliest, follows, hasTag, type View } from './view.ts';

export function readCore(view: View, at: number): Event | null {
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

/** "ăn xong", "đọc xong": finished, but not the task. */
function isTalk(view: View, at: number): boolean {
  const before = view.terms[at - 1]?.kind === 'code' ? view.terms[at - 2] : view.terms[at - 1];
  return before?.tags.has('talk') === true && !before.tags.has('workNoun');
}

export function readWork(view: View, at: number): Event | null {
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
