import { BASES, type Letters } from './letters.ts';

const ROW = BASES;
const TRIPLES = ROW * ROW * ROW;
const CODES = TRIPLES + ROW * ROW;
/** Only the beginning of a query is looked up: a name stands before what it lies in. */
const LOOKED_UP = 32;
/** Names that share less than this part of their groups of letters with the query are not compared. */
const SHARE_STEPS = 64;
const LEAST_SHARE = 16;

export interface GramIndex {
  /** Positions of the names most like the beginning of the query, at most `limit`, best share first. */
  readonly lookUp: (query: Letters, limit: number) => number[];
}

/** An inverted index from pairs and triples of letters to names, in typed arrays. */
export function createGramIndex(names: readonly Letters[]): GramIndex {
  const codesByName = names.map((name) => gramCodes(name, name.base.length));
  const starts = new Uint32Array(CODES + 1);
  for (const codes of codesByName) for (const code of codes) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 0; code < CODES; code += 1)
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const next = starts.slice();
  const postings = new Uint32Array(starts[CODES] ?? 0);
  codesByName.forEach((codes, name) => {
    for (const code of codes) {
      const at = next[code] ?? 0;
      postings[at] = name;
      next[code] = at + 1;
    }
  });
  const totals = Uint16Array.from(codesByName, (codes) => codes.length);
  const shared = new Uint16Array(names.length);

  return {
    lookUp(query, limit) {
      const touched: number[] = [];
      for (const code of gramCodes(query, LOOKED_UP)) {
        const end = starts[code + 1] ?? 0;
        for (let at = starts[code] ?? 0; at < end; at += 1) {
          const name = postings[at] ?? 0;
          if (shared[name] === 0) touched.push(name);
          shared[name] = (shared[name] ?? 0) + 1;
        }
      }
      const found = byShare(touched, shared, totals, limit);
      for (const name of touched) shared[name] = 0;
      return found;
    },
  };
}

function byShare(
  touched: readonly number[],
  shared: Uint16Array,
  totals: Uint16Array,
  limit: number,
): number[] {
  const shelves: number[][] = Array.from({ length: SHARE_STEPS + 1 }, () => []);
  for (const name of touched) {
    const share = Math.floor((SHARE_STEPS * (shared[name] ?? 0)) / (totals[name] ?? 1));
    if (share >= LEAST_SHARE) shelves[share]?.push(name);
  }
  const found: number[] = [];
  for (let share = SHARE_STEPS; share >= LEAST_SHARE && found.length < limit; share -= 1) {
    found.push(...(shelves[share] ?? []));
  }
  return found.slice(0, limit);
}

function gramCodes(letters: Letters, limit: number): number[] {
  const codes = new Set<number>();
  const { base } = letters;
  const length = Math.min(base.length, limit);
  for (let at = 0; at < length; at += 1) {
    const [first, second, third] = [base[at - 2] ?? 0, base[at - 1] ?? 0, base[at] ?? 0];
    codes.add((first * ROW + second) * ROW + third);
    if (at > 0) codes.add(TRIPLES + second * ROW + third);
  }
  return [...codes];
}
