import { commands } from '../commands/registry.ts';
import type { Sleep } from '../domain/bell.ts';
import type { Clock } from '../domain/clock.ts';
import type { DeliveryOutcome, OutboxSender } from '../domain/delivery.ts';
import { type ChatId, chatId } from '../domain/ids.ts';
import { breakdownName, type Log } from '../domain/log.ts';
import type { OutboxContent, OutboxMessage } from '../domain/outbox.ts';
import { accept, type Result } from '../domain/result.ts';
import type { Storage, Stores } from '../domain/storage.ts';
import { createUnitDirectory } from '../domain/unit-directory.ts';
import { createAnswerShelf } from './answer-shelf.ts';
import type { TelegramClient } from './client.ts';
import { learnIdentity } from './identity.ts';
import { createInboxWorker } from './inbox-worker.ts';
import { createLeadership } from './leadership.ts';
import { createMembership, type Membership, type Standing } from './membership.ts';
import { showMenus } from './menu.ts';
import { createNotices } from './notices.ts';
import type { Pacing } from './pacing.ts';
import { createPoller } from './poller.ts';
import { createRouter } from './router.ts';
import { createSender, type Place } from './sender.ts';
import { readVersion } from './version.ts';

/** How a bot stands towards one Bot API: Telegram's, or the sandbox's. */
export type Edge = {
  readonly client: TelegramClient;
  readonly pacing: Pacing;
  readonly adminIds: readonly number[];
  /** Business time. */
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
};

export type Delivery = { readonly run: (signal: AbortSignal) => Promise<void>; readonly wake: () => void };
export type OnBuried = (stores: Stores, message: OutboxMessage, reason: string) => Promise<void>;

export type RunningBotOptions = {
  readonly storage: Storage;
  readonly edge: Edge;
  readonly createDelivery: (sender: OutboxSender, onBuried: OnBuried) => Delivery;
  /** Begins what runs beside the bot once it receives; returns how to end that. */
  readonly beside: (wakeDelivery: () => void) => Promise<() => Promise<void>>;
};

/**
 * Receives, answers and delivers until the signal aborts: then takes nothing new, finishes what is begun and settles
 * what was sent. The refusal is a sentence for whoever started it.
 */
export async function runBot(
  { storage, edge, createDelivery, beside }: RunningBotOptions,
  signal: AbortSignal,
): Promise<Result<null, string>> {
  const { client, adminIds, clock, realClock, sleep, random, newId, log } = edge;
  const identity = await learnIdentity(client, sleep, log, signal);
  if (!identity.ok) return identity;
  if (identity.value === null) return accept(null);
  const me = identity.value;

  const sender = createSender({ client, pacing: edge.pacing, realClock, log });
  const notices = createNotices({ adminIds, clock, realClock, newId });
  const delivery = createDelivery(sender, notices.buried);
  const reply = async (place: Place, contents: readonly OutboxContent[]): Promise<void> => {
    const { failure } = await sender.reply(place, contents);
    await learnFromRefusal(storage, place.chatId, failure);
  };
  const membership = createMembership({
    me,
    storage,
    adminIds,
    clock,
    realClock,
    newId,
    standingIn: (chat) => standingIn(client, chat, me.id),
    greet: (chat, lines) =>
      reply({ chatId: chat, threadId: null }, [{ kind: 'send', lines, buttons: [], messageId: null }]),
    wakeOutbox: delivery.wake,
  });
  const router = createRouter({
    me,
    commands,
    adminIds,
    directory: createUnitDirectory(),
    answers: createAnswerShelf(),
    clock,
    realClock,
    newId,
    process: { version: readVersion(), startedAt: clock() },
    membership,
    reply: ({ id, threadId }, contents) => reply({ chatId: id, threadId }, contents),
    answerPress: async (queryId, notice) => {
      await client.call('answerCallbackQuery', {
        callback_query_id: queryId,
        ...(notice === null ? {} : { text: notice }),
      });
    },
    wakeOutbox: delivery.wake,
    onDenied: (reason, update) => log.warn({ reason, update }, 'a press was denied'),
  });
  const inbox = createInboxWorker({
    storage,
    prepare: createLeadership(client, realClock),
    route: router.route,
    onGivenUp: notices.givenUp,
    realClock,
    sleep,
    log,
  });
  const poller = createPoller({
    client,
    receive: inbox.receive,
    realClock,
    sleep,
    random,
    log,
  });

  await client.call('deleteWebhook', { drop_pending_updates: false }, { signal });
  await showMenus(client, commands, adminIds);
  const settled = new AbortController();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const delivering = delivery.run(settled.signal);
  const receiving = Promise.all([poller.run(stopping.signal), inbox.run(stopping.signal)]);
  let endBeside = async () => {};
  try {
    endBeside = await beside(delivery.wake);
    await checkGroups(storage, membership, stopping.signal, log);
    await receiving;
  } finally {
    // Also when something beside broke: nothing may go on working on a database that is about to close.
    stop();
    await receiving;
    await inbox.settle();
    await endBeside();
    settled.abort();
    await delivering;
  }
  return accept(null);
}

async function checkGroups(
  storage: Storage,
  membership: Membership,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  for (const { chatId: chat } of await storage.groups.active()) {
    if (signal.aborted) return;
    try {
      await membership.checkRights(chat);
    } catch (error) {
      log.warn({ chat, error: breakdownName(error) }, 'the rights in a group could not be looked at');
    }
  }
}

/** An answer is not repeated, but what its refusal says of the group holds for everything that waits. */
async function learnFromRefusal(
  { groups }: Storage,
  chat: ChatId,
  failure: DeliveryOutcome | null,
): Promise<void> {
  if (failure?.kind !== 'rejected') return;
  if (failure.reason.kind === 'forbidden') await groups.pause(chat, 'forbidden');
  if (failure.reason.kind === 'migrated') await groups.migrate(chat, chatId(failure.reason.to));
}

async function standingIn(client: TelegramClient, chat: number, me: number): Promise<Standing | null> {
  const outcome = await client.call('getChatMember', { chat_id: chat, user_id: me });
  if (outcome.kind !== 'ok') return null;
  const { status, can_send_messages } = outcome.result;
  return { status, canSend: status !== 'restricted' || can_send_messages === true };
}
