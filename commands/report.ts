import { taskEventId, type UnitId } from '../domain/ids.ts';
import type { Line, Reply } from '../domain/message.ts';
import { post } from '../domain/posting.ts';
import { type Report, readReports, taskCode } from '../domain/report.ts';
import type { TaskEvent } from '../domain/task.ts';
import { applyReport, type Move } from '../domain/task-life.ts';
import { type Answer, type CommandDeps, type CommandRequest, replied, SILENCE } from './command.ts';
import { ANONYMOUS, EDITED, overtakenLine, rangeLine, recordedLine, refusalLine } from './report-wording.ts';
import { type Found, type Meaning, reportedTask } from './reported-task.ts';

/** An undo button outlives the author's ten minutes: a leader may still press it. */
export const UNDO_BUTTON_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** A plain message in a group: recorded when it reports on tasks, else met with silence. */
export async function hearMessage(request: CommandRequest, deps: CommandDeps): Promise<Answer> {
  if (request.group === null) return SILENCE;
  if (request.isEdit && (await stillStands(request, deps))) return replied(sentence(EDITED));
  // "Xong rồi ạ" speaks of a task only as the answer to a message about one.
  const reports = readReports(request.argument, { today: deps.today }).filter(
    ({ task }) => task !== null || request.repliesTo.length > 0,
  );
  return reports.length === 0 ? SILENCE : recordReports(reports, null, request, deps);
}

/** Whether something that this message reported, before it was edited, has not been taken back. */
async function stillStands(
  { scope, chat, messageId }: CommandRequest,
  { stores }: CommandDeps,
): Promise<boolean> {
  if (messageId === null) return false;
  for (const event of await stores.tasks.ofMessage(scope, chat.id, messageId)) {
    const history = await stores.tasks.events(scope, event.taskId);
    if (!history.some(({ undoes }) => undoes === event.id)) return true;
  }
  return false;
}

type Spoken = Meaning &
  Pick<Report, 'status'> &
  Partial<Pick<Report, 'percent' | 'dueOn' | 'note' | 'needsConfirmation'>>;

/** What became of one report, as a line to say and perhaps an event to take back. */
type Recorded = { readonly line: Line; readonly event: TaskEvent | null; readonly code: string };

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

  const ranged = reports.flatMap(({ task, needsConfirmation }) =>
    needsConfirmation === true && task !== null ? [task] : [],
  );
  const recorded: Recorded[] =
    ranged.length === 0 ? [] : [{ line: rangeLine(ranged), event: null, code: '' }];
  for (const report of reports) {
    if (report.needsConfirmation !== true)
      recorded.push(await record(report, note, request, asker, group.unitId, deps));
  }
  await confirm(recorded, request, asker, deps);
  return { kind: 'recorded' };
}

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
  const { tasks } = deps.stores;
  const found = await reportedTask(report, request, unitId, deps);
  if (found.kind === 'refused') return { line: found.line, event: null, code: '' };
  const { task, occurrence } = found;
  const code = taskCode(task.number);

  const move = applyReport(occurrence, report, deps.today);
  if (!move.ok) {
    const events = await tasks.events(request.scope, task.id);
    const last = events.findLast(
      (event) => event.occurrenceId === occurrence.id && event.to === occurrence.state,
    );
    return { line: refusalLine(task, move.refusal, last), event: null, code };
  }
  if (occurrence.kind === 'check_in') await tasks.addOccurrence(occurrence);
  const event = toEvent(move.value, found, note ?? report.note ?? null, request, asker, deps);
  if (!(await tasks.append(event))) return { line: overtakenLine(task), event: null, code };
  return { line: [...recordedLine(found, move.value), ` – ${asker.name}`], event, code };
}

function toEvent(
  { from, to, percent, dueOn }: Move,
  { task, occurrence }: Extract<Found, { kind: 'found' }>,
  note: string | null,
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
  { stores, posting, now }: CommandDeps,
): Promise<void> {
  const { chat, messageId, isEdit } = request;
  const done = recorded.flatMap(({ event, code }) => (event === null ? [] : [{ event, code }]));
  await post(
    stores,
    {
      dedupeKey: `report:${chat.id}:${messageId ?? posting.newId()}${isEdit ? `:${now}:${asker.id}` : ''}`,
      chatId: chat.id,
      threadId: chat.threadId,
      replyTo: messageId,
      about: done.map(({ event: { taskId, occurrenceId } }) => ({ taskId, occurrenceId })),
      reply: {
        lines: recorded.map(({ line }) => line),
        buttons: done.map(({ event, code }) => [
          {
            text: done.length > 1 ? `Hoàn tác ${code}` : 'Hoàn tác',
            allowed: null,
            action: { kind: 'undo', eventId: event.id },
          },
        ]),
      },
      buttonsExpireAt: now + UNDO_BUTTON_LIFE_MS,
    },
    posting,
  );
}
