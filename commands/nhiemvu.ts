import { addDays, daysBetween, type LocalDate, weekOf } from '../domain/clock.ts';
import { fold } from '../domain/fold.ts';
import type { Line, Reply } from '../domain/message.ts';
import { inTurn } from '../domain/order.ts';
import { taskCode } from '../domain/report.ts';
import type { TaskWithOccurrences } from '../domain/task.ts';
import { isOpen } from '../domain/task-life.ts';
import { deadlineText, nextDueOn, shorten, stateText } from '../domain/task-text.ts';
import { fullName, type Unit } from '../domain/unit.ts';
import { type Command, type CommandDeps, type CommandRequest, replied } from './command.ts';
import { nameUnit } from './naming.ts';
import { askButton, noteLines } from './scorecard.ts';

/** How many tasks one message shows before it offers the next ones. */
const PAGE = 12;

type Filter = 'all' | 'overdue' | 'this-week';

/** What stands behind /nhiemvu: a filter word, a page, and the rest names a unit. */
type TaskQuestion = { readonly filter: Filter; readonly page: number; readonly unitText: string };

export const nhiemvu = {
  name: 'nhiemvu',
  summary: 'Nhiệm vụ của đơn vị, việc quá hạn, việc tuần này',
  usage: [
    '/nhiemvu – của đơn vị trong nhóm này',
    '/nhiemvu quá hạn',
    '/nhiemvu tuần này',
    '/nhiemvu Triệu An',
  ],
  audience: 'bound',
  async handle(request, deps) {
    const { tasks } = deps.stores;
    const question = readTaskQuestion(request.argument);
    const named = await nameUnit(request, deps, {
      command: 'nhiemvu',
      unitText: question.unitText,
      holds: async (id) => (await tasks.list(request.scope, { unitId: id })).length > 0,
    });
    if (!named.ok) return replied(named.refusal);
    const { unit, note } = named.value;
    if (!(await mayRead(request, deps, unit))) return replied(outOfScope(unit));
    const list = await tasks.list(request.scope, { unitId: unit.id });
    return replied(taskReply(unit, note, list, question, deps.today));
  },
} as const satisfies Command;

async function mayRead({ scope }: CommandRequest, { stores }: CommandDeps, unit: Unit): Promise<boolean> {
  if (scope.kind === 'everything') return true;
  return scope.kind === 'unit' && (await stores.units.isWithin(unit.id, scope.unitId));
}

const outOfScope = (unit: Unit): Reply => ({
  lines: [
    [`Nhóm này không xem được nhiệm vụ của ${fullName(unit)}. Điểm đã công bố của đơn vị vẫn xem được.`],
  ],
  buttons: [[askButton('Điểm', 'diem', unit.id, null)]],
});

export function readTaskQuestion(argument: string): TaskQuestion {
  const [text = '', pageText] = argument.split('#');
  const folded = fold(text);
  const page = /^\d{1,4}$/u.test(pageText ?? '') ? Math.max(1, Number(pageText)) : 1;
  for (const [words, filter] of FILTERS) {
    if (folded === words) return { filter, page, unitText: '' };
    if (folded.startsWith(`${words} `))
      return { filter, page, unitText: dropWords(text, words.split(' ').length) };
    if (folded.endsWith(` ${words}`))
      return { filter, page, unitText: dropWords(text, -words.split(' ').length) };
  }
  return { filter: 'all', page, unitText: text.trim() };
}

const FILTERS = [
  ['qua han', 'overdue'],
  ['tre han', 'overdue'],
  ['tuan nay', 'this-week'],
] as const satisfies readonly (readonly [string, Filter])[];

/** The text without its first (or, when negative, last) words. */
function dropWords(text: string, count: number): string {
  const words = text.trim().split(/\s+/u);
  return (count > 0 ? words.slice(count) : words.slice(0, count)).join(' ');
}

type Row = { readonly task: TaskWithOccurrences; readonly dueOn: LocalDate | null; readonly isOpen: boolean };

function taskReply(
  unit: Unit,
  note: string | null,
  list: readonly TaskWithOccurrences[],
  question: TaskQuestion,
  today: LocalDate,
): Reply {
  const rows = list.map((task): Row => ({ task, dueOn: nextDueOn(task), isOpen: taskIsOpen(task) }));
  const chosen = rows.filter((row) => matches(row, question.filter, today)).toSorted(byUrgency(today));
  const title: Line = [{ bold: `🗂 Nhiệm vụ ${FILTER_TITLES[question.filter]}– ${fullName(unit)}` }];
  if (chosen.length === 0) {
    return {
      lines: [title, ...noteLines(note), [NOTHING[question.filter]]],
      buttons: [otherButtons(unit, question.filter)],
    };
  }
  const pages = Math.ceil(chosen.length / PAGE);
  const page = Math.min(question.page, pages);
  const shown = chosen.slice((page - 1) * PAGE, page * PAGE);
  const next =
    page < pages
      ? [
          [
            {
              text: `Xem tiếp (${page + 1}/${pages})`,
              allowed: null,
              action: {
                kind: 'ask',
                command: 'nhiemvu',
                argument: `${FILTER_WORDS[question.filter]}#${page + 1}`,
                unitId: unit.id,
                year: null,
              },
            } as const,
          ],
        ]
      : [];
  return {
    lines: [
      title,
      ...noteLines(note),
      summaryLine(rows, today),
      ...shown.flatMap((row) => rowLines(row, today)),
    ],
    buttons: [...next, otherButtons(unit, question.filter)],
  };
}

const FILTER_TITLES: Readonly<Record<Filter, string>> = {
  all: '',
  overdue: 'quá hạn ',
  'this-week': 'tuần này ',
};
const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  all: '',
  overdue: 'quá hạn',
  'this-week': 'tuần này',
};
const NOTHING: Readonly<Record<Filter, string>> = {
  all: 'Chưa có nhiệm vụ nào trong dữ liệu.',
  overdue: 'Không có nhiệm vụ quá hạn.',
  'this-week': 'Không có nhiệm vụ đến hạn trong tuần này.',
};

function otherButtons(unit: Unit, filter: Filter) {
  const ask = (text: string, argument: string) =>
    ({
      text,
      allowed: null,
      action: { kind: 'ask', command: 'nhiemvu', argument, unitId: unit.id, year: null },
    }) as const;
  const offered = [ask('Tất cả', ''), ask('Quá hạn', 'quá hạn'), ask('Tuần này', 'tuần này')];
  const current = FILTER_WORDS[filter];
  return offered.filter(({ action }) => action.argument !== current);
}

/** A continuous task is always open: its check-ins come again every quarter. */
const taskIsOpen = ({ kind, occurrences }: TaskWithOccurrences) =>
  kind === 'continuous' || occurrences.some(({ state }) => isOpen(state));

function matches({ dueOn, isOpen: open, task }: Row, filter: Filter, today: LocalDate): boolean {
  if (filter === 'all') return true;
  if (!open || dueOn === null) return false;
  if (filter === 'overdue') return dueOn < today && !planHasEnded(task, today);
  const { monday, sunday } = weekOf(today);
  return task.occurrences.some(
    ({ kind, state, dueOn: due }) =>
      kind === 'due' && isOpen(state) && due !== null && due >= monday && due <= sunday,
  );
}

const planHasEnded = ({ planYear }: TaskWithOccurrences, today: LocalDate) =>
  planYear < Number(today.slice(0, 4));

/** Overdue first, then by date, then without date, then continuous, what is finished last. */
function byUrgency(today: LocalDate) {
  const rank = ({ task, dueOn, isOpen: open }: Row) => {
    if (!open) return 4;
    if (dueOn !== null) return planHasEnded(task, today) ? 3 : 0;
    return task.kind === 'continuous' ? 2 : 1;
  };
  return (a: Row, b: Row) =>
    inTurn(rank(a) - rank(b), (a.dueOn ?? '').localeCompare(b.dueOn ?? ''), a.task.number - b.task.number);
}

function summaryLine(rows: readonly Row[], today: LocalDate): Line {
  const running = rows.filter(({ task }) => !planHasEnded(task, today));
  const open = running.filter((row) => row.isOpen);
  const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const soon = open.filter(
    ({ dueOn }) => dueOn !== null && dueOn >= today && dueOn <= addDays(today, 7),
  ).length;
  const continuous = open.filter(({ task }) => task.kind === 'continuous').length;
  const ended = rows.length - running.length;
  const parts = [
    `${rows.length} nhiệm vụ`,
    overdue > 0 ? `${overdue} quá hạn` : '',
    soon > 0 ? `${soon} đến hạn trong 7 ngày` : '',
    continuous > 0 ? `${continuous} thường xuyên` : '',
    ended > 0 ? `${ended} thuộc kế hoạch đã hết năm` : '',
  ];
  return [parts.filter((part) => part !== '').join(' · ')];
}

function rowLines({ task, dueOn, isOpen: open }: Row, today: LocalDate): readonly Line[] {
  const lead = task.lead === null ? '' : ` · ${task.lead}`;
  return [
    [],
    [`${mark(task, dueOn, open, today)} `, { bold: taskCode(task.number) }, ` ${shorten(task.title, 160)}`],
    [`${whenText(task, dueOn, open, today)}${lead}`],
  ];
}

function mark(task: TaskWithOccurrences, dueOn: LocalDate | null, open: boolean, today: LocalDate): string {
  if (!open) return '✅';
  if (dueOn === null || planHasEnded(task, today)) return '•';
  return dueOn < today ? '🔴' : dueOn <= addDays(today, 7) ? '🟡' : '•';
}

function whenText(
  task: TaskWithOccurrences,
  dueOn: LocalDate | null,
  open: boolean,
  today: LocalDate,
): string {
  const state = task.occurrences
    .toReversed()
    .find((occurrence) => (open ? occurrence.dueOn === dueOn : true));
  const shownState = state === undefined ? '' : ` · ${stateText(state)}`;
  const late =
    open && dueOn !== null && dueOn < today && !planHasEnded(task, today)
      ? `, quá hạn ${daysBetween(dueOn, today)} ngày`
      : '';
  return `${deadlineText(task, dueOn)}${late}${shownState}`;
}
