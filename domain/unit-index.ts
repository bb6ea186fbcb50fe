import { decide, MARGIN, nearnessTo } from './unit-index/decide.ts';
import { createGramIndex } from './unit-index/grams.ts';
import { baseKey, lettersOf } from './unit-index/letters.ts';
import { collectNames, type IndexedUnit } from './unit-index/names.ts';
import { readingsOf } from './unit-index/reading.ts';
import { createScorer, type Hit } from './unit-index/score.ts';

export interface UnitSearch<Id extends string> {
  /** The unit that was surely meant; null when there is none or when somebody has to choose. */
  readonly match: Id | null;
  /** Best first, at most six, the match among them. */
  readonly candidates: readonly Id[];
}

/** One unit that may have been meant, and under which name. */
export interface UnitHit<Id extends string> {
  readonly id: Id;
  /** The alias that was met, as it was given to the index; null when the unit's own name was. */
  readonly alias: string | null;
  /** As certain as the first, but for where it is asked from. */
  readonly isRival: boolean;
}

export interface UnitHits<Id extends string> {
  readonly match: UnitHit<Id> | null;
  /** Best first, the match among them; as many as there are. */
  readonly hits: readonly UnitHit<Id>[];
  /** The units offered bear the very name that was written, accents aside. */
  readonly isExact: boolean;
}

type FindOptions<Id extends string> = { readonly within?: Id | undefined };

export interface UnitIndex<Id extends string> {
  /**
   * Finds a unit as people write it. `within` is the unit that is asked from: of several units with one name it is
   * meant itself, else the only one below it, else the nearest above it; those beside it are offered, nearest first.
   * Never throws, whatever the query.
   */
  readonly find: (query: string, options?: FindOptions<Id>) => UnitSearch<Id>;
  /** The same, with all hits and what is known of each. */
  readonly search: (query: string, options?: FindOptions<Id>) => UnitHits<Id>;
}

const MOST_CANDIDATES = 6;
const MOST_CHARACTERS = 10_000;
/** How many of the names most like a reading are compared letter by letter. */
const COMPARED = 120;

/** Builds the index once; it holds a copy of the names and does not follow later changes. */
export function createUnitIndex<Id extends string>(units: readonly IndexedUnit<Id>[]): UnitIndex<Id> {
  const positions = new Map(units.map((unit, position) => [unit.id, position]));
  const names = collectNames(units, positions);
  const grams = createGramIndex(names.spellings);
  const kinds = units.map(({ kind = '' }) => baseKey(lettersOf([kind])));
  const scorer = createScorer(names, units, kinds);

  const search = (query: string, { within }: FindOptions<Id> = {}): UnitHits<Id> => {
    const found = readingsOf(query.slice(0, MOST_CHARACTERS)).flatMap((reading) =>
      grams.lookUp(reading.letters, COMPARED).flatMap((spelling) => scorer.hits(reading, spelling)),
    );
    const from = within === undefined ? undefined : positions.get(within);
    const { match, hits } = decide(found, nearnessTo(units, positions, from));
    const best = Math.max(...hits.map(({ score }) => score));
    const toUnitHit = ({ unit, alias, score }: Hit): UnitHit<Id>[] => {
      const id = units[unit]?.id;
      return id === undefined ? [] : [{ id, alias, isRival: score > best - MARGIN }];
    };
    return {
      match: match === null ? null : (toUnitHit(match)[0] ?? null),
      hits: hits.flatMap(toUnitHit),
      isExact: hits[0]?.exact ?? false,
    };
  };

  return {
    search,
    find(query, options) {
      const { match, hits } = search(query, options);
      return { match: match?.id ?? null, candidates: hits.slice(0, MOST_CANDIDATES).map(({ id }) => id) };
    },
  };
}
