import { daysBetween, type LocalDate, weekOf } from '../domain/clock.ts';
import type { Line } from '../domain/message.ts';
import { checkInFor } from '../domain/occurrences.ts';
import { inTurn } from '../domain/order.ts';
import { taskCode } from '../domain/report.ts';
import type { Occurrence, TaskWithOccurrences } from '../domain/task.ts';
import { isOpen } from '../domain/task-life.ts';
import type { Standing } from '../domain/task-standing.ts';
import { deadlineText, nextDueOn, shorten, stateText } from '../domain/task-text.ts';

export type TaskRow = { readonly task: TaskWithOccurrences; readonly standing: Standing };

const URGENCY: Readonly<Record<Standing, number>> = {
  overdue: 0,
  soon: 1,
  ahead: 2,
  backdated: 3,
  undated: 4,
  continuous: 5,
  ended: 6,
  done: 7,
};

/** Overdue first, then by date, then what has none; what is over last. */
export const byUrgency = (a: TaskRow, b: TaskRow): number =>
  inTurn(
    URGENCY[a.standing] - URGENCY[b.standing],
    (nextDueOn(a.task) ?? '').localeCompare(nextDueOn(b.task) ?? ''),
    a.task.number - b.task.number,
  );

export function isDueThisWeek({ task }: TaskRow, today: LocalDate): boolean {
  const { monday, sunday } = weekOf(today);
  return task.occurrences.some(
    ({ kind, state, dueOn }) =>
      kind === 'due' && isOpen(state) && dueOn !== null && dueOn >= monday && dueOn <= sunday,
  );
}

const SUMMARY: readonly (readonly [Standing, string])[] = [
  ['overdue', 'quá hạn'],
  ['soon', 'đến hạn trong 7 ngày'],
  ['backdated', 'hạn ghi trước ngày ban hành'],
  ['continuous', 'thường xuyên'],
  ['ended', 'thuộc kế hoạch đã hết năm'],
  ['done', 'đã báo xong'],
];

/** "39 nhiệm vụ · 5 quá hạn · 25 thường xuyên" */
export function summaryLine(rows: readonly TaskRow[]): Line {
  const parts = SUMMARY.map(([standing, words]) => ({ words, count: countOf(rows, standing) }));
  const shown = parts.filter(({ count }) => count > 0).map(({ words, count }) => `${count} ${words}`);
  return [[`${rows.length} nhiệm vụ`, ...shown].join(' · ')];
}

export const countOf = (rows: readonly TaskRow[], standing: Standing): number =>
  rows.filter((row) => row.standing === standing).length;

const MARKS: Readonly<Record<Standing, string>> = {
  overdue: '🔴',
  soon: '🟡',
  ahead: '•',
  backdated: '❔',
  undated: '•',
  continuous: '🔁',
  ended: '•',
  done: '✅',
};

export function rowLines({ task, standing }: TaskRow, today: LocalDate): readonly Line[] {
  const lead = task.lead === null ? '' : ` · ${task.lead}`;
  return [
    [],
    [`${MARKS[standing]} `, { bold: taskCode(task.number) }, ` ${shorten(task.title, 160)}`],
    [`${whenText(task, standing, today)}${stateOf(task, today)}${lead}`],
  ];
}

function whenText(task: TaskWithOccurrences, standing: Standing, today: LocalDate): string {
  const dueOn = nextDueOn(task);
  const when = deadlineText(task, dueOn);
  if (standing === 'overdue' && dueOn !== null) return `${when}, quá hạn ${daysBetween(dueOn, today)} ngày`;
  return standing === 'backdated' ? `${when}, trước ngày ban hành kế hoạch` : when;
}

/** The state that matters now: of the current check-in, of the earliest open date, else of the last one. */
function stateOf(task: TaskWithOccurrences, today: LocalDate): string {
  if (task.kind === 'continuous') {
    const current =
      task.occurrences.find(({ id }) => id === checkInFor(task, today).id) ?? task.occurrences.at(-1);
    return current === undefined ? '' : ` · ${current.label ?? ''}: ${stateText(current)}`;
  }
  const byDate = task.occurrences.toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));
  const shown: Occurrence | undefined = byDate.find(({ state }) => isOpen(state)) ?? byDate.at(-1);
  return shown === undefined ? '' : ` · ${stateText(shown)}`;
}
