import { decide, nearnessTo } from './unit-index/decide.ts';
import { createGramIndex } from './unit-index/grams.ts';
import { baseKey, lettersOf } from './unit-index/letters.ts';
import { collectNames, type IndexedUnit } from './unit-index/names.ts';
import { readingsOf } from './unit-index/reading.ts';
import { createScorer } from './unit-index/score.ts';

export interface UnitSearch<Id extends string> {
  /** The unit that was surely meant; null when there is none or when somebody has to choose. */
  readonly match: Id | null;
  /** Best first, at most six, the match among them. */
  readonly candidates: readonly Id[];
}

export interface UnitIndex<Id extends string> {
  /**
   * Finds a unit as people write it. `within` is the unit that is asked from: of several units with one name those
   * below it are preferred, then those below its parent, and so on. Never throws, whatever the query.
   */
  readonly find: (query: string, options?: { readonly within?: Id | undefined }) => UnitSearch<Id>;
}

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

  return {
    find(query, { within } = {}) {
      const hits = readingsOf(query.slice(0, MOST_CHARACTERS)).flatMap((reading) =>
        grams.lookUp(reading.letters, COMPARED).flatMap((spelling) => scorer.hits(reading, spelling)),
      );
      const from = within === undefined ? undefined : positions.get(within);
      const { match, candidates } = decide(hits, nearnessTo(units, positions, from));
      const idOf = (position: number) => units[position]?.id ?? [];
      return {
        match: match === null ? null : (units[match]?.id ?? null),
        candidates: candidates.flatMap(idOf),
      };
    },
  };
}
