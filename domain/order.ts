/** For sorting by several things in turn: the first comparison that tells two items apart. */
export const inTurn = (...comparisons: readonly number[]): number =>
  comparisons.find((comparison) => comparison !== 0) ?? 0;
