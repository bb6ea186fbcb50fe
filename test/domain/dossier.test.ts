import { describe, expect, it } from 'vitest';
import {
  type Dossier,
  type DossierBucket,
  dossierBucket,
  overdueDays,
  summariseDossiers,
} from '../../domain/dossier.ts';
import { dossier } from '../support/builders.ts';

const TODAY = '2023-10-24';

const CASES: readonly (readonly [string, Partial<Dossier>, DossierBucket, number])[] = [
  ['running and due yesterday is overdue by a day', { dueOn: '2023-10-23' }, 'overdue', 1],
  ['running and due today is in time', { dueOn: '2023-10-24' }, 'dueToday', 0],
  ['running and due tomorrow is in time', { dueOn: '2023-10-25' }, 'inTime', 0],
  ['running without a due date is its own case', { dueOn: null }, 'noDueDate', 0],
  ['paused is never overdue', { status: 'paused', dueOn: '2023-01-05' }, 'paused', 0],
  ['paused without a due date is paused', { status: 'paused', dueOn: null }, 'paused', 0],
  ['withdrawn is out, whatever its dates', { status: 'withdrawn', dueOn: '2023-01-05' }, 'withdrawn', 0],
  ['finished before the due date is early', { ...done('2023-10-19') }, 'early', 0],
  ['finished on the due date is on time', { ...done('2023-10-20') }, 'onTime', 0],
  ['finished after the due date is late', { ...done('2023-10-23') }, 'late', 3],
  ['finished on no stated day cannot be judged', { ...done(null) }, 'noDueDate', 0],
  ['finished without a due date cannot be judged', { ...done('2023-10-20'), dueOn: null }, 'noDueDate', 0],
  ['overdue counts calendar days over a new year', { dueOn: '2022-12-31' }, 'overdue', 297],
];

function done(finishedOn: string | null): Partial<Dossier> {
  return { status: 'finished', dueOn: '2023-10-20', finishedOn };
}

describe('a dossier on a day', () => {
  it.each(CASES)('%s', (_fact, given, bucket, days) => {
    const held = dossier(given);
    expect([dossierBucket(held, TODAY), overdueDays(held, TODAY)]).toEqual([bucket, days]);
  });
});

describe('a summary of dossiers', () => {
  const dossiers = [
    ...['A-1', 'A-2'].map((code) => dossier({ code, field: 'Hộ tịch', dueOn: '2023-10-30' })),
    dossier({ code: 'B-1', field: 'Đất đai', dueOn: '2023-10-01' }),
    dossier({ code: 'C-1', field: 'Chứng thực', ...done('2023-10-20') }),
  ];

  it('counts every dossier once, in one bucket', () => {
    const { total, buckets } = summariseDossiers(dossiers, TODAY);
    expect(total).toBe(4);
    expect(buckets).toMatchObject({ inTime: 2, overdue: 1, onTime: 1 });
    expect(Object.values(buckets).reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('puts the field with most overdue first, then the larger one', () => {
    const { fields } = summariseDossiers(dossiers, TODAY);
    expect(fields.map(({ field, overdue, total }) => [field, overdue, total])).toEqual([
      ['Đất đai', 1, 1],
      ['Hộ tịch', 0, 2],
      ['Chứng thực', 0, 1],
    ]);
  });

  it('of nothing is all zero', () => {
    expect(summariseDossiers([], TODAY)).toMatchObject({ total: 0, fields: [], buckets: { overdue: 0 } });
  });
});
