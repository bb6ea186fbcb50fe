import { IMPOSSIBLE, type Reader, type Reading, reading, type Shape, whenReading } from './item.ts';
import { type Count, monthAt, quarterAt, standsAlone } from './numbers.ts';
import { skip, yearAt } from './scan.ts';
import { daysOf, monthSlot, quarterMonthSlots, quarterSlot, type SlotTerm, slots, yearSlot } from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, yearBehind } from './years.ts';

/** A number whose unit was said before: the "II" of "Quý I, II", the "11" of "tháng 5 và 11/2023". */
export const readElided: Reader = (tokens, at, { shape }) => {
  if (shape === null) return null;
  if (shape.unit === 'year') return elidedYear(tokens, at);
  const start = hasDays(shape) ? skip(tokens, at, [shape.unit === 'month' ? 'thang' : 'quy']) : at;
  const number = shape.unit === 'month' ? elidedMonth(tokens, start) : elidedQuarter(tokens, start);
  if (number === null || !standsAlone(tokens, number.next)) return null;
  return number.value === 0 ? reading(IMPOSSIBLE, number.next) : inShape(tokens, number, shape);
};

/** "ngày 20 tháng 6 và tháng 12": the day counts for every month of the list. */
function hasDays(shape: Shape): boolean {
  return (shape.unit === 'month' || shape.unit === 'quarter-month') && shape.days.length > 0;
}

/** Words would begin something else ("và hai báo cáo"): only digits go on. */
function elidedMonth(tokens: Tokens, at: number): Count | null {
  return tokens[at]?.kind === 'number' ? monthAt(tokens, at) : null;
}

function elidedQuarter(tokens: Tokens, at: number): Count | null {
  const number = tokens[at]?.kind === 'number' || /^[ivl]+$/u.test(tokens[at]?.exact ?? '');
  return number ? quarterAt(tokens, at) : null;
}

function elidedYear(tokens: Tokens, at: number): Reading | null {
  const year = yearAt(tokens, at);
  if (year === null || !standsAlone(tokens, at + 1)) return null;
  return whenReading({ ...slots('year', [yearSlot()]), year }, at + 1, { unit: 'year' });
}

function inShape(tokens: Tokens, number: Count, shape: Exclude<Shape, { unit: 'year' }>): Reading {
  const year = yearBehind(tokens, number.next);
  return whenReading(inYear(termOf(number.value, shape), year), year?.next ?? number.next, shape);
}

function termOf(value: number, shape: Exclude<Shape, { unit: 'year' }>): SlotTerm {
  if (shape.unit === 'quarter') return slots('quarter', [quarterSlot(value, shape.part)]);
  if (shape.unit === 'quarter-month')
    return slots(shape.days.length === 0 ? 'month' : 'day', quarterMonthSlots(value, shape.nth, shape.days));
  return shape.days.length === 0 ? slots('month', [monthSlot(value, shape.part)]) : daysOf(value, shape.days);
}
