import type { Event } from './event.ts';
import type { Tag } from './lexicon.ts';
import { anyTag, hasTag, latest, type View } from './view.ts';

export function isHearsay(view: View, { at }: Event): boolean {
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
export function isGreeting(view: View, at: number): boolean {
  const first = view.terms[0]?.folded ?? '';
  return (
    /^(?:da|thua|kinh|vang|bao cao|alo)/u.test(first) || (at >= 0 && view.terms[at + 1]?.folded === 'oi')
  );
}
