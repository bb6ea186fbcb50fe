import { localTimeOf } from '../domain/clock.ts';
import { type TaskEventId, taskEventId } from '../domain/ids.ts';
import type { Button, Line, Reply } from '../domain/message.ts';
import { post } from '../domain/posting.ts';
import { taskCode } from '../domain/report.ts';
import type { TaskEvent } from '../domain/task.ts';
import { decideUndo, type UndoRefusal } from '../domain/task-life.ts';
import { stateText } from '../domain/task-text.ts';
import type { CommandDeps, CommandRequest } from './command.ts';
import { UNDO_BUTTON_LIFE_MS } from './report.ts';

/** What the person who pressed is told at once (a toast); `done` when the button has had its effect. */
export type Pressed = { readonly notice: string; readonly done: boolean };

/** Takes a report back, when this person may, and turns its confirmation into a note that says so. */
export async function undoReport(
  eventId: TaskEventId,
  request: CommandRequest,
  deps: CommandDeps,
): Promise<Pressed> {
  const { stores, now, posting } = deps;
  const { asker, scope, chat, messageId } = request;
  if (asker === null) return { notice: 'Không nhận ra người bấm.', done: false };
  const event = await stores.tasks.event(scope, eventId);
  if (event === null) return { notice: 'Không tìm thấy báo cáo này trong phạm vi của nhóm.', done: false };
  const history = await stores.tasks.events(scope, event.taskId);
  const decision = decideUndo(event, history, { personId: asker.id, isLeader: asker.isLeader, now });
  if (!decision.ok)
    return { notice: REFUSALS[decision.refusal.kind], done: decision.refusal.kind === 'undone' };

  const { from, to, percent } = decision.value;
  const undo: TaskEvent = {
    ...event,
    id: taskEventId(posting.newId()),
    kind: 'undo',
    from,
    to,
    percent,
    dueOn: null,
    note: null,
    undoes: event.id,
    source: { personId: asker.id, personName: asker.name, chatId: chat.id, messageId: null },
    at: now,
  };
  if (!(await stores.tasks.append(undo))) return { notice: REFUSALS.overtaken, done: false };
  const task = await stores.tasks.findById(scope, event.taskId);
  const code = task === null ? 'Nhiệm vụ' : taskCode(task.number);
  const state = stateText({ state: to, percent });
  const undone: Line = [
    '↩️ Đã hoàn tác: ',
    { bold: code },
    ` trở lại “${state}” – ${asker.name}, ${localTimeOf(now)}`,
  ];
  await post(
    stores,
    {
      dedupeKey: `undo:${event.id}`,
      chatId: chat.id,
      threadId: chat.threadId,
      edits: messageId,
      reply: await withoutReport(event.id, code, undone, request, deps),
      buttonsExpireAt: now + UNDO_BUTTON_LIFE_MS,
    },
    posting,
  );
  return { notice: `Đã hoàn tác ${code}.`, done: true };
}

/** The confirmation with this report's line replaced and its button gone; the other reports keep theirs. */
async function withoutReport(
  eventId: TaskEventId,
  code: string,
  undone: Line,
  { chat, messageId }: CommandRequest,
  { stores }: CommandDeps,
): Promise<Reply> {
  const posted = messageId === null ? null : await stores.outbox.posted(chat.id, messageId);
  const buttons: Button[] = [];
  for (const { text, callbackId } of posted?.content.buttons.flat() ?? []) {
    const callback = await stores.callbacks.find(callbackId);
    if (callback === null || (callback.action.kind === 'undo' && callback.action.eventId === eventId))
      continue;
    buttons.push({ text, action: callback.action, allowed: callback.allowed });
  }
  const lines = posted?.content.lines ?? [];
  const isAbout = (line: Line) =>
    line.some((part) => typeof part === 'object' && 'bold' in part && startsWithCode(part.bold, code));
  const kept = lines.map((line) => (isAbout(line) ? undone : line));
  return { lines: lines.some(isAbout) ? kept : [undone], buttons: buttons.map((button) => [button]) };
}

const startsWithCode = (text: string, code: string) => text === code || text.startsWith(`${code} `);

const REFUSALS: Readonly<Record<UndoRefusal['kind'], string>> = {
  'not-yours': 'Chỉ người đã báo (trong 10 phút) hoặc lãnh đạo nhóm hoàn tác được.',
  'too-late': 'Đã quá 10 phút: nhờ lãnh đạo nhóm bấm Hoàn tác, hoặc báo lại trạng thái mới.',
  undone: 'Báo cáo này đã được hoàn tác trước đó.',
  overtaken: 'Nhiệm vụ đã có báo cáo mới hơn; hãy hoàn tác báo cáo mới hơn trước.',
};
