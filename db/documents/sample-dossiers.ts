import { addDays, type LocalDate } from '../../domain/clock.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { addWorkingDays, createWorkingCalendar, previousWorkingDay } from '../../domain/working-calendar.ts';
import { officialDaysOff } from '../calendar-days.ts';
import { createDraw, type Draw } from './sample-draw.ts';
import { businessField, landField, otherFields, type ProcedureField } from './sample-procedures.ts';
import { bacSon } from './units.ts';

/** The day of the notice; its 86 overdue dossiers are what the sample reproduces. */
const NOTICE_DAY: LocalDate = '2023-10-24';
/** Lạng Sơn's code in dossier numbers. */
const AGENCY = '000.00.01.H37';
const SEED = 20_231_024;
const CALENDAR = createWorkingCalendar(officialDaysOff);

type Batch = {
  readonly count: number;
  readonly field: ProcedureField | 'other';
  readonly status: Dossier['status'];
  /** Calendar days from the notice's day to the due date, moved to a working day before it; null: without a due date. */
  readonly due: readonly [number, number] | null;
  /** Calendar days from the due date to the day it was finished. */
  readonly finished?: readonly [number, number];
};

const late = (field: Batch['field'], count: number, due: readonly [number, number]): Batch => ({
  count,
  field,
  due,
  status: 'in_progress',
});
const done = (field: Batch['field'], count: number, finished: readonly [number, number]): Batch => ({
  count,
  field,
  finished,
  due: [-75, -12],
  status: 'finished',
});

const BATCHES: readonly Batch[] = [
  // 86 overdue on the notice's day: 49 land, 26 business registration, 11 other. Three of them fell due the day before.
  late(landField, 2, [-1, -1]),
  late(landField, 30, [-30, -4]),
  late(landField, 17, [-110, -31]),
  late(businessField, 1, [-1, -1]),
  late(businessField, 19, [-25, -4]),
  late(businessField, 6, [-60, -26]),
  late('other', 11, [-35, -4]),
  // Due on the day itself and on the three after it.
  late(landField, 3, [0, 0]),
  late(businessField, 1, [0, 0]),
  late(landField, 2, [1, 1]),
  late(businessField, 3, [2, 2]),
  late('other', 2, [3, 3]),
  late(landField, 14, [6, 22]),
  late('other', 8, [3, 6]),
  // Paused: past the due date all the same, never overdue.
  { count: 6, field: landField, status: 'paused', due: [-40, -4] },
  { count: 2, field: 'other', status: 'paused', due: [3, 6] },
  { count: 5, field: landField, status: 'withdrawn', due: [-40, 10] },
  { count: 4, field: landField, status: 'in_progress', due: null },
  { count: 1, field: 'other', status: 'in_progress', due: null },
  done(landField, 30, [-8, -1]),
  done(businessField, 40, [-1, -1]),
  done('other', 25, [-4, -1]),
  done(businessField, 18, [0, 0]),
  done('other', 9, [0, 0]),
  done(landField, 16, [1, 11]),
  done(businessField, 7, [1, 5]),
];

/** Individual dossiers of Bắc Sơn, all invented and marked so; the same on every run. */
export function sampleDossiers(): readonly Dossier[] {
  const draw = createDraw(SEED);
  const ofDay = new Map<LocalDate, number>();
  return BATCHES.flatMap((batch) =>
    Array.from({ length: batch.count }, () => sampleDossier(batch, draw, ofDay)),
  );
}

function sampleDossier(
  { field, status, due, finished }: Batch,
  draw: Draw,
  ofDay: Map<LocalDate, number>,
): Dossier {
  const { procedures, workingDays, ...handled } = field === 'other' ? draw.oneOf(otherFields) : field;
  const planned = workday(addDays(NOTICE_DAY, draw.between(...(due ?? ([-20, -2] as const)))));
  const receivedOn = addWorkingDays(CALENDAR, planned, -workingDays);
  const number = (ofDay.get(receivedOn) ?? draw.between(1, 9)) + draw.between(1, 3);
  ofDay.set(receivedOn, number);
  return {
    ...handled,
    unitId: bacSon.id,
    code: `${AGENCY}-${receivedOn.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`,
    procedure: draw.oneOf(procedures),
    status,
    receivedOn,
    dueOn: due === null ? null : planned,
    finishedOn: finished === undefined ? null : finishDay(planned, draw.between(...finished)),
    isSample: true,
  };
}

const workday = (date: LocalDate): LocalDate => previousWorkingDay(CALENDAR, date);

/** Early and late are counted from the due date; a weekend moves further away from it, so that neither becomes on time. */
function finishDay(dueOn: LocalDate, days: number): LocalDate {
  if (days === 0) return dueOn;
  const date = addDays(dueOn, days);
  return days < 0 ? workday(date) : addWorkingDays(CALENDAR, addDays(date, -1), 1);
}
