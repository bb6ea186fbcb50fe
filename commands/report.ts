import { displayDate } from '../domain/clock.ts';
import { taskEventId, type UnitId } from '../domain/ids.ts';
import type { Line, Reply } from '../domain/message.ts';
import { checkInFor } from '../domain/occurrences.ts';
import { post } from '../domain/posting.ts';
import { type Report, readReports, taskCode } from '../domain/report.ts';
import { assertNever } from '../domain/result.ts';
import type { Occurrence, TaskEvent, TaskWithOccurrences } from '../domain/task.ts';
import { applyReport, type Move, type ReportRefusal, reportedOccurrence } from '../domain/task-life.ts';
import { STATE_TEXT, shorten, stateText } from '../domain/task-text.ts';
import { fullName } from '../domain/unit.ts';
import { type Answer, type CommandDeps, type CommandRequest, replied, SILENCE } from './command.ts';

/** An undo button outlives the author's ten minutes: a leader may still press it. */
const BUTTON_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** A plain message in a group: recorded when it reports on tasks, else met with silence. */
export async function hearMessage(request: CommandRequest, deps: CommandDeps): Promise<Answer> {
  if (request.group === null) return SILENCE;
  const reports = readReports(request.argument, { today: deps.today });
  if (reports.length === 0) return SILENCE;
  // "xong rồi ạ" speaks of a task only as the answer to a message about one.
  if (reports.some(({ task }) => task === null) && request.repliesTo.length === 0) return SILENCE;
  return recordReports(reports, null, request, deps);
}

type Spoken = Pick<Report, 'task' | 'status' | 'percent' | 'dueOn' | 'note' | 'needsConfirmation' | 'unit'>;

/** What became of one report, as a line to say and perhaps an event to take back. */
type Recorded = { readonly line: Line; readonly event: TaskEvent | null };

/** Records each report as an event; says what was recorded and what was not, and why, in one message. */
export async function recordReports(
  reports: readonly Spoken[],
  note: string | null,
  request: CommandRequest,
  deps: CommandDeps,
): Promise<Answer> {
  const { group, asker } = request;
  if (group === null) return replied(sentence('Chỉ ghi nhận báo cáo trong nhóm đã gắn với đơn vị.'));
  if (asker === null) return replied(sentence(ANONYMOUS));

  const recorded: Recorded[] = [];
  for (const report of reports) recorded.push(await record(report, note, request, asker, group.unitId, deps));
  await confirm(recorded, request, asker, deps);
  return { kind: 'recorded' };
}

const ANONYMOUS =
  'Không ghi được báo cáo của người gửi ẩn danh, kênh hoặc tin chuyển tiếp. Gửi lại bằng tài khoản của mình.';

const sentence = (text: string): Reply => ({ lines: [[text]], buttons: [] });

type Writer = NonNullable<CommandRequest['asker']>;

async function record(
  report: Spoken,
  note: string | null,
  request: CommandRequest,
  asker: Writer,
  unitId: UnitId,
  deps: CommandDeps,
): Promise<Recorded> {
  const { stores } = deps;
  const found = await reportedTask(report, request, unitId, deps);
  if (found.kind === 'refused') return { line: found.line, event: null };
  const { task, occurrence } = found;
  if (report.needsConfirmation === true) return { line: rangeLine(task), event: null };

  const move = applyReport(occurrence, report);
  if (!move.ok)
    return { line: await refusalLine(task, occurrence, move.refusal, request, deps), event: null };
  if (occurrence.kind === 'check_in') await stores.tasks.addOccurrence(occurrence);
  const event = toEvent(
    move.value,
    { task, occurrence, note: note ?? report.note ?? null },
    request,
    asker,
    deps,
  );
  if (!(await stores.tasks.append(event))) return { line: overtakenLine(task), event: null };
  return { line: recordedLine(task, occurrence, move.value), event };
}

type Found =
  | { readonly kind: 'found'; readonly task: TaskWithOccurrences; readonly occurrence: Occurrence }
  | { readonly kind: 'refused'; readonly line: Line };

async function reportedTask(
  report: Spoken,
  { scope, repliesTo }: CommandRequest,
  unitId: UnitId,
  deps: CommandDeps,
): Promise<Found> {
  const { tasks, units } = deps.stores;
  if (report.task !== null) {
    const named = await namedUnit(report.unit, unitId, deps);
    const task = await tasks.find(scope, named, report.task);
    if (task !== null) return meant(task, null, deps);
    const unit = await units.find(named);
    return { kind: 'refused', line: unknownLine(report.task, unit === null ? 'đơn vị' : fullName(unit)) };
  }
  const [about, ...others] = repliesTo;
  if (about === undefined) return { kind: 'refused', line: [NO_CODE] };
  if (others.length > 0) {
    const codes: string[] = [];
    for (const { taskId } of repliesTo) {
      const task = await tasks.findById(scope, taskId);
      if (task !== null) codes.push(taskCode(task.number));
    }
    return {
      kind: 'refused',
      line: [
        `Tin đó nói về nhiều nhiệm vụ (${codes.join(', ')}). Ghi rõ mã, ví dụ “${codes[0] ?? 'NV-1'} đã xong”.`,
      ],
    };
  }
  const task = await tasks.findById(scope, about.taskId);
  return task === null ? { kind: 'refused', line: [NO_CODE] } : meant(task, about.occurrenceId, deps);
}

/** "NV-12 Bằng Mạc": the unit that the words after the code surely name, else the group's own. */
async function namedUnit(
  text: string | undefined,
  own: UnitId,
  { stores, directory }: CommandDeps,
): Promise<UnitId> {
  if (text === undefined) return own;
  const holds = async (id: UnitId) => id === own;
  const found = await directory.resolve(stores.units, text, { within: own, holds });
  return found.kind === 'found' ? found.unit.id : own;
}

const NO_CODE = 'Chưa rõ báo cáo cho nhiệm vụ nào. Ghi kèm mã, ví dụ “NV-12 đã xong”; xem mã bằng /nhiemvu.';

/** A continuous task is reported quarter by quarter; another by its earliest open date, or the one replied to. */
function meant(
  task: TaskWithOccurrences,
  occurrenceId: Occurrence['id'] | null,
  { today }: CommandDeps,
): Found {
  if (task.kind === 'continuous') {
    const current = checkInFor(task, today);
    return {
      kind: 'found',
      task,
      occurrence: task.occurrences.find(({ id }) => id === current.id) ?? current,
    };
  }
  const named = task.occurrences.find(({ id }) => id === occurrenceId);
  const occurrence = named ?? reportedOccurrence(task.occurrences);
  if (occurrence === null)
    return {
      kind: 'refused',
      line: [`${taskCode(task.number)} chưa có kỳ báo cáo nào. Báo quản trị bot kiểm tra dữ liệu.`],
    };
  return { kind: 'found', task, occurrence };
}

function toEvent(
  { from, to, percent, dueOn }: Move,
  {
    task,
    occurrence,
    note,
  }: { readonly task: TaskWithOccurrences; readonly occurrence: Occurrence; readonly note: string | null },
  { chat, messageId }: CommandRequest,
  asker: Writer,
  { posting, now }: CommandDeps,
): TaskEvent {
  return {
    id: taskEventId(posting.newId()),
    taskId: task.id,
    occurrenceId: occurrence.id,
    kind: 'report',
    from,
    to,
    percent,
    dueOn,
    note,
    undoes: null,
    source: { personId: asker.id, personName: asker.name, chatId: chat.id, messageId },
    at: now,
  };
}

/** One message through the outbox: a line a report, one [Hoàn tác] for each that was recorded. */
async function confirm(
  recorded: readonly Recorded[],
  request: CommandRequest,
  asker: Writer,
  deps: CommandDeps,
): Promise<void> {
  const { stores, posting, now } = deps;
  const events = recorded.flatMap(({ event }) => event ?? []);
  const about = events.map(({ taskId, occurrenceId }) => ({ taskId, occurrenceId }));
  await post(
    stores,
    {
      dedupeKey: `report:${request.chat.id}:${request.messageId ?? posting.newId()}`,
      chatId: request.chat.id,
      threadId: request.chat.threadId,
      replyTo: request.messageId,
      about,
      reply: {
        lines: recorded.map(({ line, event }) => (event === null ? line : [...line, ` – ${asker.name}`])),
        buttons: undoButtons(events),
      },
      buttonsExpireAt: now + BUTTON_LIFE_MS,
    },
    posting,
  );
}

function undoButtons(events: readonly TaskEvent[]): Reply['buttons'] {
  const several = events.length > 1;
  return events.map(({ id, taskId }) => [
    {
      text: several ? `Hoàn tác ${taskCodeOf(taskId)}` : 'Hoàn tác',
      allowed: null,
      action: { kind: 'undo', eventId: id },
    } as const,
  ]);
}

const taskCodeOf = (id: string) => taskCode(Number(/\d+$/u.exec(id)?.[0] ?? 0));

function recordedLine(task: TaskWithOccurrences, { kind, label, dueOn }: Occurrence, move: Move): Line {
  const which = kind === 'check_in' ? ` kỳ ${label ?? ''}` : label === null ? '' : ` (${label})`;
  const due = kind === 'due' && dueOn !== null ? `, hạn ${displayDate(dueOn)}` : '';
  const asked = move.to === 'extension' && move.dueOn !== null ? ` đến ${displayDate(move.dueOn)}` : '';
  const state = stateText({ state: move.to, percent: move.percent });
  return [
    `${STATE_MARKS[move.to]} Đã ghi `,
    { bold: `${taskCode(task.number)}${which}` },
    `: ${state}${asked} – ${shorten(task.title, 70)}${due}`,
  ];
}

const STATE_MARKS = {
  todo: '▫️',
  in_progress: '⏳',
  reported: '✅',
  done: '✅',
  blocked: '⚠️',
  extension: '📅',
  obsolete: '▫️',
} as const satisfies Readonly<Record<Move['to'], string>>;

const unknownLine = (number: number, unitName: string): Line => [
  `Không có ${taskCode(number)} trong danh sách nhiệm vụ của ${unitName}. Xem mã bằng `,
  { code: '/nhiemvu' },
  '.',
];

const overtakenLine = ({ number }: TaskWithOccurrences): Line => [
  `${taskCode(number)}: tin này đã được ghi, hoặc trạng thái vừa được người khác đổi. Xem `,
  { code: '/nhiemvu' },
  ' rồi báo lại nếu cần.',
];

const rangeLine = ({ number }: TaskWithOccurrences): Line => [
  `${taskCode(number)}: chưa ghi vì tin nêu cả một dãy nhiệm vụ. Ghi từng mã, ví dụ “NV-3, NV-4 đã xong”.`,
];

async function refusalLine(
  { number, id }: TaskWithOccurrences,
  { id: occurrenceId, state }: Occurrence,
  refusal: ReportRefusal,
  { scope }: CommandRequest,
  { stores }: CommandDeps,
): Promise<Line> {
  switch (refusal.kind) {
    case 'closed':
      return [
        `${taskCode(number)} đang ở trạng thái “${STATE_TEXT[refusal.state]}”, không ghi thêm báo cáo.`,
      ];
    case 'already': {
      const events = await stores.tasks.events(scope, id);
      const last = events.findLast((event) => event.occurrenceId === occurrenceId && event.to === state);
      const by = last === undefined ? '' : ` (${last.source.personName})`;
      return [`${taskCode(number)} đã ghi “${STATE_TEXT[refusal.state]}” trước đó${by}, không ghi lại.`];
    }
    default:
      return assertNever(refusal);
  }
}
