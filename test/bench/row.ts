/** One line of the benchmark table. */
export type BenchRow = {
  readonly name: string;
  readonly figure: string;
  readonly bound: string;
  readonly ok: boolean;
};
