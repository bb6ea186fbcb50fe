import { type ChatRecord, isAdministrator, isPresent, membershipOf, wireChatOf } from '../chats.ts';
import { deliver } from '../delivery.ts';
import { imageSizeOf } from '../files.ts';
import { documentOf, photoOf } from '../media.ts';
import type { Upload } from '../parameters.ts';
import { ANONYMOUS_ADMINISTRATOR, CHANNEL_WRITER, userOf } from '../people.ts';
import { formatTyped, TEXT_LIMIT } from '../text/format.ts';
import { present, type WireMessage, type WireOrigin, type WireUpdate } from '../wire.ts';
import {
  baseOf,
  checkThread,
  keepMessage,
  openPrivateChat,
  quoted,
  replaceMessage,
  secondsOf,
  type World,
} from '../world.ts';

export type SayOptions = {
  /** A message id of the same chat. */
  readonly replyTo?: number | undefined;
  readonly threadId?: number | undefined;
  /** `anonymous`: as the group, by an administrator who hides; a channel's id: as that channel. */
  readonly as?: 'anonymous' | { readonly channelId: number } | undefined;
  readonly forwardOrigin?: WireOrigin | undefined;
  /** The id of the bot through which the text was written. */
  readonly viaBot?: boolean | undefined;
  /** A file; the text becomes its caption. Pictures sent `asPhoto` lose their name. */
  readonly file?: (Upload & { readonly asPhoto?: boolean | undefined }) | undefined;
};

/** What was written, and the update the bot was sent: null when Telegram would not show it to the bot. */
export type Said = { readonly message: WireMessage; readonly update: WireUpdate | null };

/** A person writes. In a chat of its own id the person opens the private chat with the bot first. Throws on a mistake of the caller. */
export function say(
  world: World,
  chatId: number,
  personId: number,
  text: string,
  options: SayOptions = {},
): Said {
  const person = world.people.get(personId);
  if (!person) throw new Error(`nobody has the id ${personId}`);
  const chat = chatId === personId ? openPrivateChat(world, person) : writableByPeople(world, chatId);
  if (!isPresent(membershipOf(chat, personId))) throw new Error(`${personId} is not in chat ${chatId}`);
  const message = composed(world, chat, userOf(person), text, options);
  keepMessage(world, chat, message);
  return { message, update: deliver(world, chat, message, 'new') };
}

function writableByPeople(world: World, chatId: number): ChatRecord {
  const chat = world.chats.get(chatId);
  if (!chat) throw new Error(`there is no chat ${chatId}`);
  if (chat.migratedTo !== null) throw new Error(`chat ${chatId} is now ${chat.migratedTo}`);
  return chat;
}

type Writer = Pick<WireMessage, 'from' | 'sender_chat' | 'author_signature'>;

function composed(
  world: World,
  chat: ChatRecord,
  user: NonNullable<WireMessage['from']>,
  text: string,
  options: SayOptions,
): WireMessage {
  const answered = options.replyTo === undefined ? undefined : chat.messages.get(options.replyTo);
  if (options.replyTo !== undefined && !answered)
    throw new Error(`no message ${options.replyTo} to reply to`);
  checkThread(chat, options.threadId ?? null);
  const content = contentOf(world, text, options);
  return present<WireMessage>({
    ...baseOf(world, chat),
    ...writerOf(world, chat, user, options),
    ...threadOf(chat, answered, options.threadId),
    forward_origin: options.forwardOrigin,
    reply_to_message: answered === undefined ? undefined : quoted(answered),
    via_bot:
      options.viaBot === true
        ? { id: 4_242_424_242, is_bot: true, first_name: 'Inline', username: 'InlineBot' }
        : undefined,
    ...content,
  });
}

function writerOf(
  world: World,
  chat: ChatRecord,
  user: NonNullable<WireMessage['from']>,
  { as }: SayOptions,
): Writer {
  if (chat.kind === 'channel') return { sender_chat: wireChatOf(chat) };
  if (as === undefined) {
    const hidden = membershipOf(chat, user.id).anonymous;
    return hidden ? { from: ANONYMOUS_ADMINISTRATOR, sender_chat: wireChatOf(chat) } : { from: user };
  }
  if (as === 'anonymous') {
    if (!isAdministrator(membershipOf(chat, user.id)))
      throw new Error('only an administrator can be anonymous');
    return { from: ANONYMOUS_ADMINISTRATOR, sender_chat: wireChatOf(chat) };
  }
  const channel = world.chats.get(as.channelId);
  if (!channel) throw new Error(`there is no channel ${as.channelId}`);
  return { from: CHANNEL_WRITER, sender_chat: wireChatOf(channel) };
}

/**
 * A topic's messages carry its id. So do replies in an ordinary supergroup, where it is no topic
 * and cannot be posted to: a trap that Telegram sets, and so do we.
 */
function threadOf(chat: ChatRecord, answered: WireMessage | undefined, threadId: number | undefined) {
  if (chat.isForum) {
    const topic = threadId ?? (answered?.is_topic_message === true ? answered.message_thread_id : undefined);
    return topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const };
  }
  if (chat.kind !== 'supergroup' || !answered) return {};
  return { message_thread_id: answered.message_thread_id ?? answered.message_id };
}

function contentOf(world: World, text: string, { file }: SayOptions): Partial<WireMessage> {
  const { text: clean, entities } = formatTyped(text);
  if ([...clean].length > TEXT_LIMIT) throw new Error(`a message holds at most ${TEXT_LIMIT} characters`);
  const marked = entities.length === 0 ? undefined : entities;
  if (file === undefined) {
    if (clean === '') throw new Error('nobody can send an empty message');
    return present<Partial<WireMessage>>({ text: clean, entities: marked });
  }
  const size = file.asPhoto === true ? imageSizeOf(file.content) : null;
  const stored = world.files.put(file, size === null ? 'documents' : 'photos');
  const media = size === null ? { document: documentOf(stored) } : { photo: [photoOf(stored, size)] };
  return present<Partial<WireMessage>>({
    ...media,
    caption: clean === '' ? undefined : clean,
    caption_entities: clean === '' ? undefined : marked,
  });
}

/** The author changes a text or a caption. The original may not have been fetched yet: the order is the test's. */
export function edit(world: World, message: WireMessage, text: string): Said {
  const chat = writableByPeople(world, message.chat.id);
  const current = chat.messages.get(message.message_id);
  if (!current) throw new Error(`message ${message.message_id} is gone`);
  const { text: clean, entities } = formatTyped(text);
  const marked = entities.length === 0 ? undefined : entities;
  const fields =
    current.text === undefined
      ? { caption: clean, caption_entities: marked }
      : { text: clean, entities: marked };
  const edited = present<WireMessage>({ ...current, ...fields, edit_date: secondsOf(world) });
  replaceMessage(world, chat, edited);
  return { message: edited, update: deliver(world, chat, edited, 'edited') };
}

/** Sends a message on to another chat, with its origin. */
export function forward(world: World, message: WireMessage, toChatId: number, personId: number): Said {
  const person = world.people.get(personId);
  if (!person) throw new Error(`nobody has the id ${personId}`);
  const chat = toChatId === personId ? openPrivateChat(world, person) : writableByPeople(world, toChatId);
  const { text, entities, caption, caption_entities, document, photo } = message;
  const copy = present<WireMessage>({
    ...baseOf(world, chat),
    from: userOf(person),
    forward_origin: originOf(message),
    text,
    entities,
    caption,
    caption_entities,
    document,
    photo,
  });
  keepMessage(world, chat, copy);
  return { message: copy, update: deliver(world, chat, copy, 'new') };
}

function originOf(message: WireMessage): WireOrigin {
  const { date, chat, sender_chat: senderChat, from } = message;
  if (message.forward_origin) return message.forward_origin;
  if (chat.type === 'channel') return { type: 'channel', chat, message_id: message.message_id, date };
  if (senderChat) return { type: 'chat', sender_chat: senderChat, date };
  if (!from) throw new Error('a message without sender cannot be forwarded');
  return { type: 'user', sender_user: from, date };
}
