import { getRequestListener } from '@hono/node-server';
import { changeBot, changeMember } from './acts/membership.ts';
import { type Migration, migrate } from './acts/migrating.ts';
import { type Pressed, press, pressAnything } from './acts/pressing.ts';
import { createTopic } from './acts/topics.ts';
import { edit, forward, type Said, type SayOptions, say } from './acts/writing.ts';
import { ADMINISTRATOR, type ChatRecord, CREATOR, KICKED, LEFT, MEMBER, type Membership } from './chats.ts';
import { createFaults, type Faults } from './faults.ts';
import { createControl } from './http/control.ts';
import { type Listening, listen, type RequestListener } from './http/listen.ts';
import type { AcceptedEdit, AcceptedSend, CallbackAnswer, CallRecord, Events } from './journal.ts';
import type { Person } from './people.ts';
import type { Limits } from './rates.ts';
import type { WireMessage, WireUpdate } from './wire.ts';
import { addChat, createWorld, openPrivateChat, type World, type WorldOptions } from './world.ts';

export type BotStanding = 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export type NewGroup = {
  /** Negative; a supergroup's or channel's begins with -100. */
  readonly chatId: number;
  readonly title: string;
  /** Absent: a supergroup. */
  readonly kind?: 'group' | 'supergroup' | 'channel' | undefined;
  readonly username?: string | undefined;
  readonly forum?: boolean | undefined;
  readonly members?: readonly number[] | undefined;
  /** They are members too; the first one is the creator. */
  readonly admins?: readonly number[] | undefined;
  /** Absent: a plain member, in privacy mode. `left`: not in the group yet. */
  readonly bot?: BotStanding | undefined;
};

/** The local Bot API: what people do to it in process, what a bot sees over HTTP. */
export type BotApi = {
  readonly world: World;
  readonly people: { readonly add: (person: Person) => Person; readonly all: () => readonly Person[] };
  readonly groups: { readonly add: (group: NewGroup) => number; readonly all: () => readonly ChatRecord[] };
  readonly say: (chatId: number, personId: number, text: string, options?: SayOptions) => Said;
  readonly edit: (message: WireMessage, text: string) => Said;
  readonly forward: (message: WireMessage, toChatId: number, personId: number) => Said;
  readonly press: (message: WireMessage, button: string, personId: number) => Pressed;
  readonly pressAnything: (message: WireMessage, callbackData: string, personId: number) => Pressed;
  /** A person comes in, or changes standing; returns the updates that the bot is sent. */
  readonly join: (chatId: number, personId: number, standing?: Partial<Membership>) => readonly WireUpdate[];
  readonly leave: (chatId: number, personId: number, byId?: number) => readonly WireUpdate[];
  /** Adds, promotes, demotes or restricts the bot, or lets it leave; in a private chat `kicked` means blocked. */
  readonly setBot: (chatId: number, standing: BotStanding, byId: number) => readonly WireUpdate[];
  readonly kick: (chatId: number, byId: number) => readonly WireUpdate[];
  readonly migrate: (chatId: number, migration: Migration) => readonly WireUpdate[];
  /** Returns the thread id. */
  readonly createTopic: (chatId: number, name: string, byId: number) => number;
  /** The same update once more, confirmed or not; `newId`: the same message as a new update. */
  readonly redeliver: (update: WireUpdate, as?: 'same-id' | 'new-id') => void;
  /** Messages of the bot that stand in the chat, as they read now, oldest first. */
  readonly posted: (chatId: number) => readonly WireMessage[];
  readonly history: (chatId: number) => readonly WireMessage[];
  readonly accepted: readonly AcceptedSend[];
  readonly edits: readonly AcceptedEdit[];
  readonly answers: readonly CallbackAnswer[];
  readonly calls: readonly CallRecord[];
  readonly faults: Faults;
  readonly setLimits: (limits: Limits) => void;
  readonly events: Events;
  /** Resolves when the condition holds, looked at after every call and event. Rejects after `timeoutMs` (10 s) of real time. */
  readonly until: (condition: () => boolean, timeoutMs?: number) => Promise<void>;
  readonly listen: (port?: number, others?: RequestListener) => Promise<Listening>;
};

const STANDINGS: Readonly<Record<BotStanding, Membership>> = {
  administrator: ADMINISTRATOR,
  member: MEMBER,
  restricted: { status: 'restricted', anonymous: false, canSend: false },
  left: LEFT,
  kicked: KICKED,
};

export function createBotApi(options: WorldOptions): BotApi {
  const world = createWorld(options);
  const faults = createFaults();
  const chatOf = (chatId: number) => chatById(world, chatId);
  const setBot = (chatId: number, standing: BotStanding, byId: number) =>
    changeBot(world, chatOf(chatId), STANDINGS[standing], byId);
  return {
    world,
    people: {
      add: (person) => {
        world.people.set(person.id, person);
        return person;
      },
      all: () => [...world.people.values()],
    },
    groups: {
      add: (group) => addGroup(world, group),
      all: () => [...world.chats.values()].filter(({ person }) => !person),
    },
    say: (chatId, personId, text, sayOptions) => say(world, chatId, personId, text, sayOptions),
    edit: (message, text) => edit(world, message, text),
    forward: (message, toChatId, personId) => forward(world, message, toChatId, personId),
    press: (message, button, personId) => press(world, message, button, personId),
    pressAnything: (message, callbackData, personId) => pressAnything(world, message, callbackData, personId),
    join: (chatId, personId, standing) =>
      changeMember(world, chatOf(chatId), personId, { ...MEMBER, ...standing }, personId),
    leave: (chatId, personId, byId) => changeMember(world, chatOf(chatId), personId, LEFT, byId ?? personId),
    setBot,
    kick: (chatId, byId) => setBot(chatId, 'kicked', byId),
    migrate: (chatId, migration) => migrate(world, chatOf(chatId), migration),
    createTopic: (chatId, name, byId) => createTopic(world, chatOf(chatId), name, byId),
    redeliver: (update, as = 'same-id') => {
      if (as === 'same-id') world.updates.repeat(update);
      else {
        const { update_id: _old, ...content } = update;
        world.updates.push(content);
      }
    },
    posted: (chatId) => [...chatOf(chatId).messages.values()].filter(({ from }) => from?.id === world.bot.id),
    history: (chatId) => [...chatOf(chatId).messages.values()],
    ...world.journal,
    faults,
    setLimits: world.rates.setLimits,
    events: world.events,
    until: (condition, timeoutMs) => until(world, condition, timeoutMs),
    listen: (port = 0, others) =>
      listen(world, faults, port, others ?? getRequestListener(createControl(world, faults).fetch)),
  };
}

function chatById(world: World, chatId: number): ChatRecord {
  const person = world.people.get(chatId);
  const chat = world.chats.get(chatId) ?? (person ? openPrivateChat(world, person) : undefined);
  if (!chat) throw new Error(`there is no chat ${chatId}`);
  return chat;
}

function addGroup(world: World, group: NewGroup): number {
  const {
    chatId,
    title,
    kind = 'supergroup',
    username,
    forum,
    members = [],
    admins = [],
    bot = 'member',
  } = group;
  const chat = addChat(world, { id: chatId, kind, title, username, forum });
  for (const personId of members) chat.members.set(personId, MEMBER);
  admins.forEach((personId, index) => {
    chat.members.set(personId, index === 0 ? CREATOR : ADMINISTRATOR);
  });
  if (bot !== 'left') chat.members.set(world.bot.id, STANDINGS[bot]);
  world.events.emit({ kind: 'chats' });
  return chatId;
}

function until(world: World, condition: () => boolean, timeoutMs = 10_000): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`still not so after ${timeoutMs} ms: ${condition.toString()}`));
    }, timeoutMs);
    const stop = world.events.on(() => {
      if (!condition()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}
