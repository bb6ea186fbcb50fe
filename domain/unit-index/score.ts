import { prefixCosts } from './distance.ts';
import { baseKey, type Letters } from './letters.ts';
import type { Bearer, IndexedUnit, Names } from './names.ts';
import type { Reading } from './reading.ts';

/** How well one unit answers one reading. */
export interface Hit {
  readonly unit: number;
  readonly bearer: Bearer;
  readonly spelling: number;
  /** 0–1: how certain it is that this name was meant, whoever else bears a like one. */
  readonly sureness: number;
  /** What units are ranked by: the sureness, less what another unit of the same name may outrank. */
  readonly score: number;
  /** The name is the whole query, nothing taken off, letter by letter but for accents. */
  readonly direct: boolean;
}

/** The scores of the stages: exact, accents aside, slips. A stage's best lies below the former one's. */
const WITHOUT_ACCENTS = 0.94;
const ACCENT_WEIGHT = 0.14;
const ACCENT_FLOOR = 0.85;
const SLIP_WEIGHT = 0.9;
const LEAST_NAME = 0.55;
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
  const known = new Map<string, number | null>();

  const partPenalty = (of: Reading, bearer: Bearer, start: number, end: number): number | null => {
    const key = `${bearer.surroundings}|${start}|${end}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const penalty = likeness(names.surroundings[bearer.surroundings] ?? [], of.letters, start, end);
    known.set(key, penalty);
    return penalty;
  };

  const behind = (of: Reading, bearer: Bearer, end: number): number | null => {
    if (end === of.letters.base.length) return 0;
    const starts = [end, ...of.parts.filter((part) => part > end)];
    let penalty = 0;
    for (const [at, start] of starts.entries()) {
      const stop = starts[at + 1] ?? of.letters.base.length;
      const found = partPenalty(of, bearer, start, stop);
      if (found !== null) penalty += found;
      else if (at === 0 && !of.parts.includes(end)) penalty += TRAILING_PENALTY;
      else
        penalty += names.parents.has(baseKey(of.letters, start, stop))
          ? CONTRADICTED_PENALTY
          : UNKNOWN_PENALTY;
    }
    return penalty;
  };

  return {
    hits(next, spelling) {
      if (next !== reading) known.clear();
      reading = next;
      const name = names.spellings[spelling];
      if (name === undefined) return [];
      return fits(name, next).flatMap(({ end, score, sameBase }) =>
        (names.bearers[spelling] ?? []).flatMap((bearer) => {
          const around = behind(next, bearer, end);
          if (around === null) return [];
          const level = levelPenalty(next, units[bearer.unit]);
          const sureness =
            score - around - next.penalty - level - (bearer.standing === 'part' ? PART_PENALTY : 0);
          const kind =
            bearer.standing === 'current' && level === 0 ? kindPenalty(next, kinds[bearer.unit] ?? '') : 0;
          const rank = sureness - kind - (bearer.standing === 'former' ? FORMER_PENALTY : 0);
          const direct =
            next.whole && sameBase && end === next.letters.base.length && bearer.standing === 'current';
          return [{ unit: bearer.unit, bearer, spelling, sureness, score: rank, direct }];
        }),
      );
    },
  };
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
  if (length >= 3 && length < size && baseKey(name, 0, length) === baseKey(letters)) {
    found.push({ end: length, score: COMPLETION_SCORE + (0.1 * length) / size, sameBase: false });
  }
  return found;
}

function fitOf(name: Letters, letters: Letters, end: number, cost: number): Fit {
  const size = name.base.length;
  if (size === end && baseKey(name) === baseKey(letters, 0, end)) {
    const exact = name.accents.every((accent, at) => accent === letters.accents[at]);
    const score = exact ? 1 : Math.max(ACCENT_FLOOR, WITHOUT_ACCENTS - ACCENT_WEIGHT * cost);
    return { end, score, sameBase: true };
  }
  // A name of three letters with a slip in it is another name.
  const score = size <= 3 ? 0 : WITHOUT_ACCENTS - (SLIP_WEIGHT * cost) / (size + 1);
  return { end, score, sameBase: false };
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
