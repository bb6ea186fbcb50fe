import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { type ChatRecord, isAdministrator } from '../chats.ts';
import type { AcceptedSend } from '../journal.ts';
import { append } from '../journal.ts';
import { keyboardOf } from '../keyboard.ts';
import { flagOf, integerOf, jsonOf, textOf } from '../parameters.ts';
import { botUserOf } from '../people.ts';
import { formatText } from '../text/format.ts';
import type { FormattedText } from '../text/html.ts';
import { present, type WireMessage } from '../wire.ts';
import { baseOf, botMembership, checkThread, keepMessage, quoted, userById } from '../world.ts';
import { type Call, countPost } from './call.ts';

const entitiesSchema = z.array(
  z.object({ type: z.string(), offset: z.int().min(0), length: z.int().min(1), url: z.string().optional() }),
);

/** The formatted text of a call's field, within `limit` code points. */
export function formattedOf(call: Call, field: 'text' | 'caption', limit: number): FormattedText {
  const { world, parameters } = call;
  const given = jsonOf(parameters, field === 'text' ? 'entities' : 'caption_entities', entitiesSchema) ?? [];
  return formatText(
    {
      text: textOf(parameters, field),
      parseMode: textOf(parameters, 'parse_mode'),
      entities: given.map((entity) => present(entity)),
    },
    limit,
    (id) => userById(world, id),
  );
}

type Content = Pick<WireMessage, 'text' | 'entities' | 'caption' | 'caption_entities' | 'document' | 'photo'>;

/** Posts as the bot: thread, reply and keyboard from the call, then the rates, then the message. */
export function post(
  call: Call,
  chat: ChatRecord,
  method: AcceptedSend['method'],
  content: Content,
): WireMessage {
  const { world } = call;
  const threadId = integerOf(call.parameters, 'message_thread_id');
  checkThread(chat, threadId);
  const answered = repliedOf(call, chat);
  const keyboard = keyboardOf(call.parameters);
  countPost(world, chat);
  const message = present<WireMessage>({
    ...baseOf(world, chat),
    ...(chat.kind === 'channel'
      ? { sender_chat: { id: chat.id, type: chat.kind, title: chat.title } }
      : { from: botUserOf(world.bot) }),
    message_thread_id: threadId ?? undefined,
    is_topic_message: threadId === null ? undefined : true,
    reply_to_message: answered === null ? undefined : quoted(answered),
    ...content,
    reply_markup: keyboard,
  });
  chat.botPosted = true;
  keepMessage(world, chat, message);
  journalPost(call, method, message);
  return message;
}

function journalPost({ world }: Call, method: AcceptedSend['method'], message: WireMessage): void {
  const entry: AcceptedSend = {
    at: world.clock(),
    realAt: world.realClock(),
    method,
    chatId: message.chat.id,
    messageId: message.message_id,
    threadId: message.message_thread_id ?? null,
    text: message.text ?? message.caption ?? '',
    replyMarkup: message.reply_markup ?? null,
  };
  append(world.journal.accepted, entry, world.keep);
}

const replySchema = z.object({
  message_id: z.coerce.number().int(),
  chat_id: z.union([z.number(), z.string()]).optional(),
  allow_sending_without_reply: z.boolean().optional(),
});

function repliedOf({ parameters }: Call, chat: ChatRecord): WireMessage | null {
  const reply = jsonOf(parameters, 'reply_parameters', replySchema);
  const messageId = reply?.message_id ?? integerOf(parameters, 'reply_to_message_id');
  if (messageId === null) return null;
  if (reply?.chat_id !== undefined && String(reply.chat_id) !== String(chat.id)) {
    throw badRequest('message to be replied not found');
  }
  const message = chat.messages.get(messageId);
  if (message) return message;
  const lenient = reply?.allow_sending_without_reply ?? flagOf(parameters, 'allow_sending_without_reply');
  if (!lenient) throw badRequest('message to be replied not found');
  return null;
}

/** The bot's own message that a call edits. Throws ApiError 400. */
export function editableOf({ world, parameters }: Call, chat: ChatRecord): WireMessage {
  const messageId = integerOf(parameters, 'message_id');
  if (messageId === null) throw badRequest('message identifier is not specified');
  const message = chat.messages.get(messageId);
  if (!message) throw badRequest('message to edit not found');
  const own =
    message.from?.id === world.bot.id ||
    (chat.kind === 'channel' && isAdministrator(botMembership(world, chat)));
  if (!own) throw badRequest("message can't be edited");
  return message;
}
