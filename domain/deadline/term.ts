/** A day of no particular year; day 0 is the month's last. */
export type MonthDay = { readonly month: number; readonly day: number };

/** A stretch of a year, both ends included, with the name that people give it. */
export type Slot = { readonly from: MonthDay; readonly to: MonthDay; readonly label: string };

/** From the finest to the coarsest; "half" is any run of months counted from either end of a year. */
export const GRAINS = ['day', 'month', 'quarter', 'half', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** How far a due day lies from the named one: "05 ngày làm việc kể từ …", "ngày làm việc cuối cùng của …". */
export type Shift = {
  readonly unit: 'day' | 'working-day' | 'month' | 'last-working-day' | 'first-working-day';
  /** Negative: before. */
  readonly count: number;
};

type InYear = {
  /** Null: the plan's own year, moved by `yearShift` ("năm sau" 1). */
  readonly year: number | null;
  readonly yearShift: number;
};

/** One or several stretches of one year. */
export type SlotTerm = InYear & {
  readonly kind: 'slots';
  readonly grain: Grain;
  /** "hằng tháng", "tháng cuối quý": the same again and again. */
  readonly repeats: boolean;
  readonly slots: readonly Slot[];
  readonly shift: Shift | null;
};

/** "thứ Sáu hằng tuần" (1 Monday … 7 Sunday); `nth`: only the first or the last of each month. */
export type WeekTerm = InYear & {
  readonly kind: 'week';
  readonly weekdays: readonly number[];
  readonly nth: 'every' | 'first' | 'last';
};

/** "ngày 25" that still needs its month; `inLastMonth`: of the last month of the period it belongs to. */
export type DayTerm = {
  readonly kind: 'day';
  readonly days: readonly number[];
  readonly inLastMonth: boolean;
};

/** A time without a day: "đầu năm" (blocks a reading), "hằng tuần", "02 lần/tháng" (do not). */
export type VagueTerm = { readonly kind: 'vague'; readonly blocks: boolean };

export type Term = SlotTerm | WeekTerm | DayTerm | VagueTerm;

export function grainOf(term: Term): Grain {
  return term.kind === 'slots' ? term.grain : 'day';
}

/** Positive when `a` is coarser than `b`. */
export function compareGrain(a: Grain, b: Grain): number {
  return GRAINS.indexOf(a) - GRAINS.indexOf(b);
}

export function slots(grain: Grain, list: readonly Slot[], repeats = false): SlotTerm {
  return { kind: 'slots', grain, repeats, slots: list, shift: null, year: null, yearShift: 0 };
}

/** Several days of one month. */
export function daysOf(month: number, days: readonly number[]): SlotTerm {
  return slots(
    'day',
    days.map((day) => daySlot(month, day)),
  );
}

export function daySlot(month: number, day: number, label = `${day}/${month}`): Slot {
  return { from: { month, day }, to: { month, day }, label };
}

export type Part = 'whole' | 'start' | 'middle' | 'end' | 'first-half' | 'first-day';

/** "đầu tháng" is day 10, "giữa tháng" day 20, "cuối tháng" the last. */
const PART_DAYS: Readonly<Record<Exclude<Part, 'whole'>, number>> = {
  start: 10,
  middle: 20,
  end: 0,
  'first-half': 15,
  'first-day': 1,
};

export function monthSlot(month: number, part: Part = 'whole'): Slot {
  const label = `Tháng ${month}`;
  if (part === 'whole') return { from: { month, day: 1 }, to: { month, day: 0 }, label };
  return daySlot(month, PART_DAYS[part], label);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** "đầu quý" ends with the quarter's first month, "giữa quý" with its second, "cuối quý" with its last day. */
export function quarterSlot(quarter: number, part: Part = 'whole'): Slot {
  const first = quarter * 3 - 2;
  const label = `Quý ${ROMAN[quarter - 1] ?? quarter}`;
  if (part === 'start') return run(first, first, label);
  if (part === 'middle' || part === 'first-half') return run(first + 1, first + 1, label);
  if (part === 'end') return daySlot(first + 2, 0, label);
  if (part === 'first-day') return daySlot(first, 1, label);
  return run(first, first + 2, label);
}

/** The n-th month (1–3) of a quarter, or days in it. */
export function quarterMonthSlots(quarter: number, nth: number, days: readonly number[]): readonly Slot[] {
  const month = quarter * 3 - 3 + nth;
  const { label } = quarterSlot(quarter);
  return days.length === 0 ? [run(month, month, label)] : days.map((day) => daySlot(month, day, label));
}

/** The first or the last n months of a year. */
export function monthsSlot(count: number, end: 'first' | 'last'): Slot {
  if (count === 12) return yearSlot();
  const label = `${count} tháng ${end === 'first' ? 'đầu' : 'cuối'} năm`;
  return end === 'first' ? run(1, count, label) : run(13 - count, 12, label);
}

export function yearSlot(part: 'whole' | 'end' = 'whole'): Slot {
  return part === 'end' ? daySlot(12, 0, 'Năm') : run(1, 12, 'Năm');
}

/** Every `count` months; `count` divides 12. */
export function everyMonths(count: number): SlotTerm {
  const starts = Array.from({ length: 12 / count }, (_, index) => index * count + 1);
  const grain = count === 1 ? 'month' : count === 3 ? 'quarter' : count === 12 ? 'year' : 'half';
  return slots(
    grain,
    starts.map((start) => namedRun(start, count)),
    true,
  );
}

function namedRun(start: number, count: number): Slot {
  if (count === 1) return monthSlot(start);
  if (count === 3) return quarterSlot((start + 2) / 3);
  if (count === 12) return yearSlot();
  if (count === 6) return monthsSlot(6, start === 1 ? 'first' : 'last');
  return run(start, start + count - 1, `Tháng ${start}–${start + count - 1}`);
}

function run(first: number, last: number, label: string): Slot {
  return { from: { month: first, day: 1 }, to: { month: last, day: 0 }, label };
}

export const QUARTERS = [1, 2, 3, 4] as const;
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export const vague = (blocks: boolean): VagueTerm => ({ kind: 'vague', blocks });

/** Orders days within a year. */
export function firstOf({ slots }: SlotTerm): number {
  const from = slots[0]?.to;
  return from === undefined ? 0 : from.month * 100 + (from.day === 0 ? 31 : from.day);
}
