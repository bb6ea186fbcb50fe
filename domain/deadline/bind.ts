import { type DayTerm, daySlot, type SlotTerm, slots, type Term } from './term.ts';

/** Puts days into the months that a period names ("hằng tháng, trước ngày 25"); null where it names none. */
export function bindDays(period: Term, { days, inLastMonth }: DayTerm): SlotTerm | null {
  if (period.kind !== 'slots' || period.grain === 'day' || period.shift !== null) return null;
  if (!inLastMonth && period.grain !== 'month') return null;
  const list = period.slots.flatMap((slot) => days.map((day) => daySlot(slot.to.month, day, slot.label)));
  return { ...slots('day', list, period.repeats), year: period.year, yearShift: period.yearShift };
}
