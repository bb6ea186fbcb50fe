import { ancestorsOf, type IndexedUnit } from './names.ts';
import type { Hit } from './score.ts';

export interface Decision {
  /** One of `hits`. */
  readonly match: Hit | null;
  /** Best first, one a unit. */
  readonly hits: readonly Hit[];
}

/** Odd: nobody's own. */
const FAR = Number.MAX_SAFE_INTEGER;

const SURE = 0.8;
/** How far behind the best a unit is no longer in question. */
export const MARGIN = 0.05;
/** A name as it stands outranks what appears after something was taken off it. */
const DIRECT_SCORE = 0.93;
const INDIRECT_PENALTY = 0.06;

/**
 * How near a unit is to the one that is asked from: 0 itself, 1 below it, 2 its parent, 3 below its parent,
 * 4 its parent's parent, … Only the unit itself, what lies below it and what lies above it is a group's own.
 */
export type Nearness = (unit: number) => number;

const isOwn = (nearness: number) => nearness <= 1 || nearness % 2 === 0;

/**
 * Answers alone only when the best is sure and every other unit stands clearly behind, or only the best is the asking
 * unit's own. Beside units of the very name that is written, those with a like one are not offered.
 */
export function decide(hits: readonly Hit[], nearness: Nearness): Decision {
  const ranked = withoutLikeNames(rank(hits, nearness));
  const [best] = ranked;
  if (best === undefined) return { match: null, hits: [] };
  const rivals = ranked.filter(({ score }) => score > best.score - MARGIN);
  const chosen = choose(rivals, nearness);
  const order = chosen === null ? ranked : [chosen, ...ranked.filter((hit) => hit !== chosen)];
  const alone = chosen !== null && (rivals.length === 1 || isOwn(nearness(chosen.unit)));
  const sure = alone && chosen.sureness >= SURE && !hasNearerFormerName(chosen, ranked, nearness);
  return { match: sure ? chosen : null, hits: order };
}

function withoutLikeNames(ranked: readonly Hit[]): readonly Hit[] {
  const exact = ranked.filter((hit) => hit.exact);
  return exact.some(({ standing }) => standing !== 'part') ? exact : ranked;
}

/** The only one of the rivals, or the only one that is nearest. */
function choose(rivals: readonly Hit[], nearness: Nearness): Hit | null {
  const least = Math.min(...rivals.map(({ unit }) => nearness(unit)));
  const nearest = rivals.length === 1 ? rivals : rivals.filter(({ unit }) => nearness(unit) === least);
  const [only, ...others] = nearest;
  return only !== undefined && others.length === 0 ? only : null;
}

/** Far away a unit has the name today, close by another one had it: both can be meant. */
function hasNearerFormerName(chosen: Hit, ranked: readonly Hit[], nearness: Nearness): boolean {
  return ranked.some(
    (hit) =>
      hit.standing === 'former' &&
      hit.sureness > chosen.sureness - MARGIN &&
      nearness(hit.unit) < nearness(chosen.unit),
  );
}

function rank(hits: readonly Hit[], nearness: Nearness): Hit[] {
  const direct = hits.some((hit) => hit.direct && hit.score >= DIRECT_SCORE);
  const best = new Map<number, Hit>();
  for (const hit of hits) {
    const score = direct && !hit.direct ? hit.score - INDIRECT_PENALTY : hit.score;
    if (score <= (best.get(hit.unit)?.score ?? 0)) continue;
    best.set(hit.unit, { ...hit, score });
  }
  const apart = (one: Hit, other: Hit) => nearness(one.unit) - nearness(other.unit);
  return [...best.values()].sort((one, other) => {
    if (one.score !== other.score) return other.score - one.score;
    return apart(one, other) === 0 ? one.unit - other.unit : apart(one, other);
  });
}

/** Nearness to `within`; without it all units are equally far and none is its own. */
export function nearnessTo<Id extends string>(
  units: readonly IndexedUnit<Id>[],
  positions: ReadonlyMap<Id, number>,
  within: number | undefined,
): Nearness {
  if (within === undefined) return () => FAR;
  const around = [within, ...ancestorsOf(units, positions, within)];
  return (unit) => {
    const line = ancestorsOf(units, positions, unit);
    for (const [at, ancestor] of around.entries()) {
      if (unit === ancestor) return 2 * at;
      if (line.includes(ancestor)) return 2 * at + 1;
    }
    return FAR;
  };
}
