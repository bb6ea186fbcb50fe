/** Mulberry32, 0 ≤ r < 1: the same moments in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A moment of real time: what is tested with it is a kill at any instant. */
export function moment(ms: number): Promise<void> {
  const until = performance.now() + ms;
  return new Promise((resolve) => {
    const look = () => (performance.now() >= until ? resolve() : setImmediate(look));
    look();
  });
}
