import { ACCENTS, BASES, isDigit, type Letters } from './letters.ts';

/** What one slip of the keyboard costs; an accent that is wrong costs a third of it, one left out next to nothing. */
const SLIP = 1;
const LOST = 0.9;
const DOUBLED = 0.6;
const SWAPPED = 0.9;
/** A number is never a slip of another number: "Phường 1" is not "Phường 10". */
const NUMBER = 4;
const WRONG_ACCENT = 0.35;
const HOOK_FOR_TILDE = 0.2;
const LEFT_OUT = 0.02;
/** Letters that are heard alike and therefore written for each other. */
const CONFUSED: readonly (readonly [string, number])[] = [
  ['iy', 0.4],
  ['ck', 0.5],
  ['kq', 0.6],
  ['cq', 0.6],
  ['sx', 0.7],
  ['ln', 0.7],
  ['dr', 0.8],
  ['dz', 0.7],
  ['fp', 0.8],
];

/** Own copies: the inner loop reads no other module's variables, which loaders may wrap in getters. */
const ROW = BASES;
const ACCENT_ROW = ACCENTS;
/** What a letter costs that is one too many, or missing. */
const ODD = Float64Array.from({ length: BASES }, (_, base) => (isDigit(base) ? NUMBER : LOST));
const substitution = substitutionTable();
const accentCosts = { whole: accentTable(LEFT_OUT), bare: accentTable(0) };

/** Room for a name of 63 letters against as many; longer names are cut there. */
const WIDTH = 64;
let older = new Float64Array(WIDTH + 1);
let previous = new Float64Array(WIDTH + 1);
let current = new Float64Array(WIDTH + 1);

/**
 * What it costs to write `name` as query[start, start + j), for every j up to `limit`: the result's element j. The
 * array is reused by the next call.
 */
export function prefixCosts(name: Letters, query: Letters, start: number, limit: number): Float64Array {
  const height = Math.min(name.base.length, WIDTH);
  const width = Math.min(limit, WIDTH);
  const accentCost = query.accented ? accentCosts.whole : accentCosts.bare;
  previous[0] = 0;
  for (let j = 1; j <= width; j += 1)
    previous[j] = (previous[j - 1] ?? 0) + oddLetter(query, start, start + j - 1);
  for (let i = 1; i <= height; i += 1) {
    const letter = name.base[i - 1] ?? 0;
    const accent = name.accents[i - 1] ?? 0;
    const lost = oddLetter(name, 0, i - 1);
    current[0] = (previous[0] ?? 0) + lost;
    for (let j = 1; j <= width; j += 1) {
      const at = start + j - 1;
      const typed = query.base[at] ?? 0;
      const written =
        typed === letter
          ? (accentCost[(query.accents[at] ?? 0) * ACCENT_ROW + accent] ?? 0)
          : (substitution[typed * ROW + letter] ?? SLIP);
      let cost = (previous[j - 1] ?? 0) + written;
      cost = Math.min(cost, (previous[j] ?? 0) + lost, (current[j - 1] ?? 0) + oddLetter(query, start, at));
      if (i > 1 && j > 1 && typed === name.base[i - 2] && letter === query.base[at - 1] && typed !== letter) {
        cost = Math.min(
          cost,
          (older[j - 2] ?? 0) + (ODD[typed] === NUMBER || ODD[letter] === NUMBER ? NUMBER : SWAPPED),
        );
      }
      current[j] = cost;
    }
    const spare = older;
    older = previous;
    previous = current;
    current = spare;
  }
  return previous;
}

/** A letter that repeats the one before it is a lighter slip than a foreign one. */
function oddLetter({ base }: Letters, start: number, at: number): number {
  const letter = base[at] ?? 0;
  const cost = ODD[letter] ?? LOST;
  return cost === LOST && at > start && base[at - 1] === letter ? DOUBLED : cost;
}

function substitutionTable(): Float64Array {
  const table = new Float64Array(BASES * BASES).fill(SLIP);
  for (let a = 0; a < BASES; a += 1) {
    for (let b = 0; b < BASES; b += 1) if (isDigit(a) || isDigit(b)) table[a * BASES + b] = NUMBER;
  }
  for (const [pair, cost] of CONFUSED) {
    const [a, b] = [pair.charCodeAt(0) - 96, pair.charCodeAt(1) - 96];
    table[a * BASES + b] = cost;
    table[b * BASES + a] = cost;
  }
  return table;
}

function accentTable(leftOut: number): Float64Array {
  const table = new Float64Array(ACCENTS * ACCENTS);
  for (let typed = 0; typed < ACCENTS; typed += 1) {
    for (let meant = 0; meant < ACCENTS; meant += 1) {
      table[typed * ACCENTS + meant] =
        signCost(Math.floor(typed / 8), Math.floor(meant / 8), leftOut) +
        toneCost(typed % 8, meant % 8, leftOut);
    }
  }
  return table;
}

function toneCost(typed: number, meant: number, leftOut: number): number {
  const hookAndTilde = (typed === 3 && meant === 4) || (typed === 4 && meant === 3);
  return hookAndTilde ? HOOK_FOR_TILDE : signCost(typed, meant, leftOut);
}

function signCost(typed: number, meant: number, leftOut: number): number {
  if (typed === meant) return 0;
  return typed === 0 ? leftOut : WRONG_ACCENT;
}
