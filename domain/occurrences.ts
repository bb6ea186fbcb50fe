import { addDays, type LocalDate } from './clock.ts';
import { parseDeadline } from './deadline.ts';
import { fold } from './fold.ts';
import { occurrenceId } from './ids.ts';
import type { Occurrence, Task } from './task.ts';
import type { WorkingCalendar } from './working-calendar.ts';

type Planned = Pick<Task, 'id' | 'deadline' | 'planYear'>;

/**
 * The occurrences that a task's deadline plans, by date: one for each due date; none for a continuous task, whose
 * check-ins are made when first reported; else a single one without a date. Ids follow from task and date, so that
 * planning again gives the same.
 */
export function plannedOccurrences(
  task: Planned,
  { issuedOn, calendar }: { readonly issuedOn: LocalDate; readonly calendar: WorkingCalendar },
): readonly Occurrence[] {
  const phrase = task.deadline ?? '';
  const { kind, dueDates } = parseDeadline(phrase, { year: task.planYear, issuedOn, calendar });
  if (kind === 'continuous') return [];
  if (dueDates.length === 0)
    return [occurrence(task, 'undated', { kind: 'undated', label: null, dueOn: null })];
  return dueDates.map((dueOn) =>
    occurrence(task, dueOn, {
      kind: 'due',
      label: dueDates.length === 1 ? null : labelOf(dueOn, phrase),
      dueOn,
    }),
  );
}

const QUARTERS = [
  { name: 'I', end: '03-31' },
  { name: 'II', end: '06-30' },
  { name: 'III', end: '09-30' },
  { name: 'IV', end: '12-31' },
] as const;

/** The check-in of a continuous task in the quarter of that day. */
export function checkInFor(task: Pick<Task, 'id'>, today: LocalDate): Occurrence {
  const year = today.slice(0, 4);
  const index = QUARTERS.findIndex(({ end }) => today.slice(5) <= end);
  const { name, end } = QUARTERS[index] ?? QUARTERS[3];
  return occurrence(task, `${year}-Q${index + 1}`, {
    kind: 'check_in',
    label: `Quý ${name}/${year}`,
    dueOn: `${year}-${end}`,
  });
}

function occurrence(
  task: Pick<Task, 'id'>,
  key: string,
  given: Pick<Occurrence, 'kind' | 'label' | 'dueOn'>,
): Occurrence {
  return { id: occurrenceId(`${task.id}/${key}`), taskId: task.id, ...given, state: 'todo', percent: null };
}

/** As people name one of several due dates: "Quý II", "Tháng 5", else the day that the phrase writes. */
function labelOf(dueOn: LocalDate, phrase: string): string {
  const days = daysNamedIn(phrase);
  const words = ` ${fold(phrase)} `;
  const quarter = QUARTERS.find(({ end }) => end === dueOn.slice(5));
  if (quarter !== undefined && !days.has(dayAndMonth(dueOn)) && words.includes(' quy '))
    return `Quý ${quarter.name}`;

  const month = Number(dueOn.slice(5, 7));
  const isMonthEnd = addDays(dueOn, 1).endsWith('-01');
  if (isMonthEnd && [` thang ${month} `, ` thang 0${month} `].some((named) => words.includes(named)))
    return `Tháng ${month}`;

  // "trước ngày 15/6" is due on the 14th; people still say "15/6".
  const next = addDays(dueOn, 1);
  const named = !days.has(dayAndMonth(dueOn)) && days.has(dayAndMonth(next)) ? next : dueOn;
  return `${dayAndMonth(named)}/${named.slice(0, 4)}`;
}

const dayAndMonth = (date: LocalDate): string => `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`;

function daysNamedIn(phrase: string): ReadonlySet<string> {
  const named = phrase.matchAll(/(\d{1,2})[/.-](\d{1,2})/gu);
  return new Set([...named].map(([, day, month]) => `${Number(day)}/${Number(month)}`));
}
