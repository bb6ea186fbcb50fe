import { describe, expect, it } from 'vitest';
import { type DeadlineContext, parseDeadline } from '../../domain/deadline.ts';
import { createWorkingCalendar } from '../../domain/working-calendar.ts';
import { type DeadlinePhrase, PLAN } from './fixtures/deadline-phrase.ts';
import * as tables from './fixtures/deadline-phrases.ts';
import { heldBack } from './fixtures/deadline-phrases-held-back.ts';

const groups: readonly (readonly [name: string, phrases: readonly DeadlinePhrase[]])[] = [
  ...Object.entries(tables),
  ['heldBack', heldBack],
];

describe.each(groups)('parseDeadline on %s', (_name, phrases) => {
  it.each(phrases.map(([text, meaning, context]) => [text, meaning, context ?? {}] as const))(
    'reads "%s"',
    (text, meaning, context) => {
      const { kind, dueDates } = parseDeadline(text, { ...PLAN, ...context });
      const expected =
        typeof meaning === 'string' ? { kind: meaning, dueDates: [] } : { kind: 'dates', dueDates: meaning };
      expect({ kind, dueDates }).toEqual(expected);
    },
  );
});

const labels: readonly (readonly [fact: string, text: string, labels: readonly string[]])[] = [
  ['quarters are called by their names', 'Quý II và IV', ['Quý II', 'Quý IV']],
  ['months are called by their numbers', 'Tháng 5 và tháng 11/2024', ['Tháng 5', 'Tháng 11']],
  ['a day is called by its date', 'trước ngày 15/6 và 15/11', ['15/6/2024', '15/11/2024']],
  [
    'a report is called by its period',
    'Báo cáo 6 tháng trước 15/6, báo cáo năm trước 15/12',
    ['6 tháng đầu năm', 'Năm 2024'],
  ],
  [
    'a day in a quarter is called by the quarter',
    'trước ngày 10 của tháng cuối quý',
    ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
  ],
  ['a period of another year says which', 'Quý I/2025', ['Quý I/2025']],
  ['a counted day is called by its date', '10 ngày kể từ ngày ký', ['04/03/2024']],
];

describe('occurrences', () => {
  it.each(labels)('%s', (_fact, text, expected) => {
    expect(parseDeadline(text, PLAN).occurrences.map(({ label }) => label)).toEqual(expected);
  });

  it('follow the due dates one by one', () => {
    const { dueDates, occurrences } = parseDeadline('Hằng tháng, quý, năm', PLAN);
    expect(occurrences.map(({ dueOn }) => dueOn)).toEqual(dueDates);
  });
});

const tet: DeadlineContext = {
  year: 2024,
  issuedOn: '2024-02-07',
  calendar: createWorkingCalendar(
    ['2024-02-08', '2024-02-09', '2024-02-12', '2024-02-13', '2024-02-14'].map((date) => ({
      date,
      kind: 'off',
      name: 'Tết',
    })),
  ),
};

describe('the setting of a deadline', () => {
  it('counts working days around the holidays of its calendar', () => {
    expect(parseDeadline('03 ngày làm việc kể từ ngày ký', tet).dueDates).toEqual(['2024-02-19']);
  });

  it('counts calendar days through holidays', () => {
    expect(parseDeadline('3 ngày kể từ ngày ký', tet).dueDates).toEqual(['2024-02-10']);
  });

  it('takes only weekends as days off without a calendar', () => {
    const { calendar: _, ...context } = tet;
    expect(parseDeadline('03 ngày làm việc kể từ ngày ký', context).dueDates).toEqual(['2024-02-12']);
  });

  it.each([null, undefined, '', '2024-13-01', 'hôm nay'])(
    'does not count from an issue date of %j',
    (issuedOn) => {
      const context = issuedOn === undefined ? { year: 2024 } : { year: 2024, issuedOn };
      expect(parseDeadline('10 ngày kể từ ngày ký', context).kind).toBe('unknown');
    },
  );

  it('gives the plan’s year to a date without one', () => {
    expect(parseDeadline('trước ngày 15/6', { year: 2021, issuedOn: null }).dueDates).toEqual(['2021-06-14']);
  });

  it('keeps the dates of a recurrence that lie before the plan was issued', () => {
    expect(parseDeadline('Hằng quý', { year: 2024, issuedOn: '2024-11-01' }).dueDates).toHaveLength(4);
  });

  it.each([Number.NaN, 0, 20.5, 99999])('asks when the plan’s year is %d', (year) => {
    expect(parseDeadline('Quý II', { year, issuedOn: null }).kind).toBe('unknown');
  });
});
