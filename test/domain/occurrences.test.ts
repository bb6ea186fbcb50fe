import { describe, expect, it } from 'vitest';
import { taskId } from '../../domain/ids.ts';
import { checkInFor, plannedOccurrences } from '../../domain/occurrences.ts';
import { weekendsOnly } from '../../domain/working-calendar.ts';

const task = (deadline: string | null, planYear = 2023) => ({ id: taskId('plan/nv-1'), deadline, planYear });
const plan = (deadline: string | null, planYear?: number) =>
  plannedOccurrences(task(deadline, planYear), { issuedOn: '2023-02-16', calendar: weekendsOnly });

describe('the occurrences that a deadline plans', () => {
  it.each<[string, string, readonly (readonly [string | null, string | null])[]]>([
    ['a single date needs no name', 'Quý I/2023', [[null, '2023-03-31']]],
    [
      'quarters are named as quarters',
      'Quý II và IV',
      [
        ['Quý II', '2023-06-30'],
        ['Quý IV', '2023-12-31'],
      ],
    ],
    [
      'months are named as months',
      'Tháng 5 và tháng 11/2023',
      [
        ['Tháng 5', '2023-05-31'],
        ['Tháng 11', '2023-11-30'],
      ],
    ],
    [
      'a day is named as the phrase names it, and due the day before when it is "trước"',
      'định kỳ 6 tháng (trước ngày 15/6/2023) và năm (trước ngày 15/11/2023)',
      [
        ['15/6/2023', '2023-06-14'],
        ['15/11/2023', '2023-11-14'],
      ],
    ],
    [
      'included days are named as they are due',
      '30/6/2023 và 15/9/2023',
      [
        ['30/6/2023', '2023-06-30'],
        ['15/9/2023', '2023-09-15'],
      ],
    ],
    ['one of two alternatives is one date', 'Cuối Quý II hoặc đầu Quý III', [[null, '2023-07-31']]],
    ['continuous work has none planned', 'Thường xuyên', []],
    ['a condition has one without a date', 'Khi có yêu cầu', [[null, null]]],
    ['what cannot be read has one without a date', 'sớm nhất có thể nhé', [[null, null]]],
  ])('%s', (_fact, deadline, expected) => {
    expect(plan(deadline).map(({ label, dueOn }) => [label, dueOn])).toEqual(expected);
  });

  it('for a blank cell are one without a date', () => {
    expect(plan(null)).toEqual([
      {
        id: 'plan/nv-1/undated',
        taskId: 'plan/nv-1',
        kind: 'undated',
        label: null,
        dueOn: null,
        state: 'todo',
        percent: null,
      },
    ]);
  });

  it('have ids that follow from task and date, so that planning again gives the same', () => {
    expect(plan('Quý II và IV').map(({ id }) => id)).toEqual([
      'plan/nv-1/2023-06-30',
      'plan/nv-1/2023-12-31',
    ]);
    expect(plan('Quý II và IV')).toEqual(plan('Quý II và IV'));
  });

  it('take a missing year from the plan', () => {
    expect(plan('Quý IV', 2017).map(({ dueOn }) => dueOn)).toEqual(['2017-12-31']);
  });
});

describe('the check-in of a continuous task', () => {
  it.each([
    ['2023-01-01', 'Quý I/2023', '2023-03-31'],
    ['2023-03-31', 'Quý I/2023', '2023-03-31'],
    ['2023-04-01', 'Quý II/2023', '2023-06-30'],
    ['2023-09-30', 'Quý III/2023', '2023-09-30'],
    ['2023-10-24', 'Quý IV/2023', '2023-12-31'],
    ['2024-12-31', 'Quý IV/2024', '2024-12-31'],
  ])('on %s is that of %s, due %s', (today, label, dueOn) => {
    expect(checkInFor(task('Thường xuyên'), today)).toMatchObject({
      kind: 'check_in',
      label,
      dueOn,
      state: 'todo',
    });
  });

  it('is the same on every day of a quarter and another in the next', () => {
    const ids = ['2023-10-01', '2023-12-31', '2024-01-01'].map((day) => checkInFor(task(null), day).id);
    expect(ids).toEqual(['plan/nv-1/2023-Q4', 'plan/nv-1/2023-Q4', 'plan/nv-1/2024-Q1']);
  });
});
