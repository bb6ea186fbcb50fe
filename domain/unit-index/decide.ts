import { ancestorsOf, type IndexedUnit } from './names.ts';
import type { Hit } from './score.ts';

export interface Decision {
  readonly match: number | null;
  /** Best first, at most six. */
  readonly candidates: readonly number[];
}

const SURE = 0.8;
const MARGIN = 0.05;
const MOST_CANDIDATES = 6;
/** A name as it stands outranks what appears after something was taken off it. */
const DIRECT_SCORE = 0.93;
const INDIRECT_PENALTY = 0.06;

/** How near a unit is to the one that is asked from: 0 below it, 1 itself, 2 below its parent, 3 the parent, … */
export type Nearness = (unit: number) => number;

/** Answers alone only when the best is sure and every other unit stands clearly behind, or farther away. */
export function decide(hits: readonly Hit[], nearness: Nearness): Decision {
  const ranked = rank(hits, nearness);
  const [best] = ranked;
  if (best === undefined) return { match: null, candidates: [] };
  const rivals = ranked.filter(({ score }) => score > best.score - MARGIN);
  const chosen = choose(rivals, nearness);
  const order = chosen === null ? ranked : [chosen, ...ranked.filter((hit) => hit !== chosen)];
  const sure = chosen !== null && chosen.sureness >= SURE && !hasNearerFormerName(chosen, ranked, nearness);
  return {
    match: sure ? chosen.unit : null,
    candidates: order.slice(0, MOST_CANDIDATES).map(({ unit }) => unit),
  };
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

/** Nearness to `within`; without it all units are equally far. */
export function nearnessTo<Id extends string>(
  units: readonly IndexedUnit<Id>[],
  positions: ReadonlyMap<Id, number>,
  within: number | undefined,
): Nearness {
  if (within === undefined) return () => Number.MAX_SAFE_INTEGER;
  const around = [within, ...ancestorsOf(units, positions, within)];
  return (unit) => {
    const line = ancestorsOf(units, positions, unit);
    for (const [at, ancestor] of around.entries()) {
      if (line.includes(ancestor)) return 2 * at;
      if (unit === ancestor) return 2 * at + 1;
    }
    return Number.MAX_SAFE_INTEGER;
  };
}
