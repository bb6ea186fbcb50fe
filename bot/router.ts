import type { Message, Update, UserFromGetMe } from '@telegraf/types';
import { Context, Telegraf } from 'telegraf';
import type {
  Answer,
  Chat,
  Command,
  CommandDeps,
  CommandRequest,
  ProcessStatus,
} from '../commands/command.ts';
import { hearMessage } from '../commands/report.ts';
import { isFor } from '../commands/trogiup.ts';
import { undoReport } from '../commands/undo.ts';
import { type Clock, localDateOf } from '../domain/clock.ts';
import type { Group } from '../domain/group.ts';
import { type ChatId, callbackId, chatId } from '../domain/ids.ts';
import type { Reply } from '../domain/message.ts';
import type { Callback, OutboxContent } from '../domain/outbox.ts';
import { prepareContents } from '../domain/posting.ts';
import { assertNever } from '../domain/result.ts';
import { EVERYTHING, NO_SCOPE, type Scope, unitScope } from '../domain/scope.ts';
import type { Stores } from '../domain/storage.ts';
import type { UnitDirectory } from '../domain/unit-directory.ts';
import type { AnswerShelf } from './answer-shelf.ts';
import type { Membership } from './membership.ts';
import { authorOf, isForwarded, readCommand, toAsker, toChat } from './update.ts';

const ASK_BUTTON_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

export type AfterCommit = () => Promise<void>;

export type RouterDeps = {
  readonly me: UserFromGetMe;
  readonly commands: readonly Command[];
  readonly adminIds: readonly number[];
  readonly directory: UnitDirectory;
  readonly answers: AnswerShelf;
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly newId: () => string;
  readonly process: ProcessStatus;
  readonly membership: Membership;
  /** Sends the answer to a pure question, at most once. */
  readonly reply: (chat: Pick<Chat, 'id' | 'threadId'>, contents: readonly OutboxContent[]) => Promise<void>;
  /** Ends the waiting circle on a pressed button, with a notice where there is one. */
  readonly answerPress: (queryId: string, notice: string | null) => Promise<void>;
  /** Something was put into the outbox. */
  readonly wakeOutbox: () => void;
  readonly onDenied: (reason: string, update: number) => void;
};

/** One update on its way: the transaction's stores, what was looked up before it, what happens after it. */
type Job = {
  readonly stores: Stores;
  readonly isLeader: boolean;
  readonly afterCommit: AfterCommit[];
  /** Where the update belongs now; the body keeps a group's id from before it became a supergroup. */
  readonly chatId: ChatId;
};

export type Router = {
  /** Works on one update inside the caller's transaction; returns what is to be done after its commit. */
  readonly route: (
    update: unknown,
    stores: Stores,
    isLeader: boolean,
    chat: ChatId,
  ) => Promise<{ readonly afterCommit: readonly AfterCommit[] }>;
};

class RoutedContext extends Context {
  job: Job | null = null;
}

/** Telegraf tells kinds of updates apart; what they mean is told to commands, which never see it. */
export function createRouter(deps: RouterDeps): Router {
  const jobs = new WeakMap<Update, Job>();
  // Nothing is ever sent through this instance: it has no token.
  const bot = new Telegraf<RoutedContext>('0:none', {
    handlerTimeout: Number.POSITIVE_INFINITY,
    contextType: RoutedContext,
  });
  bot.botInfo = deps.me;
  bot.use((ctx, next) => {
    ctx.job = jobs.get(ctx.update) ?? null;
    return next();
  });
  bot.on('callback_query', (ctx) => withJob(ctx, (job) => press(ctx.update, job, deps)));
  bot.on('my_chat_member', (ctx) =>
    withJob(ctx, (job) => deps.membership.changed(ctx.myChatMember, job.stores, job.afterCommit)),
  );
  bot.on('message', (ctx) => withJob(ctx, (job) => hear(ctx.message, false, job, deps)));
  bot.on('edited_message', (ctx) => withJob(ctx, (job) => hear(ctx.editedMessage, true, job, deps)));

  return {
    async route(update, stores, isLeader, chat) {
      if (!isUpdate(update)) return { afterCommit: [] };
      const job: Job = { stores, isLeader, afterCommit: [], chatId: chat };
      jobs.set(update, job);
      await bot.handleUpdate(update);
      return { afterCommit: job.afterCommit };
    },
  };
}

/** The inbox keeps only what has an update id; telegraf tells the rest apart and passes over what it does not know. */
const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' && value !== null && 'update_id' in value;

async function withJob(ctx: RoutedContext, work: (job: Job) => Promise<void>): Promise<void> {
  if (ctx.job === null) throw new Error('an update reached the router without its transaction');
  await work(ctx.job);
}

async function hear(message: Message, isEdit: boolean, job: Job, deps: RouterDeps): Promise<void> {
  const { stores, afterCommit } = job;
  if ('migrate_to_chat_id' in message)
    return stores.groups.migrate(chatId(message.chat.id), chatId(message.migrate_to_chat_id));
  if ('migrate_from_chat_id' in message)
    return stores.groups.migrate(chatId(message.migrate_from_chat_id), chatId(message.chat.id));
  // Under a photo or a file the words are its caption: that is where evidence is reported.
  const text = 'text' in message ? message.text : 'caption' in message ? message.caption : undefined;
  if (message.chat.type === 'channel' || text === undefined || isForwarded(message)) return;

  const threadId = message.is_topic_message === true ? message.message_thread_id : undefined;
  const chat = toChat(message.chat, threadId, job.chatId);
  const written = readCommand(text);
  if (written?.addressee != null && written.addressee !== deps.me.username.toLowerCase()) return;

  const repliedTo = 'reply_to_message' in message ? message.reply_to_message.message_id : undefined;
  const posted = repliedTo === undefined ? null : await stores.outbox.posted(chat.id, repliedTo);
  const request: CommandRequest = {
    ...(await viewOf(chat, stores, deps, message.from?.id ?? null)),
    argument: written === null ? text : written.argument,
    unitId: null,
    year: null,
    asker: authorOf(message, deps.adminIds, job.isLeader),
    messageId: message.message_id,
    isEdit,
    repliesTo: posted?.about ?? [],
  };
  const answer =
    written === null
      ? await hearMessage(request, commandDeps(job, deps))
      : await obey(written.name, written.addressee !== null || chat.kind === 'private', request, job, deps);
  await say(answer, request, job, deps);
  if (answer.kind === 'bound') afterCommit.push(() => deps.membership.checkRights(chat.id));
}

/** The chat's group and what may be read from here. */
async function viewOf(
  chat: Chat,
  stores: Stores,
  { adminIds }: RouterDeps,
  personId: number | null,
): Promise<Pick<CommandRequest, 'chat' | 'group' | 'scope'>> {
  if (chat.kind === 'private') {
    const isAdmin = personId !== null && adminIds.includes(personId);
    return { chat, group: null, scope: isAdmin ? EVERYTHING : NO_SCOPE };
  }
  const bound = await stores.groups.find(chat.id);
  const group: Group | null = bound?.state === 'active' ? bound : null;
  const scope: Scope = group === null ? NO_SCOPE : unitScope(group.unitId);
  return { chat, group, scope };
}

async function obey(
  name: string,
  isAddressed: boolean,
  request: CommandRequest,
  job: Job,
  deps: RouterDeps,
): Promise<Answer> {
  const command = deps.commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    // In a group it may be another bot's command.
    return isAddressed ? { kind: 'reply', reply: UNKNOWN_COMMAND } : { kind: 'silence' };
  }
  if (!isFor(command, request)) {
    return { kind: 'reply', reply: command.audience === 'administrators' ? ADMINISTRATORS_ONLY : NOT_BOUND };
  }
  const answer = () => command.handle(request, commandDeps(job, deps));
  if (command.isReference !== true) return answer();
  const { argument, unitId, year, group, scope } = request;
  const key = JSON.stringify([name, argument, unitId, year, group?.unitId ?? null, scope.kind]);
  return deps.answers.take(await job.stores.units.revision(), key, answer);
}

function commandDeps({ stores }: Job, deps: RouterDeps): CommandDeps {
  const now = deps.clock();
  return {
    stores,
    directory: deps.directory,
    now,
    today: localDateOf(now),
    posting: { realNow: deps.realClock(), newId: deps.newId },
    commands: deps.commands,
    process: deps.process,
    botUsername: deps.me.username,
  };
}

async function say(
  answer: Answer,
  { chat, messageId }: CommandRequest,
  { stores, afterCommit }: Job,
  deps: RouterDeps,
): Promise<void> {
  if (answer.kind === 'recorded' || answer.kind === 'bound') afterCommit.push(async () => deps.wakeOutbox());
  if (answer.kind !== 'reply') return;
  const contents = await prepareContents(
    stores.callbacks,
    {
      chatId: chat.id,
      threadId: chat.threadId,
      reply: answer.reply,
      replyTo: chat.kind === 'group' ? messageId : null,
      buttonsExpireAt: deps.clock() + ASK_BUTTON_LIFE_MS,
    },
    { realNow: deps.realClock(), newId: deps.newId },
  );
  afterCommit.push(() => deps.reply(chat, contents));
}

async function press(
  update: Extract<Update, { callback_query: unknown }>,
  job: Job,
  deps: RouterDeps,
): Promise<void> {
  const { stores, afterCommit, isLeader } = job;
  const query = update.callback_query;
  const notice = (text: string | null) => afterCommit.push(() => deps.answerPress(query.id, text));
  const callback = await pressedCallback(update, stores, deps);
  if (callback === null || query.message === undefined) {
    deps.onDenied('callback', update.update_id);
    notice('Nút này không dùng được ở đây hoặc đã hết hạn. Gửi lại lệnh để có nút mới.');
    return;
  }
  const threadId =
    'is_topic_message' in query.message && query.message.is_topic_message === true
      ? query.message.message_thread_id
      : undefined;
  const chat = toChat(query.message.chat, threadId);
  const { action } = callback;
  const request: CommandRequest = {
    ...(await viewOf(chat, stores, deps, query.from.id)),
    argument: action.kind === 'ask' ? action.argument : '',
    unitId: action.kind === 'ask' ? action.unitId : null,
    year: action.kind === 'ask' ? action.year : null,
    asker: toAsker(query.from, deps.adminIds, isLeader),
    messageId: query.message.message_id,
    isEdit: false,
    repliesTo: [],
  };
  switch (action.kind) {
    case 'ask': {
      const answer = await obey(action.command, true, request, job, deps);
      await say(answer, { ...request, messageId: null }, job, deps);
      if (answer.kind === 'bound') afterCommit.push(() => deps.membership.checkRights(chat.id));
      notice(null);
      return;
    }
    case 'undo': {
      const { notice: text, done } = await undoReport(action.eventId, request, commandDeps(job, deps));
      if (done) await stores.callbacks.use(callback.id, deps.clock());
      afterCommit.push(async () => deps.wakeOutbox());
      notice(text);
      return;
    }
    default:
      assertNever(action);
  }
}

/** The button's row, when this person may press it on this message in this chat now. */
async function pressedCallback(
  update: Extract<Update, { callback_query: unknown }>,
  stores: Stores,
  { clock }: RouterDeps,
): Promise<Callback | null> {
  const { message, from } = update.callback_query;
  const data = 'data' in update.callback_query ? update.callback_query.data : '';
  if (message === undefined || !/^[\w-]{1,64}$/u.test(data)) return null;
  const callback = await stores.callbacks.find(callbackId(data));
  if (callback === null || callback.chatId !== message.chat.id || callback.expiresAt < clock()) return null;
  if (callback.messageId !== null && callback.messageId !== message.message_id) return null;
  if (callback.allowed !== null && callback.allowed !== from.id) return null;
  if (callback.messageId === null) await stores.callbacks.attach([callback.id], message.message_id);
  return callback;
}

const sentence = (text: string): Reply => ({ lines: [[text]], buttons: [] });
const UNKNOWN_COMMAND = sentence('Không có lệnh này. Gửi /trogiup để xem các lệnh.');
const ADMINISTRATORS_ONLY = sentence(
  'Lệnh này dành cho quản trị bot (ADMIN_IDS). Gửi /trogiup để xem các lệnh dùng được.',
);
const NOT_BOUND = sentence(
  'Nhóm hoặc người chưa đăng ký nên chưa xem được số liệu. Nhờ quản trị bot ghi /dangky <tên đơn vị> trong nhóm; gửi /start để biết mã số của mình.',
);
