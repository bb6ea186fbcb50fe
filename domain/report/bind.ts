import type { CodeItem } from './codes.ts';
import type { Heard, Reading } from './reading.ts';
import { anyTag, type View } from './view.ts';

export type Group = { readonly at: number; readonly items: readonly CodeItem[] };

type Bound = { readonly items: readonly CodeItem[]; readonly heard: Heard };

/** Which event speaks of which codes: "NV12 xong NV13 đang làm" goes forward, "đã xong NV12 đang làm NV13" backward. */
export function bind({ view, heard }: Reading, groups: readonly Group[]): readonly Bound[] {
  const first = groups[0];
  if (first === undefined) return [];
  const isEventFirst = (heard[0]?.event.at ?? 0) < first.at;
  const single = groups.length === 1 ? splitList(view, first, heard) : null;
  if (single !== null) return single;
  return isEventFirst ? bindForward(heard, groups) : bindBackward(heard, groups);
}

/** "Đã xong NV12, NV14 chưa xong": the list breaks before its last code. */
function splitList(view: View, group: Group, heard: readonly Heard[]): readonly Bound[] | null {
  const before = heard.filter(({ event }) => event.at < group.at);
  const after = heard.filter(({ event }) => event.at > group.at);
  const isMixed =
    before[0] !== undefined && after[0] !== undefined && before[0].event.status !== after[0].event.status;
  const isContinued =
    anyTag(view, 'thereupon') ||
    after.some(({ event }) => event.status === 'extension' || event.source === 'amount');
  if (!isMixed || group.items.length < 2 || isContinued) return null;
  const [early, late] = [group.items.slice(0, -1), group.items.slice(-1)];
  return [
    ...before.map((one) => ({ items: early, heard: one })),
    ...after.map((one) => ({ items: late, heard: one })),
  ];
}

/** Codes first: each event takes every code since the event before. */
function bindBackward(heard: readonly Heard[], groups: readonly Group[]): readonly Bound[] {
  let left = [...groups];
  let taken: readonly CodeItem[] = [];
  return heard.map((one) => {
    const fresh = left.filter(({ at }) => at < one.event.at);
    if (fresh.length > 0) taken = fresh.flatMap(({ items }) => items);
    left = left.filter(({ at }) => at > one.event.at);
    return { items: taken, heard: one };
  });
}

/** Events first: an event takes the codes up to the next event; one without any belongs to the codes before it. */
function bindForward(heard: readonly Heard[], groups: readonly Group[]): readonly Bound[] {
  let taken: readonly CodeItem[] = [];
  let next = 0;
  const waiting: Heard[] = [];
  const bound: Bound[] = [];
  for (const [index, one] of heard.entries()) {
    const end = heard[index + 1]?.event.at ?? Number.POSITIVE_INFINITY;
    const fresh: CodeItem[] = [];
    for (let group = groups[next]; group !== undefined && group.at < end; next += 1, group = groups[next])
      fresh.push(...group.items);
    if (fresh.length > 0) {
      taken = fresh;
      for (const early of waiting.splice(0)) bound.push({ items: taken, heard: early });
    }
    if (taken.length === 0) waiting.push(one);
    else bound.push({ items: taken, heard: one });
  }
  return bound;
}
