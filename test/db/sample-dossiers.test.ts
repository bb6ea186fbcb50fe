import { describe, expect, it } from 'vitest';
import { sampleDossiers } from '../../db/documents/sample-dossiers.ts';
import { type DossierBucket, dossierBucket, summariseDossiers } from '../../domain/dossier.ts';
import { weekendsOnly } from '../../domain/working-calendar.ts';

const NOTICE_DAY = '2023-10-24';
const dossiers = sampleDossiers();

describe('the sample dossiers of Bắc Sơn', () => {
  it.each([
    ['2023-10-23', 83],
    ['2023-10-24', 86],
    ['2023-10-25', 90],
    ['2023-10-26', 92],
    ['2023-10-27', 95],
  ])('on %s hold %d overdue ones', (today, overdue) => {
    expect(summariseDossiers(dossiers, today).buckets.overdue).toBe(overdue);
  });

  it('are overdue mostly in land and business registration', () => {
    const [land, business, ...others] = summariseDossiers(dossiers, NOTICE_DAY).fields;
    expect(land).toMatchObject({ field: 'Đất đai', overdue: 49 });
    expect(business).toMatchObject({ field: 'Đăng ký kinh doanh', overdue: 26 });
    expect(others.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(11);
  });

  it('show every state that a dossier can be in', () => {
    const seen = new Set<DossierBucket>(dossiers.map((held) => dossierBucket(held, NOTICE_DAY)));
    expect([...seen].toSorted()).toEqual([
      'dueToday',
      'early',
      'inTime',
      'late',
      'noDueDate',
      'onTime',
      'overdue',
      'paused',
      'withdrawn',
    ]);
  });

  it('have paused ones past their due date', () => {
    const past = dossiers.filter(
      ({ status, dueOn }) => status === 'paused' && dueOn !== null && dueOn < NOTICE_DAY,
    );
    expect(past).toHaveLength(6);
  });

  it('have codes of their own, of the form that the one-stop system writes', () => {
    expect(new Set(dossiers.map(({ code }) => code)).size).toBe(dossiers.length);
    expect(dossiers.filter(({ code }) => !/^000\.00\.01\.H37-23\d{4}-\d{4}$/u.test(code))).toEqual([]);
  });

  it('run forward in time, on working days, and none is from the future', () => {
    const wrong = dossiers.filter(({ receivedOn, dueOn, finishedOn }) => {
      const days = [receivedOn, dueOn, finishedOn].filter((day) => day !== null);
      const isBackward = (dueOn ?? '9') < receivedOn || (finishedOn ?? '9') < receivedOn;
      return isBackward || receivedOn >= NOTICE_DAY || days.some((day) => !weekendsOnly.isWorkingDay(day));
    });
    expect(wrong).toEqual([]);
  });

  it('are marked as sample data, and the same on every run', () => {
    expect(dossiers.every(({ isSample }) => isSample)).toBe(true);
    expect(sampleDossiers()).toEqual(dossiers);
  });
});
