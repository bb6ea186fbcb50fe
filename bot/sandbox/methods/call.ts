import { badRequest, forbidden } from '../api-error.ts';
import { type ChatRecord, isGroup, isPresent } from '../chats.ts';
import { integerOf, type Parameters, textOf } from '../parameters.ts';
import { botMembership, type World } from '../world.ts';

export type Call = {
  readonly world: World;
  readonly parameters: Parameters;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
};

/** Carries out one Bot API method; what it returns is the `result`. Refuses by throwing ApiError. */
export type Method = (call: Call) => unknown;

/** The chat that a call names, by id or @username, whether or not the bot is in it. */
export function chatOf({ world, parameters }: Call): ChatRecord {
  const raw = textOf(parameters, 'chat_id').trim();
  if (raw === '') throw badRequest('chat_id is empty');
  const id = integerOf(parameters, 'chat_id');
  const chat = id === null ? byUsername(world, raw) : world.chats.get(id);
  if (!chat) {
    if (id !== null && world.people.has(id)) throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }
  if (chat.migratedTo !== null) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
  }
  return chat;
}

function byUsername(world: World, raw: string): ChatRecord | undefined {
  const name = raw.replace(/^@/u, '').toLowerCase();
  return [...world.chats.values()].find((chat) => chat.username?.toLowerCase() === name);
}

/** The chat that a call names, if the bot is in it. */
export function joinedChatOf(call: Call): ChatRecord {
  const chat = chatOf(call);
  const bot = botMembership(call.world, chat);
  if (isPresent(bot)) return chat;
  if (chat.kind === 'private') throw forbidden('bot was blocked by the user');
  const kind =
    chat.kind === 'group' ? 'group chat' : chat.kind === 'channel' ? 'channel chat' : 'supergroup chat';
  throw forbidden(
    bot.status === 'kicked' ? `bot was kicked from the ${kind}` : `bot is not a member of the ${kind}`,
  );
}

/** The chat that a call posts or edits in: the bot may write, and the rates allow it. */
export function writableChatOf(call: Call): ChatRecord {
  const chat = joinedChatOf(call);
  const bot = botMembership(call.world, chat);
  if (chat.kind === 'channel' && bot.status !== 'administrator') {
    throw badRequest('need administrator rights in the channel chat');
  }
  if (!bot.canSend) throw badRequest('not enough rights to send text messages to the chat');
  return chat;
}

/** Counts a post against the sending rates; called once everything else is in order. */
export const countPost = (world: World, chat: ChatRecord) => world.rates.take(chat.id, isGroup(chat));
