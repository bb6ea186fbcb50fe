import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialDaysOff } from '../../db/calendar-days.ts';
import { addDays } from '../../domain/clock.ts';
import { silenceOf, stageOn, stageReach, warns } from '../../domain/stages.ts';
import { createWorkingCalendar } from '../../domain/working-calendar.ts';

const calendar = createWorkingCalendar(officialDaysOff);

const stages: readonly (readonly [fact: string, dueOn: string, today: string, label: string | null])[] = [
  ['the initiatives of 27/10/2023 are told three days before', '2023-10-27', '2023-10-24', 'T-3'],
  ['a week before is told', '2023-10-27', '2023-10-20', 'T-7'],
  ['the day before is told', '2023-10-27', '2023-10-26', 'T-1'],
  ['the day itself is told', '2023-10-27', '2023-10-27', 'T'],
  ['two days before is silent', '2023-10-27', '2023-10-25', null],
  ['a Saturday is silent even where a stage falls on it', '2023-10-27', '2023-10-28', null],
  [
    'one day late on a Saturday moves to Monday, where three days late is farther',
    '2023-10-27',
    '2023-10-30',
    '+1',
  ],
  ['seven days late is told', '2023-10-27', '2023-11-03', '+7'],
  ['two weeks late is told', '2023-10-27', '2023-11-10', '+14'],
  ['three weeks late is told', '2023-10-27', '2023-11-17', '+21'],
  ['four weeks late is told', '2023-10-27', '2023-11-24', '+28'],
  ['five weeks late is silent', '2023-10-27', '2023-12-01', null],
  [
    'a due Sunday is told on Friday, which is nearer than the Saturday before it',
    '2023-10-29',
    '2023-10-27',
    'T',
  ],
  ['a due Saturday is told on Friday', '2023-10-28', '2023-10-27', 'T'],
  ['on a due Saturday itself nothing is told', '2023-10-28', '2023-10-28', null],
  ['three days before on a Sunday moves to Friday', '2023-11-01', '2023-10-27', 'T-3'],
  ['one day late on a Sunday moves to Monday', '2023-10-28', '2023-10-30', '+1'],
  ['a due date in Tết is told on the last day before it', '2024-02-12', '2024-02-07', 'T'],
  ['lateness in Tết is told on the first day after it', '2024-02-07', '2024-02-15', '+1'],
  ['three days before in Tết moves before it', '2024-02-15', '2024-02-07', 'T-1'],
  ['a make-up Saturday is a day like others', '2024-05-04', '2024-05-04', 'T'],
  ['the day before a make-up Saturday is told', '2024-05-04', '2024-05-03', 'T-1'],
  ['a swapped Monday moves a stage to Friday', '2024-04-30', '2024-04-26', 'T'],
  ['a month’s end is counted across', '2024-02-29', '2024-03-01', '+1'],
  ['a week before the first of March lies in February', '2024-03-01', '2024-02-23', 'T-7'],
  ['a year’s end is counted across', '2023-12-29', '2024-01-05', '+7'],
  ['a strict deadline is warned of as the day before', '2024-06-14', '2024-06-07', 'T-7'],
];

describe('stageOn', () => {
  it.each(stages)('%s', (_fact, dueOn, today, label) => {
    expect(stageOn({ dueOn, today, calendar })?.label ?? null).toBe(label);
  });

  it('counts in calendar days', () => {
    expect(stageOn({ dueOn: '2023-10-27', today: '2023-10-24', calendar })).toEqual({
      days: -3,
      label: 'T-3',
    });
  });

  it('catches nothing up: of a missed stage the next days are silent', () => {
    const after = ['2023-10-25', '2023-10-31', '2023-11-06'];
    expect(after.map((today) => stageOn({ dueOn: '2023-10-27', today, calendar }))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('tells on working days only, each stage at most once, and only within its reach', () => {
    const dueDate = fc.integer({ min: 0, max: 1400 }).map((days) => addDays('2023-01-01', days));
    fc.assert(
      fc.property(dueDate, (dueOn) => {
        const around = Array.from({ length: 80 }, (_, index) => addDays(dueOn, index - 30));
        const told = around.filter((today) => stageOn({ dueOn, today, calendar }) !== null);
        const labels = told.map((today) => stageOn({ dueOn, today, calendar })?.label);
        expect(labels).toEqual([...new Set(labels)]);
        expect(labels).toContain('T');
        for (const today of told) {
          expect(calendar.isWorkingDay(today)).toBe(true);
          const { from, to } = stageReach(today);
          expect(dueOn >= from && dueOn <= to).toBe(true);
        }
      }),
    );
  });
});

describe('warns', () => {
  const occasion = { planYear: 2023, issuedOn: '2023-02-16', dueOn: '2023-06-30', today: '2023-06-27' };

  it('is true in the plan’s year of what is due after its issue', () => {
    expect([warns(occasion), silenceOf(occasion)]).toEqual([true, null]);
  });

  it('is true of what is due on the day of issue', () => {
    expect(warns({ ...occasion, dueOn: '2023-02-16' })).toBe(true);
  });

  it('is true where the day of issue is not known', () => {
    expect(warns({ ...occasion, issuedOn: null, dueOn: '2022-12-31' })).toBe(true);
  });

  it('is true before the plan’s year begins', () => {
    expect(warns({ ...occasion, planYear: 2024 })).toBe(true);
  });

  it('is false of what was due before its plan was issued, and says so', () => {
    const early = { ...occasion, dueOn: '2023-01-31', today: '2023-02-01' };
    expect([warns(early), silenceOf(early)]).toEqual([false, 'due_before_issue']);
  });

  it('is false once the plan’s year has ended, and says so', () => {
    const late = { ...occasion, dueOn: '2023-12-31', today: '2024-01-02' };
    expect([warns(late), silenceOf(late)]).toEqual([false, 'plan_year_ended']);
  });
});
