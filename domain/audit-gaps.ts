import { areaOf } from './criterion-tree.ts';
import type { Criterion, Scorecard } from './evaluation.ts';
import { type GapFinding, type GapKind, gapFinding } from './finding.ts';
import { leafLosses } from './score.ts';
import { countedCriteria } from './score-totals.ts';

/**
 * What each lost item lacks. An owner or a remedy that the text names for the area serves all its items; one that
 * stands on another row never does. What no row of the card states is one finding about the card, not one a row.
 */
export function checkGaps(card: Scorecard): readonly GapFinding[] {
  const losses = leafLosses(countedCriteria(card)).filter(({ rank }) => rank !== 'section');
  if (losses.length === 0) return [];
  const { criteria } = card;
  const inOrder = criteria.filter((row) => losses.includes(row));
  return [
    ...inOrder.filter(({ label }) => label === 'maintain').map((row) => gapFinding('maintained-loss', row)),
    ...missingLabels(inOrder, criteria),
    ...missing('no-reason', inOrder, criteria, ({ reason }) => reason),
    ...missing('no-owner', inOrder, criteria, ({ owner }) => owner),
    ...missing('no-remedy', inOrder, criteria, ({ remedy }) => remedy),
  ];
}

/** Only a card that labels its rows can have forgotten one. */
function missingLabels(losses: readonly Criterion[], criteria: readonly Criterion[]): readonly GapFinding[] {
  if (criteria.every(({ label }) => label === null)) return [];
  return losses.filter(({ label }) => label === null).map((row) => gapFinding('no-label', row));
}

function missing(
  kind: Exclude<GapKind, 'maintained-loss' | 'no-label'>,
  losses: readonly Criterion[],
  criteria: readonly Criterion[],
  read: (row: Criterion) => string | null,
): readonly GapFinding[] {
  if (criteria.every((row) => read(row) === null)) return [gapFinding(kind)];
  const isStated = (row: Criterion): boolean => {
    if (read(row) !== null) return true;
    const area = kind === 'no-reason' ? null : areaOf(row, criteria);
    return area !== null && read(area) !== null;
  };
  return losses.filter((row) => !isStated(row)).map((row) => gapFinding(kind, row));
}
