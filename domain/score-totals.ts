import type { Criterion, Scorecard, Section } from './evaluation.ts';
import type { SectionSum } from './finding.ts';
import { childrenOf, type Figure, resultOf, type Score } from './score.ts';

const SECTIONS = ['main', 'survey', 'bonus', 'penalty'] as const satisfies readonly Section[];

export type Reading = (criterion: Criterion) => Figure;

export const readMax: Reading = ({ max }) => max;
export const readSelf: Reading = ({ selfAssessed }) => selfAssessed;
export const readResult: Reading = resultOf;

/**
 * What each section adds to a total: its own row, else its topmost rows. Null when it cannot be known: a card that
 * lists losses only has no row for the main section as a whole, or leaves a section's own figure out.
 */
export function sectionSums(
  { evaluation, criteria }: Scorecard,
  read: Reading,
): readonly SectionSum[] | null {
  const sums = SECTIONS.flatMap((section) => sumOfSection(section, criteria, read) ?? []);
  if (evaluation.coverage === 'full') return sums;
  const hasMainRow = rootsOf(criteria, 'main').some(({ rank }) => rank === 'section');
  return hasMainRow && sums.every(({ complete }) => complete) ? sums : null;
}

/** Null when the card has no row of the section. */
export function sumOfSection(
  section: Section,
  criteria: readonly Criterion[],
  read: Reading,
): SectionSum | null {
  const roots = rootsOf(criteria, section);
  return roots.length === 0 ? null : { section, ...sumOf(roots, criteria, read) };
}

function rootsOf(criteria: readonly Criterion[], section: Section): readonly Criterion[] {
  const rows = criteria.filter((row) => row.section === section);
  const own = rows.filter(({ rank }) => rank === 'section');
  if (own.length > 0) return own;
  const codes = new Set(rows.map(({ code }) => code));
  return rows.filter(
    ({ parentCode, code }) => parentCode === null || parentCode === code || !codes.has(parentCode),
  );
}

type Sum = { readonly sum: Score; readonly complete: boolean };

/** Adds the rows up; a blank row counts as its children where these are stated. */
function sumOf(
  rows: readonly Criterion[],
  criteria: readonly Criterion[],
  read: Reading,
  seen = new Set<Criterion>(),
): Sum {
  let sum = 0;
  let complete = rows.length > 0;
  for (const row of rows) {
    // Each row once: a malformed card's rows may stand above each other.
    if (seen.has(row)) continue;
    seen.add(row);
    const figure = read(row);
    if (typeof figure === 'number') sum += row.section === 'penalty' ? Math.abs(figure) : figure;
    if (figure !== null) continue;
    const below = sumOf(childrenOf(row, criteria), criteria, read, seen);
    sum += below.sum;
    complete &&= below.complete;
  }
  return { sum, complete };
}

/** Penalties are deducted, everything else is added. */
export function totalOf(sums: readonly SectionSum[]): Score {
  return sums.reduce((total, { section, sum }) => total + (section === 'penalty' ? -sum : sum), 0);
}

/**
 * Whether the bonus comes on top of the maximum (100 + 5) or is part of it (96 + 4 = 100).
 * A card that lists losses only does not tell; there an unearned bonus is no loss.
 */
export function isBonusOnTop(card: Scorecard): boolean {
  const sums = sectionSums(card, readMax);
  if (sums === null) return true;
  const { max } = card.evaluation;
  const bonus = sums.find(({ section }) => section === 'bonus')?.sum ?? 0;
  const rest = sums.reduce(
    (total, { section, sum }) => total + (section === 'main' || section === 'survey' ? sum : 0),
    0,
  );
  return Math.abs(rest - max) < Math.abs(rest + bonus - max);
}

/** The rows whose missing points are losses: without the bonus, where it comes on top of the maximum. */
export function countedCriteria(card: Scorecard): readonly Criterion[] {
  if (!isBonusOnTop(card)) return card.criteria;
  return card.criteria.filter(({ section, lost }) => section !== 'bonus' || lost !== null);
}
