/**
 * Milliseconds to wait after the `failures`-th failure in a row: doubles from one second up to `maxMs`.
 * `random` (0 ≤ r < 1) takes up to half of it away, so that many who failed together do not come back together.
 */
export function backoffMs(failures: number, maxMs = 60_000, random = 0): number {
  const full = Math.min(maxMs, 1_000 * 2 ** Math.min(Math.max(failures - 1, 0), 20));
  return Math.max(1_000, Math.round(full * (1 - random / 2)));
}
