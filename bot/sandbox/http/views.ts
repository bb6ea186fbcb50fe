import type { BotApi } from '../bot-api.ts';
import { type ChatRecord, isPresent, type Membership, membershipOf } from '../chats.ts';
import type { ClockState } from '../clock-desk.ts';
import type { WireMessage } from '../wire.ts';

/** Chats as the page's list shows them: groups first, then every person's private chat with the bot. */
export function overview(api: BotApi, clock: ClockState) {
  const { world } = api;
  const groups = api.groups.all().filter(({ migratedTo }) => migratedTo === null);
  const people = api.people.all();
  return {
    clock,
    bot: { id: world.bot.id, name: world.bot.name, username: world.bot.username },
    chats: [
      ...groups.map((chat) => entryOf(chat)),
      ...people.map((person) => {
        const chat = world.chats.get(person.id);
        return chat ? entryOf(chat) : { id: person.id, title: person.name, isPrivate: true, last: null };
      }),
    ],
  };
}

function entryOf(chat: ChatRecord) {
  return {
    id: chat.id,
    title: chat.title,
    isPrivate: chat.person !== null,
    last: [...chat.messages.values()].at(-1) ?? null,
  };
}

/** One chat with its members and messages, oldest first. */
export function chatView(api: BotApi, chat: ChatRecord) {
  return {
    id: chat.id,
    title: chat.title,
    isPrivate: chat.person !== null,
    bot: membershipOf(chat, api.world.bot.id).status,
    members: [...chat.members].flatMap(([id, membership]) => memberOf(api, id, membership)),
    messages: [...chat.messages.values()] satisfies readonly WireMessage[],
  };
}

function memberOf(api: BotApi, id: number, membership: Membership) {
  const person = api.world.people.get(id);
  return person && isPresent(membership) ? [{ id, name: person.name, status: membership.status }] : [];
}
