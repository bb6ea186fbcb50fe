import { badRequest } from '../api-error.ts';
import { type ChatRecord, isAdministrator } from '../chats.ts';
import { append } from '../journal.ts';
import { keyboardOf } from '../keyboard.ts';
import { integerOf, textOf } from '../parameters.ts';
import { CAPTION_LIMIT, TEXT_LIMIT } from '../text/format.ts';
import { present, type WireMessage } from '../wire.ts';
import { botMembership, replaceMessage, secondsOf } from '../world.ts';
import { type Call, countPost, joinedChatOf, writableChatOf } from './call.ts';
import { editableOf, formattedOf, post } from './content.ts';

const DELETABLE_SECONDS = 48 * 60 * 60;

export function sendMessage(call: Call) {
  const chat = writableChatOf(call);
  const { text, entities } = formattedOf(call, 'text', TEXT_LIMIT);
  if (text === '') throw badRequest('message text is empty');
  return post(call, chat, 'sendMessage', { text, ...(entities.length === 0 ? {} : { entities }) });
}

export function editMessageText(call: Call) {
  const chat = writableChatOf(call);
  const message = editableOf(call, chat);
  if (message.text === undefined) throw badRequest('there is no text in the message to edit');
  const { text, entities } = formattedOf(call, 'text', TEXT_LIMIT);
  if (text === '') throw badRequest('message text is empty');
  return edit(call, chat, message, { text, entities: entities.length === 0 ? undefined : entities });
}

export function editMessageCaption(call: Call) {
  const chat = writableChatOf(call);
  const message = editableOf(call, chat);
  if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
  const { text, entities } = formattedOf(call, 'caption', CAPTION_LIMIT);
  return edit(call, chat, message, {
    caption: text === '' ? undefined : text,
    caption_entities: entities.length === 0 ? undefined : entities,
  });
}

export function editMessageReplyMarkup(call: Call) {
  const chat = writableChatOf(call);
  return edit(call, chat, editableOf(call, chat), {});
}

type EditedFields = {
  readonly [Field in 'text' | 'entities' | 'caption' | 'caption_entities']?: WireMessage[Field] | undefined;
};

/** An edit without a keyboard takes the old one away, as on Telegram. */
function edit(call: Call, chat: ChatRecord, message: WireMessage, fields: EditedFields): WireMessage {
  const { world } = call;
  const edited = present<WireMessage>({ ...message, ...fields, reply_markup: keyboardOf(call.parameters) });
  if (sameContent(edited, message)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  countPost(world, chat);
  const onlyMarkup = Object.keys(fields).length === 0;
  const stored = onlyMarkup ? edited : { ...edited, edit_date: secondsOf(world) };
  append(
    world.journal.edits,
    {
      at: world.clock(),
      realAt: world.realClock(),
      chatId: chat.id,
      messageId: message.message_id,
      text: stored.text ?? stored.caption ?? '',
      replyMarkup: stored.reply_markup ?? null,
    },
    world.keep,
  );
  return replaceMessage(world, chat, stored);
}

function sameContent(left: WireMessage, right: WireMessage): boolean {
  const contentOf = (message: WireMessage) =>
    JSON.stringify([
      message.text ?? message.caption ?? '',
      message.entities ?? message.caption_entities ?? [],
      message.reply_markup ?? null,
    ]);
  return contentOf(left) === contentOf(right);
}

export function deleteMessage(call: Call) {
  const { world } = call;
  const chat = joinedChatOf(call);
  const messageId = integerOf(call.parameters, 'message_id');
  const message = messageId === null ? undefined : chat.messages.get(messageId);
  if (!message) throw badRequest('message to delete not found');
  const own = message.from?.id === world.bot.id;
  const mayDelete = own || chat.kind === 'private' || isAdministrator(botMembership(world, chat));
  const tooOld = secondsOf(world) - message.date > DELETABLE_SECONDS;
  if (!mayDelete || tooOld) throw badRequest("message can't be deleted");
  chat.messages.delete(message.message_id);
  world.events.emit({ kind: 'deleted', chatId: chat.id, messageId: message.message_id });
  return true;
}

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
]);

export function sendChatAction(call: Call) {
  const chat = writableChatOf(call);
  const action = textOf(call.parameters, 'action');
  if (!ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  call.world.events.emit({ kind: 'action', chatId: chat.id, action });
  return true;
}
