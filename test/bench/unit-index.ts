import { createNationalIndex } from '../support/national-index.ts';
import { type NoisyQuery, noisyQueries } from '../support/unit-noise.ts';
import type { BenchRow } from './row.ts';

const QUERIES = 5_000;
const WARM_UP = 500;
const MOST_MS = 10;
const LEAST_RIGHT = 0.9;

/** The unit index on today's units and their former names: time of one search, and how often it is right. */
export function benchUnitIndex(): BenchRow[] {
  const { units, index } = createNationalIndex();
  for (const { query, within } of noisyQueries(units, WARM_UP, 7)) index.find(query, { within });
  const runs = noisyQueries(units, QUERIES, 11).map((noisy) => {
    const startedAt = performance.now();
    const { match, candidates } = index.find(noisy.query, { within: noisy.within });
    return { noisy, match, first: candidates[0], tookMs: performance.now() - startedAt };
  });
  const p99 =
    runs.map(({ tookMs }) => tookMs).sort((one, other) => one - other)[Math.floor(runs.length * 0.99)] ?? 0;
  const right = (of: (noisy: NoisyQuery) => boolean) => {
    const counted = runs.filter(({ noisy }) => of(noisy));
    return counted.filter(({ noisy, first }) => first === noisy.wanted.id).length / counted.length;
  };
  const wrong =
    runs.filter(({ noisy, match }) => match !== null && match !== noisy.wanted.id).length / runs.length;
  return [
    {
      name: 'unit index: p99 of find',
      figure: `${p99.toFixed(2)} ms`,
      bound: `< ${MOST_MS} ms`,
      ok: p99 < MOST_MS,
    },
    rightFigure(
      'unit index: right first',
      right(() => true),
    ),
    rightFigure(
      'unit index: right first, kinds held back',
      right(({ kind }) => kind.heldBack),
    ),
    {
      name: 'unit index: answered alone and wrong',
      figure: percent(wrong),
      bound: '< 1 %',
      ok: wrong < 0.01,
    },
  ];
}

function rightFigure(name: string, share: number): BenchRow {
  return { name, figure: percent(share), bound: `≥ ${percent(LEAST_RIGHT)}`, ok: share >= LEAST_RIGHT };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
