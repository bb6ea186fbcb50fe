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

/** These only say when they have the cell to themselves, or begin it: "10 ngày", "2024", "Quý, năm". */
const WHOLE_CELL = /^(\d+ ngày|\d{4}|Năm|Quý, năm|Năm 2025, quý I|30-6|Trước 15\/6\nQuý IV)$/u;

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

  it.each([
    ['a sentence behind it', (phrase: string) => `${phrase}; gửi Phòng Nội vụ`],
    ['its purpose behind it', (phrase: string) => `${phrase} để tổng hợp, báo cáo UBND tỉnh`],
    ['the people before it', (phrase: string) => `Các xã, thị trấn gửi Phòng Nội vụ ${phrase}`],
    ['its work before it', (phrase: string) => `Hoàn thành ${phrase}`],
    ['brackets around it', (phrase: string) => `(${phrase})`],
    ['a bullet before it and a full stop behind it', (phrase: string) => `- ${phrase}./.`],
  ])('reads the same dates with %s', (_name, change) => {
    const dated = phrases.filter((phrase) => meaningOf(phrase).kind === 'dates' && !WHOLE_CELL.test(phrase));
    for (const phrase of dated)
      expect({ phrase, ...meaningOf(change(phrase)) }).toEqual({ phrase, ...meaningOf(phrase) });
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

const pad = (value: number) => String(value).padStart(2, '0');
const ROMAN = ['I', 'II', 'III', 'IV'] as const;
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** The day itself counts behind all of these but the strict ones. */
const including = fc.constantFrom(
  ...[
    '',
    'đến ',
    'đến hết ',
    'chậm nhất ',
    'Chậm nhất là ',
    'muộn nhất ',
    'hạn cuối ',
    'không quá ',
    'xong ',
    'vào ',
  ],
  ...[
    'hoàn thành ',
    'trong ',
    'hết ',
    'gửi Phòng Nội vụ chậm nhất ',
    'thời hạn: ',
    'chậm nhất đến ',
    'không muộn hơn ',
  ],
);
const strict = fc.constantFrom(
  'trước ',
  'Trước ',
  'xong trước ',
  'hoàn thành trước ',
  'đến trước ',
  'chậm nhất trước ',
);
const year = fc.integer({ min: 2015, max: 2035 });
const anyDay = fc.record({
  year,
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
type Day = { readonly year: number; readonly month: number; readonly day: number };

const writings: readonly (readonly [name: string, write: (day: Day) => string])[] = [
  ['d/m/yyyy', ({ year, month, day }) => `${day}/${month}/${year}`],
  ['dd/mm/yyyy', ({ year, month, day }) => `${pad(day)}/${pad(month)}/${year}`],
  ['ngày dd/m/yyyy', ({ year, month, day }) => `ngày ${pad(day)}/${month}/${year}`],
  ['dd-mm-yyyy', ({ year, month, day }) => `${pad(day)}-${pad(month)}-${year}`],
  ['dd.mm.yyyy', ({ year, month, day }) => `${pad(day)}.${pad(month)}.${year}`],
  ['yyyy-mm-dd', ({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}`],
  ['in words', ({ year, month, day }) => `ngày ${day} tháng ${month} năm ${year}`],
  ['in words with zeros', ({ year, month, day }) => `ngày ${pad(day)} tháng ${pad(month)} năm ${year}`],
  ['with năm', ({ year, month, day }) => `ngày ${day}/${month} năm ${year}`],
  ['spaced', ({ year, month, day }) => `${day} / ${month} / ${year}`],
];

describe('a day, however it is written', () => {
  it.each(writings)('is read as %s behind any marker, whatever the plan’s year', (_name, write) => {
    fc.assert(
      fc.property(anyDay, including, strict, year, (day, by, before, planYear) => {
        const date = `${day.year}-${pad(day.month)}-${pad(day.day)}`;
        const context = { year: planYear, issuedOn: null };
        expect(parseDeadline(by + write(day), context).dueDates).toEqual([date]);
        expect(parseDeadline(before + write(day), context).dueDates).toEqual([dayBefore(date)]);
      }),
    );
  });

  it('is read in the plan’s year when it has none', () => {
    fc.assert(
      fc.property(anyDay, including, ({ year: planYear, month, day }, by) => {
        const context = { year: planYear, issuedOn: null };
        const date = `${planYear}-${pad(month)}-${pad(day)}`;
        expect(parseDeadline(`${by}${pad(day)}/${month}`, context).dueDates).toEqual([date]);
        expect(parseDeadline(`${by}ngày ${day} tháng ${month}`, context).dueDates).toEqual([date]);
      }),
    );
  });
});

const joins = fc.constantFrom(', ', ' và ', ';', '; ', ' & ', ',');
const quarterList = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const monthList = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });

describe('a list of periods', () => {
  it('of quarters gives the last day of each, with or without the word said again', () => {
    fc.assert(
      fc.property(
        quarterList,
        joins,
        including,
        year,
        fc.boolean(),
        fc.boolean(),
        (unordered, join, by, planYear, again, roman) => {
          const list = unordered.toSorted();
          const names = list.map((quarter) => (roman ? (ROMAN[quarter - 1] ?? '') : String(quarter)));
          const phrase = again ? names.map((name) => `quý ${name}`).join(join) : `quý ${names.join(join)}`;
          const expected = list.map((quarter) => lastOf(planYear, quarter * 3));
          expect(parseDeadline(by + phrase, { year: planYear, issuedOn: null }).dueDates).toEqual(expected);
          const other = { year: planYear - 1, issuedOn: null };
          expect(parseDeadline(`${by + phrase}/${planYear}`, other).dueDates.at(-1)).toBe(expected.at(-1));
        },
      ),
    );
  });

  it('of months gives the last day of each, with or without the word said again', () => {
    fc.assert(
      fc.property(monthList, joins, including, year, fc.boolean(), (unordered, join, by, planYear, again) => {
        const list = unordered.toSorted((a, b) => a - b);
        const phrase = again
          ? list.map((month) => `tháng ${month}`).join(join)
          : `tháng ${list.map(pad).join(join)}`;
        const expected = list.map((month) => lastOf(planYear, month));
        expect(parseDeadline(by + phrase, { year: planYear, issuedOn: null }).dueDates).toEqual(expected);
        expect(
          parseDeadline(`${by + phrase} năm ${planYear}`, { year: planYear, issuedOn: null }).dueDates,
        ).toEqual(expected);
      }),
    );
  });

  it('of which one is meant gives the later one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 11 }),
        year,
        (start, length, planYear) => {
          const end = Math.min(start + length, 12);
          const context = { year: planYear, issuedOn: null };
          for (const phrase of [
            `từ tháng ${start} đến tháng ${end}`,
            `tháng ${start} hoặc tháng ${end}`,
            `tháng ${start} - ${end}/${planYear}`,
          ])
            expect(parseDeadline(phrase, context).dueDates).toEqual([lastOf(planYear, end)]);
        },
      ),
    );
  });

  it('that is strict ends before each begins', () => {
    fc.assert(
      fc.property(monthList, year, (unordered, planYear) => {
        const list = unordered.toSorted((a, b) => a - b);
        const expected = list.map((month) => dayBefore(`${planYear}-${pad(month)}-01`));
        const phrase = `trước ${list.map((month) => `tháng ${month}`).join(' và ')}`;
        expect(parseDeadline(phrase, { year: planYear, issuedOn: null }).dueDates).toEqual(expected);
      }),
    );
  });
});
