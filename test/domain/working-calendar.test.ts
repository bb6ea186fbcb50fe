import { describe, expect, it } from 'vitest';
import { officialDaysOff } from '../../db/calendar-days.ts';
import {
  addWorkingDays,
  createWorkingCalendar,
  nextWorkingDay,
  previousWorkingDay,
  weekendsOnly,
} from '../../domain/working-calendar.ts';

const official = createWorkingCalendar(officialDaysOff);

const days: readonly (readonly [fact: string, date: string, working: boolean])[] = [
  ['a Tuesday is worked', '2023-10-24', true],
  ['a Saturday is off', '2023-10-28', false],
  ['a Sunday is off', '2023-10-29', false],
  ['the first of January is off', '2024-01-01', false],
  ['the Monday after a New Year on Sunday is off in lieu', '2023-01-02', false],
  ['the last day of Tết 2023 is off', '2023-01-26', false],
  ['the day after Tết 2023 is worked', '2023-01-27', true],
  ['two days in lieu follow the holidays of spring 2023', '2023-05-03', false],
  ['the fourth of May 2023 is worked', '2023-05-04', true],
  ['the day in lieu of the second of September 2023 is off', '2023-09-04', false],
  ['Tết 2024 begins on a Thursday', '2024-02-08', false],
  ['the swapped Monday of 2024 is off', '2024-04-29', false],
  ['the make-up Saturday of 2024 is worked', '2024-05-04', true],
  ['the third of September 2024 is off', '2024-09-03', false],
  ['Giỗ Tổ of 2025 is off', '2025-04-07', false],
  ['the make-up Saturday of 2025 is worked', '2025-04-26', true],
  ['the swapped Friday of 2025 is off', '2025-05-02', false],
  ['the swapped Friday after New Year 2026 is off', '2026-01-02', false],
  ['its make-up Saturday is worked', '2026-01-10', true],
  ['the eve of Tết 2026 is off', '2026-02-16', false],
  ['the Monday after Tết 2026 is worked', '2026-02-23', true],
  ['the day in lieu of Giỗ Tổ 2026 is off', '2026-04-27', false],
  ['the make-up Saturday of August 2026 is worked', '2026-08-22', true],
  ['the swapped Monday of August 2026 is off', '2026-08-31', false],
];

describe('the official calendar', () => {
  it.each(days)('%s', (_fact, date, working) => {
    expect(official.isWorkingDay(date)).toBe(working);
  });

  it('lists each day once', () => {
    const dates = officialDaysOff.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)]);
  });

  it.each([2023, 2024, 2025, 2026])(
    'gives the eleven public holidays of %i on weekdays, or days in lieu',
    (year) => {
      const rests = officialDaysOff.filter(
        ({ date, kind }) => kind === 'off' && date.startsWith(String(year)),
      );
      const weekdays = rests.filter(({ date }) => weekendsOnly.isWorkingDay(date));
      const makeUps = officialDaysOff.filter(
        ({ date, kind }) => kind === 'work' && date.startsWith(String(year)),
      );
      expect(weekdays.length - makeUps.length).toBe(11);
    },
  );

  it('puts every make-up day on a weekend', () => {
    const makeUps = officialDaysOff.filter(({ kind }) => kind === 'work');
    expect(makeUps.every(({ date }) => !weekendsOnly.isWorkingDay(date))).toBe(true);
  });
});

describe('knowsYear', () => {
  it('is true of a year with a day off', () => {
    expect([2023, 2024, 2025, 2026].every((year) => official.knowsYear(year))).toBe(true);
  });

  it.each([2022, 2027])('is false of %i, of which nothing is known', (year) => {
    expect(official.knowsYear(year)).toBe(false);
  });

  it('is false of a year of which only a make-up day is known', () => {
    const calendar = createWorkingCalendar([{ date: '2027-01-09', kind: 'work', name: 'Làm bù' }]);
    expect(calendar.knowsYear(2027)).toBe(false);
  });
});

describe('createWorkingCalendar', () => {
  it('lets the later of two entries for a day hold', () => {
    const calendar = createWorkingCalendar([
      { date: '2027-03-01', kind: 'off', name: 'Nghỉ' },
      { date: '2027-03-01', kind: 'work', name: 'Không nghỉ nữa' },
    ]);
    expect(calendar.isWorkingDay('2027-03-01')).toBe(true);
  });
});

const counted: readonly (readonly [fact: string, date: string, count: number, result: string])[] = [
  ['the next day is the first one', '2023-10-23', 1, '2023-10-24'],
  ['zero stays where it is', '2023-10-28', 0, '2023-10-28'],
  ['weekends are passed over', '2023-10-27', 1, '2023-10-30'],
  ['five days take a week', '2023-10-23', 5, '2023-10-30'],
  ['Tết is passed over', '2024-02-07', 1, '2024-02-15'],
  ['a make-up Saturday counts', '2024-05-03', 1, '2024-05-04'],
  ['a negative count goes back', '2023-10-30', -1, '2023-10-27'],
];

describe('addWorkingDays', () => {
  it.each(counted)('%s', (_fact, date, count, result) => {
    expect(addWorkingDays(official, date, count)).toBe(result);
  });
});

describe('the working day on or after, on or before', () => {
  it('is the day itself when it is worked', () => {
    expect([nextWorkingDay(official, '2023-10-24'), previousWorkingDay(official, '2023-10-24')]).toEqual([
      '2023-10-24',
      '2023-10-24',
    ]);
  });

  it('lies outside a holiday', () => {
    expect([nextWorkingDay(official, '2023-01-23'), previousWorkingDay(official, '2023-01-23')]).toEqual([
      '2023-01-27',
      '2023-01-19',
    ]);
  });

  it('is looked for in vain, and not forever, where nobody ever works', () => {
    const never = { isWorkingDay: () => false, knowsYear: () => true };
    expect(nextWorkingDay(never, '2023-01-01')).toBe('2023-03-02');
  });
});
