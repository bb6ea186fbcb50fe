import type { LocalDate } from '../domain/clock.ts';
import { fold } from '../domain/fold.ts';
import type { DocumentId } from '../domain/ids.ts';
import type { Button, Reply } from '../domain/message.ts';
import { readTaskCode, taskCode } from '../domain/report.ts';
import type { DocumentStore } from '../domain/storage.ts';
import type { TaskWithOccurrences } from '../domain/task.ts';
import { standingOf } from '../domain/task-standing.ts';
import { fullName, type Unit } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import { mayRead, nameUnit, outOfScope } from './naming.ts';
import { noteLines } from './scorecard.ts';
import { byUrgency, countOf, isDueThisWeek, rowLines, summaryLine, type TaskRow } from './task-rows.ts';

/** How many tasks one message shows before it offers the next ones. */
const PAGE = 12;

type Filter = 'all' | 'overdue' | 'this-week';

/** What stands behind /nhiemvu: a filter word, a task's code, a page; the rest names a unit. */
type TaskQuestion = {
  readonly filter: Filter;
  readonly number: number | null;
  readonly page: number;
  readonly unitText: string;
};

export const nhiemvu = {
  name: 'nhiemvu',
  summary: 'Nhiệm vụ của đơn vị, việc quá hạn, việc tuần này',
  usage: [
    '/nhiemvu – của đơn vị trong nhóm này',
    '/nhiemvu quá hạn',
    '/nhiemvu tuần này',
    '/nhiemvu NV-34',
    '/nhiemvu Triệu An',
  ],
  audience: 'bound',
  async handle(request, deps) {
    const { tasks, documents } = deps.stores;
    const question = readTaskQuestion(request.argument);
    const named = await nameUnit(request, deps, {
      command: 'nhiemvu',
      unitText: question.unitText,
      holds: async (id) => (await tasks.list(request.scope, { unitId: id })).length > 0,
    });
    if (!named.ok) return replied(named.refusal);
    const { unit, note } = named.value;
    if (!(await mayRead(request, deps, unit))) return replied(outOfScope('nhiệm vụ', unit, note));
    const list = await tasks.list(request.scope, { unitId: unit.id });
    const rows = await toRows(list, documents, deps.today);
    return replied(taskReply({ unit, note, rows, today: deps.today }, question));
  },
} as const satisfies Command;

async function toRows(
  list: readonly TaskWithOccurrences[],
  documents: DocumentStore,
  today: LocalDate,
): Promise<readonly TaskRow[]> {
  const issued = new Map<DocumentId, LocalDate | null>();
  for (const id of new Set(list.map(({ place }) => place.documentId))) {
    issued.set(id, (await documents.find(id))?.issuedOn ?? null);
  }
  return list.map((task) => ({
    task,
    standing: standingOf(task, issued.get(task.place.documentId) ?? null, today),
  }));
}

const FILTERS = [
  ['qua han', 'overdue'],
  ['tre han', 'overdue'],
  ['tuan nay', 'this-week'],
] as const satisfies readonly (readonly [string, Filter])[];

function readTaskQuestion(argument: string): TaskQuestion {
  const [text = '', pageText = ''] = argument.split('#');
  const page = /^\d{1,4}$/u.test(pageText) ? Math.max(1, Number(pageText)) : 1;
  const number = readTaskCode(text);
  if (number !== null) return { filter: 'all', number, page, unitText: '' };
  const folded = fold(text);
  for (const [words, filter] of FILTERS) {
    const count = words.split(' ').length;
    const question = (unitText: string): TaskQuestion => ({ filter, number: null, page, unitText });
    if (folded === words) return question('');
    if (folded.startsWith(`${words} `)) return question(dropWords(text, count));
    if (folded.endsWith(` ${words}`)) return question(dropWords(text, -count));
  }
  return { filter: 'all', number: null, page, unitText: text.trim() };
}

/** The text without its first (or, when negative, last) words. */
function dropWords(text: string, count: number): string {
  const words = text.trim().split(/\s+/u);
  return (count > 0 ? words.slice(count) : words.slice(0, count)).join(' ');
}

type TaskList = {
  readonly unit: Unit;
  readonly note: string | null;
  readonly rows: readonly TaskRow[];
  readonly today: LocalDate;
};

const TITLES: Readonly<Record<Filter, string>> = { all: '', overdue: 'quá hạn ', 'this-week': 'tuần này ' };
const WORDS: Readonly<Record<Filter, string>> = { all: '', overdue: 'quá hạn', 'this-week': 'tuần này' };

function taskReply(
  { unit, note, rows, today }: TaskList,
  { filter, number, page: wanted }: TaskQuestion,
): Reply {
  const chosen = rows.filter((row) => isChosen(row, filter, number, today)).toSorted(byUrgency);
  const pages = Math.max(1, Math.ceil(chosen.length / PAGE));
  const page = Math.min(wanted, pages);
  const shown = chosen.slice((page - 1) * PAGE, page * PAGE);
  const pageText = pages > 1 ? ` · trang ${page}/${pages}` : '';
  const next =
    page < pages ? [[askTasks(`Xem tiếp (${page + 1}/${pages})`, unit, `${WORDS[filter]}#${page + 1}`)]] : [];
  const others = (Object.keys(WORDS) as Filter[]).filter((other) => other !== filter || number !== null);
  return {
    lines: [
      [{ bold: `🗂 Nhiệm vụ ${TITLES[filter]}– ${fullName(unit)}` }, pageText],
      ...noteLines(note),
      ...(chosen.length === 0 ? [[nothingText(rows, filter, number)]] : [summaryLine(rows)]),
      ...shown.flatMap((row) => rowLines(row, today)),
    ],
    buttons: [...next, others.map((other) => askTasks(OFFERS[other], unit, WORDS[other]))],
  };
}

const OFFERS: Readonly<Record<Filter, string>> = {
  all: 'Tất cả',
  overdue: 'Quá hạn',
  'this-week': 'Tuần này',
};

const askTasks = (text: string, unit: Unit, argument: string): Button => ({
  text,
  allowed: null,
  action: { kind: 'ask', command: 'nhiemvu', argument, unitId: unit.id, year: null },
});

function isChosen(row: TaskRow, filter: Filter, number: number | null, today: LocalDate): boolean {
  if (number !== null) return row.task.number === number;
  if (filter === 'overdue') return row.standing === 'overdue';
  return filter === 'all' || isDueThisWeek(row, today);
}

function nothingText(rows: readonly TaskRow[], filter: Filter, number: number | null): string {
  if (number !== null) return `Không có ${taskCode(number)} trong danh sách.`;
  if (filter === 'this-week') return 'Không có nhiệm vụ đến hạn trong tuần này.';
  if (filter === 'all') return 'Chưa có nhiệm vụ nào trong dữ liệu.';
  const asides = [
    countText(countOf(rows, 'ended'), 'chưa báo xong thuộc kế hoạch đã hết năm'),
    countText(countOf(rows, 'backdated'), 'ghi hạn trước ngày ban hành kế hoạch'),
  ].filter((text) => text !== '');
  return `Không có nhiệm vụ quá hạn của kế hoạch đang thực hiện${asides.length === 0 ? '' : `; còn ${asides.join(', ')}`}.`;
}

const countText = (count: number, words: string) => (count === 0 ? '' : `${count} việc ${words}`);
