import {
  type ChatRecord,
  isAdministrator,
  isPresent,
  type Membership,
  membershipOf,
  wireChatOf,
} from '../chats.ts';
import { deliver } from '../delivery.ts';
import { wireMemberOf } from '../members.ts';
import { ANONYMOUS_ADMINISTRATOR, botUserOf } from '../people.ts';
import { present, type WireMemberChange, type WireMessage, type WireUpdate, type WireUser } from '../wire.ts';
import { baseOf, botMembership, keepMessage, secondsOf, userById, type World } from '../world.ts';

/**
 * Changes the bot's standing in a chat: `my_chat_member`, and in a group the service message that goes with it.
 * Returns the updates that the bot is sent.
 */
export function changeBot(
  world: World,
  chat: ChatRecord,
  next: Membership,
  byId: number,
): readonly WireUpdate[] {
  const previous = membershipOf(chat, world.bot.id);
  chat.members.set(world.bot.id, next);
  if (!isPresent(next)) chat.botPosted = false;
  const actor = userById(world, byId) ?? ANONYMOUS_ADMINISTRATOR;
  const change = memberChange(world, chat, botUserOf(world.bot), { previous, next, actor });
  const update = world.updates.push({ my_chat_member: change });
  const service = announceBot(world, chat, actor, { previous, next });
  world.events.emit({ kind: 'chats' });
  return [update, service].filter((sent) => sent !== null);
}

type Standing = { readonly previous: Membership; readonly next: Membership };

function announceBot(world: World, chat: ChatRecord, actor: WireUser, { previous, next }: Standing) {
  const bot = botUserOf(world.bot);
  if (chat.kind === 'private' || chat.kind === 'channel' || isPresent(previous) === isPresent(next))
    return null;
  const message = serviceMessage(
    world,
    chat,
    actor,
    isPresent(next) ? { new_chat_members: [bot] } : { left_chat_member: bot },
  );
  // A bot is still told that it was put out, though it is no longer in the chat.
  return isPresent(next) || actor.id === bot.id
    ? deliver(world, chat, message, 'new')
    : world.updates.push({ message });
}

/** A person joins, leaves, is promoted or put out. */
export function changeMember(
  world: World,
  chat: ChatRecord,
  personId: number,
  next: Membership,
  byId: number,
): readonly WireUpdate[] {
  const user = userById(world, personId);
  if (user === null) throw new Error(`nobody has the id ${personId}`);
  const previous = membershipOf(chat, personId);
  chat.members.set(personId, next);
  const actor = userById(world, byId) ?? user;
  world.events.emit({ kind: 'chats' });
  const change = memberChange(world, chat, user, { previous, next, actor });
  // Only an administrator bot is told how other members stand.
  const update = isAdministrator(botMembership(world, chat))
    ? world.updates.push({ chat_member: change })
    : null;
  if (isPresent(previous) === isPresent(next)) return update === null ? [] : [update];
  const content = isPresent(next) ? { new_chat_members: [user] } : { left_chat_member: user };
  const service = deliver(world, chat, serviceMessage(world, chat, actor, content), 'new');
  return [update, service].filter((sent) => sent !== null);
}

function memberChange(
  world: World,
  chat: ChatRecord,
  user: WireUser,
  { previous, next, actor }: Standing & { readonly actor: WireUser },
): WireMemberChange {
  return {
    chat: wireChatOf(chat),
    from: actor,
    date: secondsOf(world),
    old_chat_member: wireMemberOf(user, previous),
    new_chat_member: wireMemberOf(user, next),
  };
}

export function serviceMessage(
  world: World,
  chat: ChatRecord,
  from: WireUser,
  content: Partial<WireMessage>,
): WireMessage {
  return keepMessage(world, chat, present<WireMessage>({ ...baseOf(world, chat), from, ...content }));
}
