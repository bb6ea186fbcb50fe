import type { LocalDate } from '../clock.ts';
import { addDays } from '../clock.ts';
import { anyTag, earliest, firstAfter, follows, hasTag, lastBefore, latest, type View } from './view.ts';

/** `polite`: asked as "cho em xin … được không ạ?", which is a request and no question. */
export type Extension = { readonly at: number; readonly dueOn: LocalDate | null; readonly polite: boolean };

/** A request for more time: "xin gia hạn đến 30/6", "cho em thêm 5 ngày", "xin nộp muộn đến thứ Sáu". */
export function readExtension(view: View): Extension | null {
  const at = requestAt(view);
  return at < 0 ? null : { at, dueOn: dueDateOf(view), polite: isPolite(view, at) };
}

function isPolite(view: View, at: number): boolean {
  const askAt = earliest(view, -1, 'ask');
  return (
    askAt >= 0 &&
    (anyTag(view, 'self') || view.terms.some(({ kind }) => kind === 'date')) &&
    askAt <= at &&
    !anyTag(view, 'wh', 'inquire', 'or') &&
    !/^(?:co|can|muon)$/u.test(view.terms[Math.max(askAt - 1, 0)]?.folded ?? '')
  );
}

function requestAt(view: View): number {
  for (const at of view.places.get('ext') ?? []) if (isAsked(view, at)) return at;
  const askAt = earliest(view, -1, 'ask');
  if (askAt < 0 || anyTag(view, 'talk')) return -1;
  const isForUs = hasTag(view, 'self', askAt + 1) || /^(?:xin|cho )/u.test(view.terms[askAt]?.folded ?? '');
  const dateAt = view.terms.findIndex(({ kind }, place) => kind === 'date' && place > askAt);
  if (dateAt < 0) return -1;
  if (isMoreTime(view, dateAt)) return dateAt;
  if (!isForUs) return -1;
  const isLater = firstAfter(view, 'late', askAt) >= 0;
  const isUntil =
    lastBefore(view, 'until', dateAt) === dateAt - 1 || lastBefore(view, 'strictly', dateAt) === dateAt - 1;
  return isLater || (isUntil && !anyTag(view, 'hear', 'notyet')) ? dateAt : -1;
}

/** "thêm 5 ngày", "2 ngày nữa" */
function isMoreTime(view: View, at: number): boolean {
  const term = view.terms[at];
  if (term?.kind !== 'date' || term.date.period !== 'span') return false;
  return latest(view, at, 'more') >= at - 2 || follows(view, at, 1, 'more') || isAskedFor(view, at);
}

/** "cho em xin 2 ngày": nothing but the span is asked. */
function isAskedFor(view: View, at: number): boolean {
  return hasTag(view, 'ask', at - 1) || (hasTag(view, 'self', at - 1) && hasTag(view, 'ask', at - 2));
}

/** A leader who grants or refuses one, and one that was granted, ask for nothing. */
function isAsked(view: View, at: number): boolean {
  if (latest(view, at, 'not', 'notyet', 'needless') >= Math.max(0, at - 3)) return false;
  const askAt = latest(view, at, 'ask');
  const grantAt = latest(view, at, 'grant', 'did');
  if (/^(?:xin|khat)/u.test(view.terms[at]?.folded ?? '')) return true;
  if (askAt < 0) return grantAt < 0 && !/^(?:lui|doi|hoan)$/u.test(view.terms[at]?.folded ?? '');
  return grantAt < 0 || askAt <= at;
}

/** The day after "đến", else the last that is named. */
export function dueDateOf(view: View): LocalDate | null {
  let last: LocalDate | null = null;
  for (const [at, term] of view.terms.entries()) {
    if (term.kind !== 'date' || term.date.on === null) continue;
    const { on } = term.date;
    const before = lastBefore(view, 'until', at);
    if (before === at - 1 && before >= 0) return on;
    last = lastBefore(view, 'strictly', at) === at - 1 && at > 0 ? addDays(on, -1) : on;
  }
  return last;
}
