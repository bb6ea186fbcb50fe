import type { Criterion, Evaluation, Scorecard } from './evaluation.ts';
import { type ArithmeticFinding, arithmeticFinding, type FigureName, type SectionSum } from './finding.ts';
import { childrenOf, type Figure, leafLosses, lossOf, lossPoints, resultOf, type Score } from './score.ts';
import {
  countedCriteria,
  isBonusOnTop,
  type Reading,
  readMax,
  readResult,
  readSelf,
  sectionSums,
  sumOfSection,
  totalOf,
} from './score-totals.ts';

/** Everything that makes the total doubtful: the loss first, since it is what a reader of the card asks about. */
export function checkTotals(card: Scorecard): readonly ArithmeticFinding[] {
  const { max, selfAssessed, achieved, version } = card.evaluation;
  const resultName = version === 'appraised' ? 'appraised' : 'achieved';
  return [
    ...checkItemisedLoss(card),
    ...checkDeclaredLoss(card),
    ...(version === 'self_assessed' ? [] : checkTotal(resultName, achieved, sectionSums(card, readResult))),
    ...(selfAssessed === null ? [] : checkTotal('selfAssessed', selfAssessed, sectionSums(card, readSelf))),
    ...checkMaximum(max, card),
    ...checkTotalBounds(card),
    ...checkRank(card.evaluation),
  ];
}

/** Items against the declared loss, else against the maximum less the result. */
function checkItemisedLoss(card: Scorecard): readonly ArithmeticFinding[] {
  const { evaluation, criteria } = card;
  if (criteria.length === 0 || evaluation.version === 'self_assessed') return [];
  const found = evaluation.declaredLost ?? evaluation.max - evaluation.achieved;
  const items = itemised(countedCriteria(card));
  const expected = items - bonusOnTop(card);
  if (found === expected || (evaluation.declaredLost !== null && found === items)) return [];
  // Only a full card tells whether its bonus is part of the maximum.
  if (evaluation.coverage === 'losses' && found === itemised(criteria)) return [];
  return [arithmeticFinding('unexplained-loss', 'lost', { found, expected })];
}

const itemised = (criteria: readonly Criterion[]): Score =>
  leafLosses(criteria).reduce((sum, row) => sum + lossPoints(row), 0);

function checkDeclaredLoss(card: Scorecard): readonly ArithmeticFinding[] {
  const { declaredLost, max, achieved } = card.evaluation;
  if (declaredLost === null) return [];
  const expected = max - achieved;
  if (declaredLost === expected || declaredLost === expected + bonusOnTop(card)) return [];
  return [arithmeticFinding('declared-loss', 'lost', { found: declaredLost, expected })];
}

/** Bonus points earned beyond the maximum; 0 where the bonus is part of it. */
function bonusOnTop(card: Scorecard, read: Reading = readResult): Score {
  return isBonusOnTop(card) ? (sumOfSection('bonus', card.criteria, read)?.sum ?? 0) : 0;
}

function checkTotal(
  figure: FigureName,
  found: Score,
  parts: readonly SectionSum[] | null,
): readonly ArithmeticFinding[] {
  if (parts === null || parts.every(isBlank)) return [];
  const expected = totalOf(parts);
  if (found === expected) return [];
  const blanks = parts.filter(({ complete }) => !complete);
  const explains = ({ section }: SectionSum) => (section === 'penalty' ? found < expected : found > expected);
  const kind = blanks.some(explains) ? 'unstated-part' : 'areas-total';
  return [arithmeticFinding(kind, figure, { found, expected, parts })];
}

const isBlank = ({ sum, complete }: SectionSum) => sum === 0 && !complete;

/** The bonus may be part of the maximum or come on top of it; a penalty is never part of it. */
function checkMaximum(found: Score, card: Scorecard): readonly ArithmeticFinding[] {
  const onTop = isBonusOnTop(card);
  const parts = (sectionSums(card, readMax) ?? []).filter(
    ({ section }) => section !== 'penalty' && (section !== 'bonus' || !onTop),
  );
  return checkTotal('max', found, parts);
}

function checkTotalBounds(card: Scorecard): readonly ArithmeticFinding[] {
  const { max, achieved, selfAssessed } = card.evaluation;
  const check = (figure: FigureName, found: Score, read: Reading) => {
    const bound = max + bonusOnTop(card, read);
    return found > bound ? [arithmeticFinding('over-max', figure, { found, expected: bound })] : [];
  };
  return [
    ...check('achieved', achieved, readResult),
    ...(selfAssessed === null ? [] : check('selfAssessed', selfAssessed, readSelf)),
  ];
}

function checkRank({ rank, cohort }: Evaluation): readonly ArithmeticFinding[] {
  if (rank === null || cohort === null || rank <= cohort.size) return [];
  return [arithmeticFinding('rank-beyond-cohort', 'rank', { found: rank, expected: cohort.size })];
}

const STATED = ['selfAssessed', 'appraised', 'achieved', 'lost'] as const satisfies readonly FigureName[];

/** One row by itself. */
export function checkRow(row: Criterion): readonly ArithmeticFinding[] {
  const { max } = row;
  const found: ArithmeticFinding[] = [];
  for (const figure of STATED) {
    const value = row[figure];
    if (typeof value !== 'number') continue;
    const size = row.section === 'penalty' ? Math.abs(value) : value;
    if (typeof max === 'number' && size > max)
      found.push(arithmeticFinding('over-max', figure, { found: size, expected: max }, row));
    if (size < 0) found.push(arithmeticFinding('below-zero', figure, { found: size, expected: 0 }, row));
  }
  return [...found, ...checkRowLoss(row)];
}

function checkRowLoss(row: Criterion): readonly ArithmeticFinding[] {
  const result = resultOf({ ...row, lost: null });
  if (
    row.section === 'penalty' ||
    typeof row.max !== 'number' ||
    typeof result !== 'number' ||
    typeof row.lost !== 'number'
  )
    return [];
  const expected = row.max - result;
  return row.lost === expected
    ? []
    : [arithmeticFinding('row-loss', 'lost', { found: row.lost, expected }, row)];
}

/** A row against the rows below it. A card that lists losses only is compared by its losses. */
export function checkParent(
  parent: Criterion,
  { evaluation, criteria }: Scorecard,
): readonly ArithmeticFinding[] {
  const children = childrenOf(parent, criteria);
  if (children.length === 0) return [];
  if (evaluation.coverage === 'losses') {
    return [
      ...compare('max', parent, children, { read: readMax, isListComplete: false }),
      ...compare('lost', parent, children, { read: lossOf, isListComplete: true }),
    ];
  }
  return (['max', ...STATED] as const).flatMap((figure) =>
    compare(figure, parent, children, { read: (row) => row[figure], isListComplete: true }),
  );
}

type Comparison = { readonly read: (row: Criterion) => Figure; readonly isListComplete: boolean };

function compare(
  figure: FigureName,
  parent: Criterion,
  children: readonly Criterion[],
  { read, isListComplete }: Comparison,
): readonly ArithmeticFinding[] {
  const found = read(parent);
  if (typeof found !== 'number') return [];
  const figures = children.map(read);
  const sum = figures.reduce((total: Score, value) => total + (typeof value === 'number' ? value : 0), 0);
  const expected = capped(sum, figure, parent);
  // What is blank can only add to the sum, so that one which is already too high is wrong all the same.
  const isPartial = !isListComplete || figures.includes(null);
  if (found === expected || (isPartial && found > expected)) return [];
  return [arithmeticFinding('parent-sum', figure, { found, expected }, parent)];
}

/** Bonus and penalty have a ceiling: the items may add up to more than counts. */
function capped(sum: Score, figure: FigureName, { section, max }: Criterion): Score {
  const hasCeiling = section === 'bonus' || section === 'penalty';
  return hasCeiling && figure !== 'lost' && typeof max === 'number' ? Math.min(sum, max) : sum;
}
