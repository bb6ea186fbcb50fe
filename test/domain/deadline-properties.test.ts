import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeadline } from '../../domain/deadline.ts';
import { unaccent } from '../../domain/fold.ts';
import { PLAN } from './fixtures/deadline-phrase.ts';
import * as tables from './fixtures/deadline-phrases.ts';
import { heldBack } from './fixtures/deadline-phrases-held-back.ts';

const phrases = [...Object.values(tables).flat(), ...heldBack].map(([text]) => text);

/** Fragments of the language in any order: what no officer writes must not break the reading either. */
const fragment = fc.constantFrom(
  ...[
    'trước',
    'ngày',
    'tháng',
    'quý',
    'năm',
    'hằng',
    'tuần',
    'từ',
    'đến',
    'và',
    'hoặc',
    'cuối',
    'đầu',
    'của',
    'kể từ',
    'ký',
  ],
  ...[
    '15',
    '6',
    '31',
    '2024',
    '0',
    '99',
    'II',
    'IV',
    'V',
    '/',
    '-',
    ',',
    ';',
    '(',
    ')',
    ':',
    '.',
    'thứ Sáu',
    'lần',
    'báo cáo',
  ],
  ...[
    'làm việc',
    'sau',
    'khi',
    'theo',
    'thường xuyên',
    'sáu',
    'chín',
    'mười',
    'giai đoạn',
    'kết thúc',
    'giữa',
    'nửa',
  ],
);
const gibberish = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(' '));
const text = fc.oneof(fc.string({ unit: 'binary' }), gibberish, fc.constantFrom(...phrases));

const meaningOf = (phrase: string) => {
  const { kind, dueDates } = parseDeadline(phrase, PLAN);
  return { kind, dueDates };
};

/** Without accents these are other phrases too ("tháng sau", "Quảng Năm", "từ"), and are read as those or asked. */
const AMBIGUOUS = /tháng sáu$|Quảng Nam$|trừ/u;

describe('parseDeadline', () => {
  it('answers any text in any year, with valid dates in ascending order, each once', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1900, max: 2200 }), (phrase, year) => {
        const { kind, dueDates } = parseDeadline(phrase, { year, issuedOn: `${year}-02-28` });
        expect(['dates', 'continuous', 'conditional', 'unknown']).toContain(kind);
        expect(dueDates.length > 0).toBe(kind === 'dates');
        expect(dueDates).toEqual([...new Set(dueDates)].toSorted());
        for (const date of dueDates)
          expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['decomposed accents', (phrase: string) => phrase.normalize('NFD')],
    ['composed accents', (phrase: string) => phrase.normalize('NFC')],
    ['capitals', (phrase: string) => phrase.toUpperCase()],
    ['small letters', (phrase: string) => phrase.toLowerCase()],
    ['doubled spaces', (phrase: string) => phrase.replaceAll(' ', '  ')],
    ['no-break spaces', (phrase: string) => phrase.replaceAll(' ', ' ')],
    ['spaces around it', (phrase: string) => `  ${phrase}\t`],
  ])('reads every known phrase the same with %s', (_name, change) => {
    for (const phrase of phrases)
      expect({ phrase, ...meaningOf(change(phrase)) }).toEqual({ phrase, ...meaningOf(phrase) });
  });

  it('reads every known phrase the same without accents, but what is two phrases then', () => {
    for (const phrase of phrases.filter((each) => !AMBIGUOUS.test(each)))
      expect({ phrase, ...meaningOf(unaccent(phrase)) }).toEqual({ phrase, ...meaningOf(phrase) });
  });

  it('does not take Quí for another word than Quý', () => {
    for (const phrase of phrases) expect(meaningOf(phrase.replaceAll('uý', 'uí'))).toEqual(meaningOf(phrase));
  });

  it('is not changed by who is to be sent the report', () => {
    for (const phrase of phrases.filter((each) => meaningOf(each).kind === 'dates'))
      expect({ phrase, ...meaningOf(`${phrase}; gửi Phòng Nội vụ`) }).toEqual({
        phrase,
        ...meaningOf(phrase),
      });
  });

  it.each([
    ['digits', '15, '],
    ['recurrences', 'thứ Sáu hằng tuần, '],
    ['topics', 'quý, năm, '],
    ['months', 'tháng 3, '],
    ['brackets', '(('],
    ['one word', 'trước '],
    ['no spaces', '1/'],
    ['lengths of time', '365 ngày làm việc kể từ ngày ký; '],
    ['alternatives', 'quý I hoặc '],
    ['reports', 'báo cáo quý, năm trước ngày 15/6, '],
  ])('reads 10,000 characters of %s in time that grows with their number', (_name, unit) => {
    const timed = (length: number) => {
      const phrase = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
      const start = performance.now();
      parseDeadline(phrase, PLAN);
      return performance.now() - start;
    };
    timed(5000);
    const [half, whole] = [timed(5000), timed(10_000)];
    // Quadratic work would take four times as long; the constant absorbs a busy machine.
    expect(whole).toBeLessThan(half * 3 + 400);
    expect(whole).toBeLessThan(2500);
  });
});
