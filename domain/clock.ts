import { Temporal } from 'temporal-polyfill';

/** The business clock: epoch milliseconds. Leases, pacing and time-outs use real time instead. */
export type Clock = () => number;

/** A day as people write it down: `YYYY-MM-DD`, in Asia/Ho_Chi_Minh. Compares as text. */
export type LocalDate = string;

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** The calendar day of an instant, whatever the machine's own zone. */
export function localDateOf(instantMs: number): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainDate()
    .toString();
}

/** The instant of a local wall time, e.g. ("2023-10-24", "07:30"). */
export function instantOf(date: LocalDate, time: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(TIME_ZONE).epochMilliseconds;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** "2023-10-24" as officers write it: 24/10/2023. */
export function displayDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** The week that a day lies in, Monday to Sunday. */
export function weekOf(date: LocalDate): { readonly monday: LocalDate; readonly sunday: LocalDate } {
  const monday = addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);
  return { monday, sunday: addDays(monday, 6) };
}

/** "07:30" of an instant, local. */
export function localTimeOf(instantMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(TIME_ZONE)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** "24/10/2023 07:30" */
export const displayInstant = (instantMs: number): string =>
  `${displayDate(localDateOf(instantMs))} ${localTimeOf(instantMs)}`;
