import { checkParent, checkRow, checkTotals } from './audit-arithmetic.ts';
import { checkGaps } from './audit-gaps.ts';
import type { Scorecard, Section } from './evaluation.ts';
import {
  type ArithmeticFinding,
  type Finding,
  type GapFinding,
  isArithmetic,
  type SectionSum,
} from './finding.ts';
import { formatScore } from './score.ts';

/**
 * Every place where a scorecard's own figures do not hold, and what its lost points lack: first the totals,
 * then the rows in the document's order, then the gaps.
 */
export function auditScorecard(card: Scorecard): readonly Finding[] {
  const { criteria } = card;
  return [
    ...checkTotals(card),
    ...criteria.flatMap((row) => [...checkParent(row, card), ...checkRow(row)]),
    ...checkGaps(card),
  ];
}

const FIGURES = {
  max: 'điểm tối đa',
  selfAssessed: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  achieved: 'điểm đạt',
  lost: 'điểm mất',
  rank: 'hạng',
} as const;

const SECTIONS = {
  main: 'các lĩnh vực',
  survey: 'điều tra xã hội học',
  bonus: 'điểm thưởng',
  penalty: 'điểm trừ',
} as const satisfies Record<Section, string>;

/** One finding as a sentence for officers. */
export function findingSentence(finding: Finding): string {
  return isArithmetic(finding) ? arithmeticSentence(finding) : gapSentence(finding.kind, [finding]);
}

/** All of them: one sentence for each conflict, and the gaps gathered by what is missing. */
export function findingSentences(findings: readonly Finding[]): readonly string[] {
  const gaps = findings.filter((finding) => !isArithmetic(finding));
  const maintained = gaps.filter(({ kind }) => kind === 'maintained-loss');
  return [
    ...sameConflicts(findings.filter(isArithmetic)).map(([first, ...others]) =>
      arithmeticSentence(first, others),
    ),
    ...(maintained.length === 0 ? [] : [gapSentence('maintained-loss', maintained)]),
    ...blankSentences(gaps.filter(({ kind }) => kind !== 'maintained-loss')),
  ];
}

type Conflicts = readonly [ArithmeticFinding, ...ArithmeticFinding[]];

/** A row whose maximum, self-assessment and appraisal all contradict its children in the same way is one conflict. */
function sameConflicts(findings: readonly ArithmeticFinding[]): readonly Conflicts[] {
  const groups = new Map<string, Conflicts>();
  findings.forEach((finding, index) => {
    const { kind, section, code, found, expected } = finding;
    const key = kind === 'parent-sum' ? `${section}/${code}/${found}/${expected}` : String(index);
    const group = groups.get(key);
    groups.set(key, group === undefined ? [finding] : [...group, finding]);
  });
  return [...groups.values()];
}

function arithmeticSentence(finding: ArithmeticFinding, others: readonly ArithmeticFinding[] = []): string {
  const { kind, found, expected, difference, parts } = finding;
  const name = [finding, ...others].map(({ figure }) => FIGURES[figure]).join(', ');
  const gap = formatScore(Math.abs(difference));
  const [stated, computed] = [formatScore(found), formatScore(expected)];
  switch (kind) {
    case 'unexplained-loss':
      return difference > 0
        ? `Các mục mất điểm cộng lại ${computed} trong ${stated} điểm mất: còn ${gap} điểm chưa được giải trình.`
        : `Các mục mất điểm cộng lại ${computed}, nhiều hơn ${stated} điểm mất của cả bảng (chênh ${gap}).`;
    case 'declared-loss':
      return `Văn bản ghi mất ${stated} điểm, nhưng điểm tối đa trừ điểm đạt là ${computed} (chênh ${gap}).`;
    case 'areas-total':
      return `Tổng ${name} ghi ${stated}, nhưng ${partsText(parts)} = ${computed} (chênh ${gap}).`;
    case 'unstated-part':
      return `Tổng ${name} ghi ${stated}; ${partsText(parts)} = ${computed}, ${difference > 0 ? 'còn' : 'thừa'} ${gap} điểm không ghi ở mục nào (để trống: ${blanksText(parts)}).`;
    case 'rank-beyond-cohort':
      return `Hạng ${found} vượt số đơn vị được xếp hạng (${expected}).`;
    case 'over-max':
      return `${rowName(finding)}: ${name} ${stated} vượt điểm tối đa ${computed}.`;
    case 'below-zero':
      return `${rowName(finding)}: ${name} ${stated} nhỏ hơn 0.`;
    case 'parent-sum':
      return `${rowName(finding)}: ${name} ghi ${stated}, các mục bên dưới cộng lại ${computed} (chênh ${gap}).`;
    case 'row-loss':
      return `${rowName(finding)}: ghi mất ${stated} điểm, nhưng điểm tối đa trừ điểm đạt là ${computed} (chênh ${gap}).`;
  }
}

/** "các lĩnh vực 73,47 + điểm thưởng 4" */
function partsText(parts: readonly SectionSum[]): string {
  return parts
    .filter(({ section, sum }) => section === 'main' || sum !== 0)
    .map(({ section, sum }) => ({
      sign: section === 'penalty' ? '−' : '+',
      text: `${SECTIONS[section]} ${formatScore(sum)}`,
    }))
    .map(({ sign, text }, index) => (index === 0 ? text : `${sign} ${text}`))
    .join(' ');
}

const blanksText = (parts: readonly SectionSum[]): string =>
  parts
    .filter(({ complete }) => !complete)
    .map(({ section }) => SECTIONS[section])
    .join(', ');

type Named = Pick<Finding, 'section' | 'code' | 'rank'>;

function rowName({ section, code, rank }: Named): string {
  if (section === null || code === null) return 'Tổng điểm';
  if (rank === 'section') return `Phần ${SECTIONS[section]}`;
  if (section !== 'main') return `Mục ${code} (${SECTIONS[section]})`;
  return rank === 'area' ? `Lĩnh vực ${code}` : `Tiêu chí ${code}`;
}

const GAPS = {
  'maintained-loss': 'Mất điểm nhưng ghi “duy trì”',
  'no-label': 'Mất điểm nhưng không ghi “duy trì” hay “khắc phục”',
  'no-reason': 'Mất điểm nhưng không ghi lý do',
  'no-owner': 'Mất điểm nhưng không ghi riêng bộ phận chủ trì',
  'no-remedy': 'Mất điểm nhưng không ghi riêng giải pháp',
} as const satisfies Record<GapFinding['kind'], string>;

const MISSING = {
  'no-label': 'nhãn “duy trì/khắc phục”',
  'no-reason': 'lý do mất điểm',
  'no-owner': 'bộ phận chủ trì',
  'no-remedy': 'giải pháp',
} as const;

type BlankKind = keyof typeof MISSING;

function gapSentence(kind: GapFinding['kind'], rows: readonly Named[]): string {
  const codes = rows.filter(({ code }) => code !== null).map(shortName);
  if (codes.length > 0) return `${GAPS[kind]}: ${codes.join(', ')}.`;
  return kind === 'maintained-loss' ? `${GAPS[kind]}.` : `Văn bản không ghi ${MISSING[kind]} cho mục nào.`;
}

function shortName({ section, code }: Named): string {
  return section === null || section === 'main' ? `${code}` : `${code} (${SECTIONS[section]})`;
}

/** "7.2: không ghi riêng nhãn, bộ phận chủ trì, giải pháp": rows that lack the same things share a sentence. */
function blankSentences(gaps: readonly GapFinding[]): readonly string[] {
  const lacking = new Map<string, BlankKind[]>();
  const sentences: string[] = [];
  for (const { kind, ...row } of gaps) {
    if (kind === 'maintained-loss') continue;
    if (row.code === null) sentences.push(gapSentence(kind, []));
    else lacking.set(shortName(row), [...(lacking.get(shortName(row)) ?? []), kind]);
  }
  const byBlanks = new Map<string, string[]>();
  for (const [name, kinds] of lacking) {
    const [only] = kinds;
    const blanks =
      kinds.length === 1 && only !== undefined
        ? GAPS[only]
        : `Mất điểm nhưng không ghi riêng ${kinds.map((kind) => MISSING[kind]).join(', ')}`;
    byBlanks.set(blanks, [...(byBlanks.get(blanks) ?? []), name]);
  }
  for (const [blanks, names] of byBlanks) sentences.push(`${blanks}: ${names.join(', ')}.`);
  return sentences;
}
