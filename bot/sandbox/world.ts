import type { Clock } from '../../domain/clock.ts';
import { badRequest } from './api-error.ts';
import { type ChatRecord, MEMBER, membershipOf, wireChatOf } from './chats.ts';
import { type CommandMenu, createCommandMenu } from './command-menu.ts';
import { createFileShelf, type FileShelf } from './files.ts';
import { append, createEvents, createJournal, type Events, type Journal } from './journal.ts';
import { type BotUser, botUserOf, type Person, userOf } from './people.ts';
import { createRates, type Limits, type Rates } from './rates.ts';
import { createUpdateQueue, type UpdateQueue } from './updates.ts';
import type { ChatKind, WireMessage, WireUser } from './wire.ts';

export type WorldOptions = {
  readonly token: string;
  readonly botUser: BotUser;
  /** Business clock: message dates, and how long a button press can be answered. */
  readonly clock: Clock;
  /** Rates, long polls and retention of updates; the machine's clock when absent. */
  readonly realClock?: Clock | undefined;
  readonly limits?: Limits | undefined;
  /** Ids of updates and messages begin above it; give a growing number to a bot with a memory. */
  readonly idBase?: number | undefined;
  /** Messages kept in a chat, and entries in each list of the journal. */
  readonly keep?: number | undefined;
};

export type PressRecord = {
  readonly at: number;
  readonly chatId: number;
  readonly personId: number;
  answered: boolean;
};

/** Everything the local Bot API knows. One value, in memory. */
export type World = {
  readonly token: string;
  readonly bot: BotUser;
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly keep: number;
  readonly idBase: number;
  readonly people: Map<number, Person>;
  readonly chats: Map<number, ChatRecord>;
  readonly updates: UpdateQueue;
  readonly rates: Rates;
  readonly presses: Map<string, PressRecord>;
  readonly files: FileShelf;
  readonly menu: CommandMenu;
  readonly journal: Journal;
  readonly events: Events;
  /** Message ids of private chats and basic groups: one row for all of them, as on Telegram. */
  readonly takeSharedMessageId: () => number;
  webhookUrl: string;
};

const KEEP = 5000;

export function createWorld(options: WorldOptions): World {
  const realClock = options.realClock ?? Date.now;
  const idBase = options.idBase ?? 0;
  return {
    token: options.token,
    bot: options.botUser,
    clock: options.clock,
    realClock,
    keep: options.keep ?? KEEP,
    idBase,
    people: new Map(),
    chats: new Map(),
    updates: createUpdateQueue(realClock, idBase + 1),
    rates: createRates(realClock, options.limits ?? 'telegram'),
    presses: new Map(),
    files: createFileShelf(),
    menu: createCommandMenu(),
    journal: createJournal(),
    events: createEvents(),
    takeSharedMessageId: counterFrom(idBase),
    webhookUrl: '',
  };
}

function counterFrom(base: number): () => number {
  let last = base;
  return () => {
    last += 1;
    return last;
  };
}

export const secondsOf = (world: World) => Math.floor(world.clock() / 1000);

export type NewChat = {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly username?: string | undefined;
  readonly forum?: boolean | undefined;
  readonly person?: Person | undefined;
};

export function addChat(world: World, chat: NewChat): ChatRecord {
  if (world.chats.has(chat.id)) throw new Error(`chat ${chat.id} is already there`);
  const ownRow = chat.kind === 'supergroup' || chat.kind === 'channel';
  const record: ChatRecord = {
    id: chat.id,
    kind: chat.kind,
    title: chat.title,
    username: chat.username ?? null,
    isForum: chat.forum ?? false,
    person: chat.person ?? null,
    members: new Map(),
    messages: new Map(),
    topics: new Map(),
    closedTopics: new Set(),
    // Message 1 of a supergroup is its creation; in a forum it names the General topic.
    takeMessageId: ownRow ? counterFrom(world.idBase + 1) : world.takeSharedMessageId,
    migratedTo: null,
    botPosted: false,
  };
  world.chats.set(record.id, record);
  return record;
}

/** The private chat of a person with the bot; opened by the person, never by the bot. */
export function openPrivateChat(world: World, person: Person): ChatRecord {
  const known = world.chats.get(person.id);
  if (known) return known;
  const chat = addChat(world, { id: person.id, kind: 'private', title: person.name, person });
  chat.members.set(person.id, MEMBER);
  chat.members.set(world.bot.id, MEMBER);
  return chat;
}

/** Keeps a message in its chat and tells the page; the oldest are forgotten beyond `keep`. */
export function keepMessage(world: World, chat: ChatRecord, message: WireMessage): WireMessage {
  chat.messages.set(message.message_id, message);
  if (chat.messages.size > world.keep) {
    const oldest = chat.messages.keys().next();
    if (oldest.done !== true) chat.messages.delete(oldest.value);
  }
  world.events.emit({ kind: 'message', chatId: chat.id, message });
  return message;
}

export function replaceMessage(world: World, chat: ChatRecord, message: WireMessage): WireMessage {
  chat.messages.set(message.message_id, message);
  world.events.emit({ kind: 'edited', chatId: chat.id, message });
  return message;
}

export function userById(world: World, id: number): WireUser | null {
  if (id === world.bot.id) return botUserOf(world.bot);
  const person = world.people.get(id);
  return person ? userOf(person) : null;
}

/** A reply carries the message it answers, without that one's own reply. */
export function quoted(message: WireMessage): WireMessage {
  const { reply_to_message: _nested, ...rest } = message;
  return rest;
}

export const botMembership = (world: World, chat: ChatRecord) => membershipOf(chat, world.bot.id);

export const baseOf = (world: World, chat: ChatRecord) => ({
  message_id: chat.takeMessageId(),
  date: secondsOf(world),
  chat: wireChatOf(chat),
});

/** The thread of a call or of a typed message; throws ApiError 400 when there is no such open topic. */
export function checkThread(chat: ChatRecord, threadId: number | null): void {
  if (threadId === null) return;
  if (!chat.isForum || !chat.topics.has(threadId)) throw badRequest('message thread not found');
  if (chat.closedTopics.has(threadId)) throw badRequest('TOPIC_CLOSED');
}

export function recordCall(
  world: World,
  method: string,
  chatId: number | null,
  outcome: number | string,
): void {
  const call = { realAt: world.realClock(), method, chatId, outcome };
  append(world.journal.calls, call, world.keep);
  world.events.emit({ kind: 'call', call });
}
