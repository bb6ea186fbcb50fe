import type { Criterion } from './evaluation.ts';

/** The area that a row stands under, itself excluded; null when none is held. */
export function areaOf(criterion: Criterion, criteria: readonly Criterion[]): Criterion | null {
  let current: Criterion | undefined = criterion;
  const seen = new Set<Criterion>();
  while (current && !seen.has(current)) {
    seen.add(current);
    const { section, parentCode }: Criterion = current;
    current = criteria.find((other) => other.section === section && other.code === parentCode);
    if (current?.rank === 'area') return current;
  }
  return null;
}
