import { describe, expect, it } from 'vitest';
import { bangMac2023 } from '../../db/documents/bang-mac-2023.ts';
import { chuaNeuTen2024 } from '../../db/documents/chua-neu-ten-2024.ts';
import type { DocumentEntry } from '../../db/documents/entry.ts';
import { tinhBien2016 } from '../../db/documents/tinh-bien-2016.ts';
import type { Criterion, Evaluation, Scorecard } from '../../domain/evaluation.ts';
import { type Finding, isArithmetic } from '../../domain/finding.ts';
import { leafLosses, lossPoints } from '../../domain/score.ts';
import { auditScorecard, findingSentence, findingSentences } from '../../domain/score-audit.ts';
import { criterion, scorecard } from '../support/builders.ts';

function only({ scorecards }: DocumentEntry): Scorecard {
  const [card] = scorecards;
  if (card === undefined) throw new Error('the document holds no scorecard');
  return card;
}

const codesOf = (findings: readonly Finding[], kind: Finding['kind']) =>
  findings.filter((finding) => finding.kind === kind).map(({ code }) => code);

const conflicts = (findings: readonly Finding[]) =>
  findings
    .filter(isArithmetic)
    .map(({ kind, code, figure, found, expected }) => [kind, code, figure, found, expected]);

const lossesOf = ({ criteria }: Scorecard) =>
  leafLosses(criteria).map((row) => [row.code, lossPoints(row)] as const);
const sum = (losses: readonly (readonly [string, number])[]) =>
  losses.reduce((total, [, loss]) => total + loss, 0);

describe('Bằng Mạc 2023', () => {
  const card = only(bangMac2023);
  const findings = auditScorecard(card);

  it('leaves one point of the declared 14,18 unexplained and contradicts itself nowhere else', () => {
    expect(conflicts(findings)).toEqual([['unexplained-loss', null, 'lost', 14_180, 13_180]]);
    expect(findings.map(findingSentence)[0]).toContain('còn 1 điểm chưa được giải trình');
  });

  it('loses 13,18 points in twelve items', () => {
    expect(lossesOf(card)).toEqual([
      ['1.5', 3000],
      ['7.2', 2000],
      ['3.1.4', 1000],
      ['3.4.2', 1000],
      ['3.5.1', 1000],
      ['6.3.3', 1000],
      ['7.4.1', 1000],
      ['7.6.1', 1000],
      ['7.6.2', 1000],
      ['7.6.3', 1000],
      ['7.3', 100],
      ['7.1', 80],
    ]);
    expect(sum(lossesOf(card))).toBe(13_180);
  });

  it('gives no reason for 7.3 alone, and owners and remedies for every area', () => {
    expect(findings.filter((finding) => !isArithmetic(finding))).toEqual([
      { kind: 'no-reason', section: 'main', code: '7.3', rank: 'criterion' },
    ]);
  });
});

describe('the unnamed commune 2024', () => {
  const card = only(chuaNeuTen2024);
  const findings = auditScorecard(card);

  it('contradicts itself at every place that is known', () => {
    expect(conflicts(findings)).toEqual([
      ['unexplained-loss', null, 'lost', 15_570, 11_530],
      ['unstated-part', null, 'appraised', 84_430, 77_470],
      ['areas-total', null, 'selfAssessed', 85_915, 85_960],
      ['parent-sum', '1', 'appraised', 13_000, 12_000],
      ['parent-sum', '1.3', 'appraised', 5000, 6000],
      ['parent-sum', '2.5', 'appraised', 2750, 1750],
      ['parent-sum', '5.1', 'selfAssessed', 3000, 2500],
      ['parent-sum', '6.2', 'max', 3000, 4000],
      ['parent-sum', '6.2', 'selfAssessed', 3000, 4000],
      ['parent-sum', '6.2', 'appraised', 3000, 4000],
      ['parent-sum', '7', 'selfAssessed', 11_960, 10_460],
    ]);
  });

  it('leaves 6,96 points beside areas of 73,47 and a bonus of 4, the survey being blank', () => {
    const unstated = findings.filter(isArithmetic).find(({ kind }) => kind === 'unstated-part');
    expect(unstated).toMatchObject({
      difference: 6960,
      parts: [
        { section: 'main', sum: 73_470, complete: true },
        { section: 'survey', sum: 0, complete: false },
        { section: 'bonus', sum: 4000, complete: true },
        { section: 'penalty', sum: 0, complete: false },
      ],
    });
  });

  it('loses 11,53 points in 16 items, three of them labelled "duy trì"', () => {
    expect(lossesOf(card)).toHaveLength(16);
    expect(sum(lossesOf(card))).toBe(11_530);
    expect(codesOf(findings, 'maintained-loss')).toEqual(['2.5.2', '5.1.1', '7.6']);
  });

  it('leaves 7.2 alone without label, owner and remedy', () => {
    expect(codesOf(findings, 'no-label')).toEqual(['7.2']);
    expect(findingSentences(findings)).toContain(
      'Mất điểm nhưng không ghi riêng nhãn “duy trì/khắc phục”, bộ phận chủ trì, giải pháp: 7.2.',
    );
  });

  it('inherits no owner and no remedy into a blank cell', () => {
    expect(codesOf(findings, 'no-owner')).toEqual([
      '1.4',
      '2.2.1',
      '2.5.1',
      '2.5.2',
      '3.5.2',
      '4.3',
      '5.1.1',
      '5.2.3',
      '7.2',
      '7.6',
      '7.9',
    ]);
    expect(codesOf(findings, 'no-remedy')).toEqual(['2.5.2', '3.2', '3.5.2', '5.1.1', '7.2', '7.6', '7.9']);
  });

  it('has no column of reasons, which is one finding and not sixteen', () => {
    expect(codesOf(findings, 'no-reason')).toEqual([null]);
  });

  it('tells the three contradictions of 6.2 in one sentence', () => {
    expect(findingSentences(findings)).toContain(
      'Tiêu chí 6.2: điểm tối đa, điểm tự chấm, điểm thẩm định ghi 3, các mục bên dưới cộng lại 4 (chênh 1).',
    );
  });
});

describe('Tịnh Biên 2016', () => {
  const card = only(tinhBien2016);

  it('holds: 63 of 70 and 24,65 of 30 are 87,65', () => {
    expect(conflicts(auditScorecard(card))).toEqual([]);
  });

  it('loses 7 points in six items and 5,35 in the survey', () => {
    expect(lossesOf(card)).toEqual([
      ['survey', 5350],
      ['1.5.3', 2000],
      ['7.1.5', 2000],
      ['1.7.2', 1000],
      ['5.2', 1000],
      ['3.2', 500],
      ['5.3.3', 500],
    ]);
  });
});

/** A card that holds: one area of two criteria, 8 of 10 points. */
const PLAIN: Partial<Evaluation> = {
  version: 'appraised',
  coverage: 'full',
  max: 10_000,
  selfAssessed: null,
  achieved: 8000,
  declaredLost: null,
};
const row = (given: Partial<Criterion>): Criterion =>
  criterion({ lost: null, achieved: null, reason: 'vì', owner: 'ai', remedy: 'sao', ...given });
const AREA = row({ code: '1', parentCode: null, rank: 'area', max: 10_000, appraised: 8000 });
const FIRST = row({ code: '1.1', max: 4000, appraised: 4000 });
const SECOND = row({ code: '1.2', max: 6000, appraised: 4000 });
const BONUS = row({
  section: 'bonus',
  code: 'B',
  parentCode: null,
  rank: 'section',
  max: 2000,
  appraised: 1000,
});
const PENALTY = row({
  section: 'penalty',
  code: 'P',
  parentCode: null,
  rank: 'section',
  max: 2000,
  appraised: 500,
});

const SPOILT: readonly (readonly [
  string,
  Partial<Evaluation>,
  readonly Criterion[],
  readonly (readonly unknown[])[],
])[] = [
  ['a card that holds has no conflict', {}, [AREA, FIRST, SECOND], []],
  [
    'more achieved than the maximum',
    { achieved: 9000 },
    [{ ...AREA, appraised: 9000 }, { ...FIRST, appraised: 5000 }, SECOND],
    [
      ['unexplained-loss', null, 'lost', 1000, 2000],
      ['over-max', '1.1', 'appraised', 5000, 4000],
    ],
  ],
  ['a total beyond the maximum', { achieved: 11_000 }, [], [['over-max', null, 'achieved', 11_000, 10_000]]],
  [
    'a negative result',
    { achieved: 3000 },
    [{ ...AREA, appraised: 3000 }, FIRST, { ...SECOND, appraised: -1000 }],
    [['below-zero', '1.2', 'appraised', -1000, 0]],
  ],
  [
    'a parent that is not its children',
    {},
    [AREA, FIRST, { ...SECOND, appraised: 3500 }],
    [
      ['unexplained-loss', null, 'lost', 2000, 2500],
      ['parent-sum', '1', 'appraised', 8000, 7500],
    ],
  ],
  [
    'areas that are not the total',
    { achieved: 8500 },
    [AREA, FIRST, SECOND],
    [
      ['unexplained-loss', null, 'lost', 1500, 2000],
      ['areas-total', null, 'appraised', 8500, 8000],
    ],
  ],
  [
    'maxima that are not the maximum',
    { max: 12_000, achieved: 8000 },
    [AREA, FIRST, SECOND],
    [
      ['unexplained-loss', null, 'lost', 4000, 2000],
      ['areas-total', null, 'max', 12_000, 10_000],
    ],
  ],
  ['a blank child may hold what is missing', {}, [AREA, { ...FIRST, appraised: null }, SECOND], []],
  [
    'but not less than nothing',
    {},
    [AREA, { ...FIRST, appraised: null }, row({ code: '1.3', max: 0, appraised: 5000 }), SECOND],
    [
      ['parent-sum', '1', 'appraised', 8000, 9000],
      ['over-max', '1.3', 'appraised', 5000, 0],
    ],
  ],
  [
    'a row that does not apply adds nothing',
    {},
    [AREA, FIRST, SECOND, row({ code: '1.3', max: 0, appraised: 'na' })],
    [],
  ],
  [
    'a stated loss that its row contradicts',
    {},
    [AREA, FIRST, { ...SECOND, lost: 1500 }],
    [
      ['unexplained-loss', null, 'lost', 2000, 1500],
      ['row-loss', '1.2', 'lost', 1500, 2000],
    ],
  ],
  [
    'a declared loss that the total contradicts',
    { declaredLost: 2500 },
    [AREA, FIRST, SECOND],
    [
      ['unexplained-loss', null, 'lost', 2500, 2000],
      ['declared-loss', null, 'lost', 2500, 2000],
    ],
  ],
  [
    'a rank beyond the cohort',
    { rank: 21 },
    [AREA, FIRST, SECOND],
    [['rank-beyond-cohort', null, 'rank', 21, 20]],
  ],
  [
    'a bonus on top of the maximum is no loss where it is not earned',
    { achieved: 9000 },
    [AREA, FIRST, SECOND, BONUS],
    [],
  ],
  [
    'a bonus that is part of the maximum is',
    { max: 12_000, achieved: 9000 },
    [AREA, FIRST, SECOND, BONUS],
    [],
  ],
  ['a penalty is deducted', { achieved: 7500 }, [AREA, FIRST, SECOND, PENALTY], []],
  [
    'a penalty with a minus is deducted too',
    { achieved: 7500 },
    [AREA, FIRST, SECOND, { ...PENALTY, appraised: -500 }],
    [],
  ],
  [
    'items of a penalty may add up to more than its ceiling',
    { achieved: 6000 },
    [
      AREA,
      FIRST,
      SECOND,
      { ...PENALTY, appraised: 2000 },
      row({ section: 'penalty', code: 'P.1', parentCode: 'P', max: 2000, appraised: 2000 }),
    ],
    [],
  ],
  [
    'a card of losses is not compared by what it does not list',
    { coverage: 'losses', declaredLost: 2000 },
    [
      { ...AREA, lost: 2000 },
      { ...SECOND, lost: 2000 },
    ],
    [],
  ],
  [
    'but by its losses',
    { coverage: 'losses', declaredLost: 2000 },
    [{ ...AREA, lost: 2000 }, row({ code: '1.2', max: 6000, lost: 1500 })],
    [
      ['unexplained-loss', null, 'lost', 2000, 1500],
      ['parent-sum', '1', 'lost', 2000, 1500],
    ],
  ],
];

describe('a scorecard', () => {
  it.each(SPOILT)('%s', (_fact, evaluation, criteria, expected) => {
    const findings = auditScorecard(scorecard({ ...PLAIN, ...evaluation }, criteria));
    expect(conflicts(findings)).toEqual(expected);
  });

  it.each<[string, Partial<Criterion>, Partial<Criterion>, readonly (readonly unknown[])[]]>([
    ['a loss with everything lacks nothing', {}, {}, []],
    ['a loss without a reason', {}, { reason: null }, [['no-reason', '1.2']]],
    ['a loss without an owner', {}, { owner: null }, []],
    ['a loss whose area has none either', { owner: null }, { owner: null }, [['no-owner', '1.2']]],
    ['a loss whose area has no remedy either', { remedy: null }, { remedy: null }, [['no-remedy', '1.2']]],
    ["an area's reason is not the item's", { reason: 'vì' }, { reason: null }, [['no-reason', '1.2']]],
    ['a loss labelled "duy trì"', {}, { label: 'maintain' }, [['maintained-loss', '1.2']]],
    ['a missing label in a card that labels its rows', { label: 'remedy' }, {}, [['no-label', '1.2']]],
  ])('%s', (_fact, area, second, expected) => {
    const card = scorecard(PLAIN, [{ ...AREA, ...area }, FIRST, { ...SECOND, ...second }]);
    expect(auditScorecard(card).map(({ kind, code }) => [kind, code])).toEqual(expected);
  });

  it('says every finding in a sentence of its own', () => {
    const sentences = SPOILT.flatMap(([, evaluation, criteria]) =>
      auditScorecard(scorecard({ ...PLAIN, ...evaluation }, criteria)).map(findingSentence),
    );
    expect(sentences.filter((sentence) => !/^\p{Lu}.*\.$/u.test(sentence))).toEqual([]);
    expect(sentences.join(' ')).not.toMatch(/undefined|null|NaN/u);
  });

  it('whose rows stand above each other ends all the same', () => {
    const rows = [
      row({ code: '1', parentCode: '2', max: null }),
      row({ code: '2', parentCode: '1', max: null }),
    ];
    expect(() => auditScorecard(scorecard(PLAIN, rows))).not.toThrow();
  });
});
