import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, Scorecard } from '../../domain/evaluation.ts';
import { isArithmetic } from '../../domain/finding.ts';
import { auditScorecard, findingSentence, findingSentences } from '../../domain/score-audit.ts';
import { criterion, scorecard } from '../support/builders.ts';

type Leaf = { readonly max: number; readonly self: number; readonly appraised: number };

/** A maximum up to 5 points, and results that it allows, in thousandths. */
const leaf: fc.Arbitrary<Leaf> = fc.integer({ min: 0, max: 5000 }).chain((max) =>
  fc.record({
    max: fc.constant(max),
    self: fc.integer({ min: 0, max }),
    appraised: fc.integer({ min: 0, max }),
  }),
);

const areas = fc.array(
  fc.array(fc.array(leaf, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

const total = (leaves: readonly Leaf[]): Leaf => ({
  max: leaves.reduce((sum, { max }) => sum + max, 0),
  self: leaves.reduce((sum, { self }) => sum + self, 0),
  appraised: leaves.reduce((sum, { appraised }) => sum + appraised, 0),
});

function row(code: string, { max, self, appraised }: Leaf, given: Partial<Criterion> = {}): Criterion {
  const parts = code.split('.');
  const parentCode = parts.length === 1 ? null : parts.slice(0, -1).join('.');
  const rank = parts.length === 1 ? 'area' : parts.length === 2 ? 'criterion' : 'component';
  return criterion({
    code,
    parentCode,
    rank,
    max,
    selfAssessed: self,
    appraised,
    achieved: null,
    lost: null,
    ...given,
  });
}

type Parts = {
  readonly tree: readonly (readonly (readonly Leaf[])[])[];
  readonly survey: Leaf;
  readonly bonus: Leaf;
  readonly isBonusOnTop: boolean;
  readonly penalty: number;
};

/** Every parent is the sum of its children, every total the sum of its parts, less the penalty. */
function consistent({ tree, survey, bonus, isBonusOnTop, penalty }: Parts): Scorecard {
  const criteria = tree.flatMap((criteriaOfArea, a) => [
    row(`${a + 1}`, total(criteriaOfArea.flat())),
    ...criteriaOfArea.flatMap((components, c) => [
      row(`${a + 1}.${c + 1}`, total(components)),
      ...components.map((component, k) => row(`${a + 1}.${c + 1}.${k + 1}`, component)),
    ]),
  ]);
  const all = total([...tree.flat(2), survey, bonus]);
  const max = isBonusOnTop ? all.max - bonus.max : all.max;
  const achieved = all.appraised - penalty;
  return scorecard(
    {
      version: 'appraised',
      coverage: 'full',
      max,
      selfAssessed: all.self - penalty,
      achieved,
      declaredLost: max - achieved,
    },
    [
      ...criteria,
      row('S', survey, { section: 'survey', rank: 'section' }),
      row('B', bonus, { section: 'bonus', rank: 'section' }),
      row('P', { max: 4000, self: penalty, appraised: penalty }, { section: 'penalty', rank: 'section' }),
    ],
  );
}

const card = fc
  .record({
    tree: areas,
    survey: leaf,
    bonus: leaf,
    isBonusOnTop: fc.boolean(),
    penalty: fc.integer({ min: 0, max: 4000 }),
  })
  .map(consistent);

/** The same card as a plan of remedies lists it: what lost points, and bonus and penalty. */
function lossesOnly({ evaluation, criteria }: Scorecard): Scorecard {
  const isLoss = ({ section, max, appraised }: Criterion) =>
    section === 'bonus' || section === 'penalty' || max !== appraised;
  return { evaluation: { ...evaluation, coverage: 'losses' }, criteria: criteria.filter(isLoss) };
}

const conflicts = (scored: Scorecard) => auditScorecard(scored).filter(isArithmetic);

describe('a card whose every sum holds', () => {
  it('has no arithmetic finding', () => {
    fc.assert(
      fc.property(card, (scored) => {
        expect(conflicts(scored)).toEqual([]);
      }),
    );
  });

  it('has none either when only its losses are listed', () => {
    fc.assert(
      fc.property(card, (scored) => {
        expect(conflicts(lossesOnly(scored))).toEqual([]);
      }),
    );
  });

  it('has one as soon as any single figure of a row is changed', () => {
    const spoilt = fc.tuple(
      card,
      fc.nat(),
      fc.constantFrom('max', 'selfAssessed', 'appraised'),
      fc.integer({ min: 1, max: 900 }),
    );
    fc.assert(
      fc.property(spoilt, ([scored, pick, figure, change]) => {
        // Raising the rest to the maximum makes the bonus one on top of it: another card that holds.
        fc.pre(scored.criteria.every(({ section, max }) => section !== 'bonus' || max !== change));
        const index = pick % scored.criteria.length;
        // A penalty's ceiling is part of no sum, nor is that of a bonus on top of the maximum.
        const section = scored.criteria[index]?.section;
        const isCeiling = (section === 'penalty' || section === 'bonus') && figure === 'max';
        const criteria = scored.criteria.map((held, at) =>
          at === index ? { ...held, [figure]: Number(held[figure]) + change } : held,
        );
        const found = conflicts({ ...scored, criteria });
        expect(isCeiling || found.length > 0).toBe(true);
      }),
    );
  });
});

describe('any heap of rows', () => {
  const code = fc.constantFrom('1', '2', '1.1', '1.2', '2.1.1');
  const figure = fc.oneof(
    fc.constant(null),
    fc.constant('na' as const),
    fc.integer({ min: -100, max: 9000 }),
  );
  const heap = fc.array(
    fc
      .record({
        section: fc.constantFrom('main', 'survey', 'bonus', 'penalty'),
        code,
        parentCode: fc.option(code),
        rank: fc.constantFrom('section', 'area', 'criterion', 'component'),
        max: figure,
        selfAssessed: figure,
        appraised: figure,
        achieved: figure,
        lost: figure,
      })
      .map(criterion),
    { maxLength: 40 },
  );

  it('is audited to an end, with a sentence for each finding', () => {
    fc.assert(
      fc.property(heap, fc.constantFrom('full', 'losses'), (criteria, coverage) => {
        const findings = auditScorecard(scorecard({ coverage }, criteria));
        for (const finding of findings) expect(findingSentence(finding)).toMatch(/^\p{Lu}.*\.$/u);
        expect(findingSentences(findings).join(' ')).not.toMatch(/undefined|null|NaN/u);
      }),
    );
  });
});
