import { fold, normalise } from './fold.ts';
import { accept, type Result, refuse } from './result.ts';

/** A score in thousandths of a point: 85,82 points are 85820. Exact; never a float. */
export type Score = number;

/** A cell of a score table. Missing (`null`), not applicable (`'na'`) and zero are three things. */
export type Figure = Score | 'na' | null;

/** Why a cell cannot be read; `text` is the cell, shortened. */
export type FigureRefusal = {
  /** `ambiguous`: it may be read in two ways (a lone dash, "1.234,5"). `too-precise`: finer than a thousandth. */
  readonly kind: 'not-a-number' | 'ambiguous' | 'too-precise';
  readonly text: string;
};

const NOT_APPLICABLE: ReadonlySet<string> = new Set(['khong ap dung', 'kad', 'n a', 'na']);
/** A scan can split the decimals: "100.00 0". */
const SCORE = /^([+\-−]?) ?(\d{1,9})(?:[.,](\d[\d ]*))?(?: ?(?:điểm|đ))?$/iu;
const LONGEST_CELL = 60;
const LOOKS_NUMERIC = /^[\d.,\s+\-−–—]+$/u;

/**
 * A cell of a score column: "85,82", "85.82", "1.000" (= 1), "100.00 0" (= 100), "3 điểm", blank, "không áp dụng".
 * The column decides that a mark is a decimal mark, so "39.079" is 39,079 points here.
 */
export function parseScore(text: string): Result<Figure, FigureRefusal> {
  const cell = normalise(text);
  if (cell === '') return accept(null);
  if (cell.length > LONGEST_CELL) return refuse({ kind: 'not-a-number', text: shortened(cell) });
  if (NOT_APPLICABLE.has(fold(cell))) return accept('na');
  const [matched, sign = '', whole = '', fraction = ''] = SCORE.exec(cell) ?? [];
  if (matched === undefined) return refuse(unreadable(cell));
  const decimals = fraction.replaceAll(' ', '').replace(/0+$/u, '');
  if (decimals.length > 3) return refuse({ kind: 'too-precise', text: shortened(cell) });
  const size = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
  return accept(size === 0 || sign === '' || sign === '+' ? size : -size);
}

const COUNT = /^(?:\d{1,15}|\d{1,3}(?:([., ])\d{3})(?:\1\d{3}){0,3})$/u;

/** A cell of a column that counts things: "39.079" is thirty-nine thousand; blank is null. */
export function parseCount(text: string): Result<number | null, FigureRefusal> {
  const cell = normalise(text);
  if (cell === '') return accept(null);
  if (!COUNT.test(cell)) return refuse(unreadable(cell));
  return accept(Number(cell.replace(/[., ]/gu, '')));
}

const unreadable = (cell: string): FigureRefusal => ({
  kind: LOOKS_NUMERIC.test(cell) ? 'ambiguous' : 'not-a-number',
  text: shortened(cell),
});

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** 85820 → "85,82"; 1000 → "1"; 80 → "0,08". Exact, trailing zeros dropped. */
export function formatScore(score: Score): string {
  const size = Math.abs(score);
  const decimals = String(size % 1000)
    .padStart(3, '0')
    .replace(/0+$/u, '');
  const whole = `${score < 0 ? '-' : ''}${Math.trunc(size / 1000)}`;
  return decimals === '' ? whole : `${whole},${decimals}`;
}

export function formatFigure(figure: Figure): string {
  if (figure === null) return 'không ghi';
  return figure === 'na' ? 'không áp dụng' : formatScore(figure);
}

/** What the rules below need of a criterion. */
export type ScoredRow = {
  readonly section: 'main' | 'survey' | 'bonus' | 'penalty';
  readonly code: string;
  readonly parentCode: string | null;
  readonly rank: 'section' | 'area' | 'criterion' | 'component';
  readonly max: Figure;
  readonly appraised: Figure;
  readonly achieved: Figure;
  readonly lost: Figure;
};

/** The result of a row: published, else appraised, else what its loss leaves; null where the document states none of them. */
export function resultOf({ achieved, appraised, max, lost }: ScoredRow): Figure {
  const stated = achieved ?? appraised;
  if (stated !== null) return stated;
  return typeof max === 'number' && typeof lost === 'number' ? max - lost : lost;
}

/** Points that a row lost: as stated, else the maximum less the result. A penalty loses what it deducts. */
export function lossOf(row: ScoredRow): Figure {
  if (row.lost !== null) return row.lost;
  const result = resultOf(row);
  if (typeof result !== 'number') return result;
  if (row.section === 'penalty') return Math.abs(result);
  return typeof row.max === 'number' ? row.max - result : null;
}

/** The rows directly below, in the document's order. A section's own row stands above the section's areas. */
export function childrenOf<Row extends ScoredRow>(parent: Row, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row !== parent && row.section === parent.section && standsUnder(row, parent));
}

function standsUnder(row: ScoredRow, parent: ScoredRow): boolean {
  if (row.parentCode === null) return parent.rank === 'section' && row.rank !== 'section';
  return row.parentCode === parent.code && row.code !== parent.code;
}

/** The rows without rows below them that lost points, largest loss first, else in the document's order. */
export function leafLosses<Row extends ScoredRow>(criteria: readonly Row[]): readonly Row[] {
  return criteria
    .filter((row) => lossPoints(row) > 0 && childrenOf(row, criteria).length === 0)
    .toSorted((a, b) => lossPoints(b) - lossPoints(a));
}

/** The loss as a number to add up: what is not stated or not applicable adds nothing. */
export function lossPoints(row: ScoredRow): Score {
  const loss = lossOf(row);
  return typeof loss === 'number' ? loss : 0;
}
