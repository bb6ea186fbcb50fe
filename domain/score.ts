/** A score in thousandths of a point: 85,82 points are 85820. Exact; never a float. */
export type Score = number;

/** A cell of a score table. Missing (`null`), not applicable (`'na'`) and zero are three things. */
export type Figure = Score | 'na' | null;
