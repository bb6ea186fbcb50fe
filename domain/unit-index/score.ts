import { prefixCosts } from './distance.ts';
import { baseKey, type Letters } from './letters.ts';
import type { Bearer, IndexedUnit, Names, Standing } from './names.ts';
import type { Reading } from './reading.ts';

/** How well one unit answers one reading. */
export interface Hit {
  readonly unit: number;
  readonly standing: Standing;
  /** The alias that was met; null for today's name. */
  readonly alias: string | null;
  /** 0–1: how certain it is that this name was meant, whoever else bears a like one. */
  readonly sureness: number;
  /** What units are ranked by: the sureness, less what another unit of the same name may outrank. */
  readonly score: number;
  /** The name is the whole query, nothing taken off, letter by letter but for accents. */
  readonly direct: boolean;
  /** The name is written letter by letter but for accents, its level word fits, and all behind it is where it lies or lay. */
  readonly exact: boolean;
}

/** The scores of the stages: exact, accents aside, slips. A stage's best lies below the former one's. */
const WITHOUT_ACCENTS = 0.94;
const ACCENT_WEIGHT = 0.14;
const ACCENT_FLOOR = 0.85;
const SLIP_WEIGHT = 0.9;
const BEST_SLIP = 0.88;
const LEAST_NAME = 0.6;
/** Units that score less are not worth offering. */
const LEAST_HIT = 0.62;
const SPREAD = 3;

const FORMER_PENALTY = 0.06;
const PART_PENALTY = 0.12;
const KIND_PENALTY = 0.06;
const LEVEL_PENALTY = 0.25;
/** A part set apart that is not known, that is another unit's name, and words that nobody set apart. */
const UNKNOWN_PENALTY = 0.1;
const CONTRADICTED_PENALTY = 0.3;
const TRAILING_PENALTY = 0.25;
const COMPLETION_SCORE = 0.68;

export interface Scorer {
  readonly hits: (reading: Reading, spelling: number) => Hit[];
}

/** Scores names against readings; keeps what it learned of a reading's parts until the next reading. */
export function createScorer(
  names: Names,
  units: readonly IndexedUnit<string>[],
  kinds: readonly string[],
): Scorer {
  let reading: Reading | null = null;
  const penalties = new Map<number, number | null>();

  const partPenalty = (of: Reading, bearer: Bearer, start: number, end: number): number | null => {
    const key = (bearer.surroundings * 128 + start) * 128 + end;
    const seen = penalties.get(key);
    if (seen !== undefined) return seen;
    const penalty = likeness(names.surroundings[bearer.surroundings] ?? [], of.letters, start, end);
    penalties.set(key, penalty);
    return penalty;
  };

  const behind = (of: Reading, bearer: Bearer, end: number): Behind => {
    if (end === of.letters.base.length) return { penalty: 0, known: true };
    const starts = [end, ...of.parts.filter((part) => part > end)];
    let penalty = 0;
    let known = true;
    for (const [at, start] of starts.entries()) {
      const stop = starts[at + 1] ?? of.letters.base.length;
      const found = partPenalty(of, bearer, start, stop);
      known &&= found !== null;
      if (found !== null) penalty += found;
      else if (at === 0 && !of.parts.includes(end)) penalty += TRAILING_PENALTY;
      else penalty += strangeness(of, bearer, start, stop);
    }
    return { penalty, known };
  };

  /** Nothing but the known may lie around a unit that has nothing above it, or around a name that was put first. */
  const strangeness = (of: Reading, bearer: Bearer, start: number, stop: number): number => {
    const alone = names.surroundings[bearer.surroundings]?.length === 0;
    const contradicts = alone || of.turned || names.parents.has(baseKey(of.letters, start, stop));
    return contradicts ? CONTRADICTED_PENALTY : UNKNOWN_PENALTY;
  };

  const toHit = (of: Reading, bearer: Bearer, { end, score, sameBase }: Fit): Hit => {
    const level = levelPenalty(of, units[bearer.unit]);
    const part = bearer.standing === 'part' ? PART_PENALTY : 0;
    const { penalty, known } = behind(of, bearer, end);
    const sureness = score - penalty - of.penalty - level - part;
    const kind = bearer.standing === 'current' && level === 0 ? kindPenalty(of, kinds[bearer.unit] ?? '') : 0;
    const former = bearer.standing === 'former' ? FORMER_PENALTY : 0;
    const direct = of.whole && sameBase && end === of.letters.base.length && bearer.standing === 'current';
    return {
      unit: bearer.unit,
      standing: bearer.standing,
      alias: bearer.alias,
      sureness,
      score: sureness - kind - former,
      direct,
      exact: sameBase && known && level === 0,
    };
  };

  return {
    hits(next, spelling) {
      if (next !== reading) penalties.clear();
      reading = next;
      const name = names.spellings[spelling];
      if (name === undefined) return [];
      const found: Hit[] = [];
      for (const fit of fits(name, next)) {
        for (const bearer of names.bearers[spelling] ?? []) {
          const hit = toHit(next, bearer, fit);
          if (hit.score >= LEAST_HIT) found.push(hit);
        }
      }
      return found;
    },
  };
}

interface Behind {
  readonly penalty: number;
  /** Every part names something that the unit lies in, or lay in. */
  readonly known: boolean;
}

interface Fit {
  readonly end: number;
  readonly score: number;
  readonly sameBase: boolean;
}

/** Where in the reading the name can end, and how well it fits until there. */
function fits(name: Letters, { letters, ends }: Reading): Fit[] {
  const length = letters.base.length;
  const size = name.base.length;
  const costs = prefixCosts(name, letters, 0, Math.min(length, size + SPREAD));
  const found: Fit[] = [];
  for (let end = Math.max(1, size - SPREAD); end <= Math.min(length, size + SPREAD); end += 1) {
    if (end !== length && !ends.has(end)) continue;
    const fit = fitOf(name, letters, end, costs[end] ?? Number.POSITIVE_INFINITY);
    if (fit.score >= LEAST_NAME) found.push(fit);
  }
  if (length >= 3 && length < size && startsAlike(name, letters, length)) {
    found.push({ end: length, score: COMPLETION_SCORE + (0.1 * length) / size, sameBase: false });
  }
  return found;
}

function fitOf(name: Letters, letters: Letters, end: number, cost: number): Fit {
  const size = name.base.length;
  if (size === end && startsAlike(name, letters, end)) {
    const exact = name.accents.every((accent, at) => accent === letters.accents[at]);
    const score = exact ? 1 : Math.max(ACCENT_FLOOR, WITHOUT_ACCENTS - ACCENT_WEIGHT * cost);
    return { end, score, sameBase: true };
  }
  // A name of three letters with a slip in it is another name.
  const score = size <= 3 ? 0 : Math.min(BEST_SLIP, WITHOUT_ACCENTS - (SLIP_WEIGHT * cost) / (size + 1));
  return { end, score, sameBase: false };
}

function startsAlike(name: Letters, letters: Letters, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (name.base[at] !== letters.base[at]) return false;
  return true;
}

/** The least penalty of the part as one of the rows; null when it is like none of them. */
function likeness(rows: readonly Letters[], query: Letters, start: number, end: number): number | null {
  let least: number | null = null;
  const length = end - start;
  for (const row of rows) {
    const size = row.base.length;
    if (Math.abs(size - length) > SPREAD) continue;
    const cost = prefixCosts(row, query, start, length)[length] ?? Number.POSITIVE_INFINITY;
    if (cost > (size <= 4 ? 0.7 : size / 4)) continue;
    const penalty = Math.min(0.06, (0.5 * SLIP_WEIGHT * cost) / (size + 1));
    if (least === null || penalty < least) least = penalty;
  }
  return least;
}

function levelPenalty({ levels }: Reading, unit: IndexedUnit<string> | undefined): number {
  return levels === null || unit === undefined || levels.includes(unit.level) ? 0 : LEVEL_PENALTY;
}

function kindPenalty(reading: Reading, kind: string): number {
  return reading.kind === null || kind === '' || reading.kind === kind ? 0 : KIND_PENALTY;
}
