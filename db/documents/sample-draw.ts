/** Draws from a fixed seed: the same list on every machine and every run. */
export type Draw = {
  /** A whole number in the closed range. */
  readonly between: (from: number, to: number) => number;
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** Mulberry32: 32 bits of state, enough for sample data. */
export function createDraw(seed: number): Draw {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (from: number, to: number) => from + (next() % (to - from + 1));
  return { between, oneOf: (items) => items[between(0, items.length - 1)] ?? items[0] };
}
