import fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import {
  type Figure,
  formatFigure,
  formatScore,
  leafLosses,
  lossOf,
  parseCount,
  parseScore,
  resultOf,
  type ScoredRow,
} from '../../domain/score.ts';

const READABLE: readonly (readonly [string, string, Figure])[] = [
  ['85,82', 'a decimal comma', 85_820],
  ['85.82', 'a decimal point', 85_820],
  ['1.000', 'three decimals in a score column are decimals', 1000],
  ['100.00 0', 'decimals that the scan split', 100_000],
  ['0.000', 'zero stays zero', 0],
  ['1.5', 'one decimal', 1500],
  ['85,915', 'thousandths', 85_915],
  ['03', 'a leading zero', 3000],
  ['39.079', 'in a score column this is no count', 39_079],
  ['1,50000', 'trailing zeros add nothing', 1500],
  [' 12,25 ', 'space around', 12_250],
  ['3 điểm', 'the unit written out', 3000],
  ['0,5đ', 'the unit shortened', 500],
  ['-1', 'a deduction', -1000],
  ['− 0,5', 'a typographic minus', -500],
  ['-0', 'minus zero is zero', 0],
  ['', 'a blank cell is missing', null],
  ['   ', 'a cell of spaces is missing', null],
  ['Không áp dụng', 'not applicable is neither missing nor zero', 'na'],
  ['N/A', 'not applicable, as abroad', 'na'],
  ['KAD', 'not applicable, shortened', 'na'],
];

const UNREADABLE: readonly (readonly [string, string, string])[] = [
  ['-', 'a lone dash may mean nothing or missing', 'ambiguous'],
  ['1.234,5', 'two kinds of marks', 'ambiguous'],
  ['1 000', 'a space inside the whole part', 'ambiguous'],
  ['85,', 'a mark without decimals', 'ambiguous'],
  ['1,2345', 'finer than a thousandth', 'too-precise'],
  ['14/17', 'two figures in a cell', 'not-a-number'],
  ['mười', 'words', 'not-a-number'],
  ['86 %', 'a rate', 'not-a-number'],
];

describe('a score cell', () => {
  it.each(READABLE)('%j is read: %s', (text, _why, figure) => {
    expect(parseScore(text)).toEqual({ ok: true, value: figure });
  });

  it.each(UNREADABLE)('%j is refused: %s', (text, _why, kind) => {
    expect(parseScore(text)).toEqual({ ok: false, refusal: { kind, text } });
  });

  it('is read back as it was formatted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (score) => {
        const read = parseScore(formatScore(score));
        expect(read).toEqual({ ok: true, value: score });
      }),
    );
  });

  it('never breaks the parser, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(parseScore(text)).toHaveProperty('ok');
        expect(parseCount(text)).toHaveProperty('ok');
      }),
    );
  });

  it('of ten thousand characters is refused with a short excerpt', () => {
    const read = parseScore(`1,${'0'.repeat(10_000)}1`);
    assert(!read.ok);
    expect(read.refusal.text.length).toBeLessThanOrEqual(41);
  });
});

describe('a count cell', () => {
  it.each([
    ['39.079', 39_079],
    ['39,079', 39_079],
    ['1.234.567', 1_234_567],
    ['39 079', 39_079],
    ['658', 658],
    ['', null],
  ])('%j counts %j', (text, count) => {
    expect(parseCount(text)).toEqual({ ok: true, value: count });
  });

  it.each([
    ['1.5', 'ambiguous'],
    ['1.234,567', 'ambiguous'],
    ['-', 'ambiguous'],
    ['ba mươi', 'not-a-number'],
  ])('%j is refused', (text, kind) => {
    expect(parseCount(text)).toEqual({ ok: false, refusal: { kind, text } });
  });
});

describe('a score as people read it', () => {
  it.each([
    [85_820, '85,82'],
    [1000, '1'],
    [80, '0,08'],
    [85_915, '85,915'],
    [0, '0'],
    [-500, '-0,5'],
    [100_000, '100'],
  ])('%d is shown as %s', (score, text) => {
    expect(formatScore(score)).toBe(text);
  });

  it('tells missing, zero and not applicable apart', () => {
    expect([null, 0, 'na' as const].map(formatFigure)).toEqual(['không ghi', '0', 'không áp dụng']);
  });
});

const row = (given: Partial<ScoredRow>): ScoredRow => ({
  section: 'main',
  code: '1.1',
  parentCode: null,
  rank: 'criterion',
  max: 3000,
  appraised: null,
  achieved: null,
  lost: null,
  ...given,
});

describe('the result and the loss of a row', () => {
  it.each<[string, Partial<ScoredRow>, Figure, Figure]>([
    ['the published result wins over the appraised', { achieved: 1000, appraised: 2000 }, 1000, 2000],
    ['the appraised result stands where nothing is published', { appraised: 2500 }, 2500, 500],
    ['a stated loss leaves a result', { lost: 500 }, 2500, 500],
    ['a stated loss is shown as stated', { achieved: 1000, lost: 500 }, 1000, 500],
    ['a blank row has neither', {}, null, null],
    ['not applicable is not a loss', { appraised: 'na' }, 'na', 'na'],
    ['a result without its maximum has no loss', { max: null, achieved: 1000 }, 1000, null],
    ['a penalty loses what it deducts', { section: 'penalty', achieved: 1000 }, 1000, 1000],
    ['a penalty written with a minus deducts the same', { section: 'penalty', achieved: -1000 }, -1000, 1000],
    ['a penalty of zero loses nothing', { section: 'penalty', achieved: 0 }, 0, 0],
  ])('%s', (_fact, given, result, loss) => {
    expect([resultOf(row(given)), lossOf(row(given))]).toEqual([result, loss]);
  });

  it('are listed for the lowest rows only, the largest loss first, ties in the order of the document', () => {
    const rows = [
      row({ code: '1', rank: 'area', lost: 3500 }),
      row({ code: '1.1', parentCode: '1', lost: 500 }),
      row({ code: '1.2', parentCode: '1', lost: 2500 }),
      row({ code: '1.3', parentCode: '1', lost: 500 }),
      row({ code: '1.4', parentCode: '1', lost: 0 }),
    ];
    expect(leafLosses(rows).map(({ code }) => code)).toEqual(['1.2', '1.1', '1.3']);
  });

  it('keep sections apart that use the same codes', () => {
    const rows = [
      row({ code: '1', lost: 1000 }),
      row({ section: 'bonus', code: '1.1', parentCode: '1', lost: 0 }),
    ];
    expect(leafLosses(rows)).toEqual([rows[0]]);
  });
});
