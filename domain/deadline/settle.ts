import type { LocalDate } from '../clock.ts';
import { containsAll, type Entry, isWithin } from './relate.ts';
import { type Setting, type Span, spansOf } from './resolve.ts';
import { compareGrain, firstOf, GRAINS, type Grain, grainOf } from './term.ts';

export type DueDate = { readonly dueOn: LocalDate; readonly label: string };

/** The dates of all entries, each once and ascending; null when one of them cannot be. */
export function settle(entries: readonly Entry[], setting: Setting): readonly DueDate[] | null {
  const listed = withoutOwnTopics(shareYears(entries), setting);
  const counted = latestOfAlternatives(listed, setting).filter(({ bound }) => bound !== 'from');
  const start = beginning(listed, setting);
  const dates = new Map<LocalDate, { readonly label: string; readonly grain: Grain }>();
  for (const entry of counted) {
    const spans = spansOf(entry.term, entry.bound, setting);
    if (spans === null) return null;
    const topics = entry.topic === null ? [] : (spansOf(entry.topic, 'by', setting) ?? []);
    const grain = grainOf(entry.topic ?? entry.term);
    for (const span of spans) {
      const known = dates.get(span.due);
      if (start !== null && isRecurring(entry) && span.due < start) continue;
      if (known === undefined || compareGrain(grain, known.grain) < 0)
        dates.set(span.due, { label: labelOf(span, topics), grain });
    }
  }
  return [...dates]
    .map(([dueOn, { label }]) => ({ dueOn, label }))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

function isRecurring({ term }: Entry): boolean {
  return term.kind === 'week' || (term.kind === 'slots' && term.repeats);
}

/** A deadline is called by the period that it closes: the 9th of June is "Quý II". */
function labelOf(span: Span, topics: readonly Span[]): string {
  const topic =
    topics.find((each) => isWithin(span.due, each)) ?? (topics.length === 1 ? topics[0] : undefined);
  return topic?.label ?? span.label;
}

/** "Tháng 5 và tháng 11/2023": one year for a list that runs forward through it. */
function shareYears(entries: readonly Entry[]): readonly Entry[] {
  const shared = [...entries];
  for (let at = shared.length - 2; at >= 0; at -= 1) copyYear(shared, at, at + 1, at);
  for (let at = 1; at < shared.length; at += 1) copyYear(shared, at - 1, at, at);
  return shared;
}

/** `to` is the one without a year; `first` and `second` are neighbours in a list, in this order. */
function copyYear(entries: Entry[], first: number, second: number, to: number): void {
  const [a, b] = [entries[first], entries[second]];
  const from = to === first ? b : a;
  const target = entries[to];
  if (a?.term.kind !== 'slots' || b?.term.kind !== 'slots' || target?.term.kind !== 'slots') return;
  if (from?.term.kind !== 'slots' || from.term.year === null) return;
  if (target.term.year !== null || target.term.yearShift !== 0 || a.term.repeats || b.term.repeats) return;
  if (!isListed(b) || grainOf(a.term) !== grainOf(b.term) || firstOf(a.term) >= firstOf(b.term)) return;
  entries[to] = { ...target, term: { ...target.term, year: from.term.year } };
}

function isListed({ link }: Entry): boolean {
  return link === 'comma' || link === 'and' || link === 'or';
}

/** A list longer than this is not one that somebody wrote. */
const LONGEST_LIST = 40;

/** "Báo cáo 6 tháng, năm trước ngày 15/6 và 15/12": two periods, and the deadlines of both. */
function withoutOwnTopics(entries: readonly Entry[], setting: Setting): readonly Entry[] {
  const dropped = new Set<number>();
  entries.forEach((entry, at) => {
    if (!entry.refined) return;
    const dates = datesFrom(entries, at);
    for (let topic = at - 1; topic >= Math.max(0, at - LONGEST_LIST); topic -= 1) {
      const [period, following] = [entries[topic], entries[topic + 1]];
      if (period === undefined || following === undefined || period.marked || !isListed(following)) return;
      if (compareGrain(grainOf(period.term), grainOf(entry.term)) <= 0) return;
      if (containsAll(period, dates, setting)) dropped.add(topic);
    }
  });
  return entries.filter((_, at) => !dropped.has(at));
}

function datesFrom(entries: readonly Entry[], at: number): readonly Entry[] {
  const grain = grainOf(entries[at]?.term ?? { kind: 'vague', blocks: false });
  const list = entries.slice(at, at + LONGEST_LIST);
  const end = list.findIndex(
    (entry, index) => index > 0 && (grainOf(entry.term) !== grain || !isListed(entry)),
  );
  return end === -1 ? list : list.slice(0, end);
}

/** "A hoặc B", "A, B hoặc C": the latest of them. */
function latestOfAlternatives(entries: readonly Entry[], setting: Setting): readonly Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    if (entry.link !== 'or' || kept.length === 0) {
      kept.push(entry);
      continue;
    }
    const others = alternativesBefore(kept, entry);
    const latest = [...kept.splice(kept.length - others), entry].reduce((a, b) =>
      lastDue(b, setting) >= lastDue(a, setting) ? b : a,
    );
    kept.push(latest);
  }
  return kept;
}

function alternativesBefore(kept: readonly Entry[], entry: Entry): number {
  let count = 1;
  while (count < Math.min(kept.length, GRAINS.length * 3)) {
    const next = kept[kept.length - count];
    const before = kept[kept.length - count - 1];
    if (next?.link !== 'comma' || before === undefined || grainOf(before.term) !== grainOf(entry.term)) break;
    count += 1;
  }
  return count;
}

function lastDue({ term, bound }: Entry, setting: Setting): LocalDate {
  // A time that is not understood wins, so that it is asked.
  const spans = spansOf(term, bound, setting);
  return spans === null ? '9999' : (spans.at(-1)?.due ?? '');
}

/** "Từ tháng 3, hằng tháng": what recurs does so from then on. */
function beginning(entries: readonly Entry[], setting: Setting): LocalDate | null {
  const from = entries.find(({ bound }) => bound === 'from');
  return from === undefined ? null : (spansOf(from.term, 'by', setting)?.[0]?.start ?? null);
}
