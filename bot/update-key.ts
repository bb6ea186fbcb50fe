import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ChatId, chatId } from '../domain/ids.ts';
import type { InboxUpdate } from '../domain/inbox.ts';
import type { TelegramUpdate } from './telegram-replies.ts';

const id = z.number().int();
const chat = z.looseObject({ id });

const message = z.looseObject({
  message_id: id,
  chat,
  edit_date: id.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  migrate_to_chat_id: id.optional(),
});
const press = z.looseObject({ id: z.string(), message: z.looseObject({ chat }).optional() });
const member = z.looseObject({ status: z.string() });
const membership = z.looseObject({
  chat,
  date: id,
  old_chat_member: member,
  new_chat_member: member,
  from: z.looseObject({ id }),
});

type Keyed = Pick<InboxUpdate, 'chatId' | 'messageKey'>;

/** Updates that belong to no chat are kept in order among themselves. */
const NO_CHAT = chatId(0);

/** An update as the inbox keeps it. One that fits no known shape is kept too, under its own number. */
export function toInboxUpdate(update: TelegramUpdate, receivedAt: number): InboxUpdate {
  const keyed = keyOf(update) ?? { chatId: chatOf(update), messageKey: `update:${update.update_id}` };
  return { updateId: update.update_id, ...keyed, body: JSON.stringify(update), receivedAt };
}

function keyOf(update: TelegramUpdate): Keyed | null {
  return (
    keyedBy(message, update.message ?? update.channel_post, posted) ??
    keyedBy(message, update.edited_message ?? update.edited_channel_post, edited) ??
    keyedBy(press, update.callback_query, pressed) ??
    keyedBy(membership, update.my_chat_member, (change) => moved('my', change)) ??
    keyedBy(membership, update.chat_member, (change) => moved('other', change))
  );
}

function keyedBy<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  key: (parsed: z.infer<Shape>) => Keyed,
): Keyed | null {
  if (value === undefined) return null;
  const parsed = shape.safeParse(value);
  return parsed.success ? key(parsed.data) : null;
}

/** The news that a group became a supergroup is worked on before what was written in the supergroup, so it stands in that queue. */
const posted = (parsed: z.infer<typeof message>): Keyed => ({
  chatId: chatId(parsed.migrate_to_chat_id ?? parsed.chat.id),
  messageKey: `message:${parsed.chat.id}:${parsed.message_id}`,
});

/** Telegram dates edits by the second; the text tells two in one second apart. */
const edited = (parsed: z.infer<typeof message>): Keyed => ({
  chatId: chatId(parsed.chat.id),
  messageKey: `edited:${parsed.chat.id}:${parsed.message_id}:${parsed.edit_date ?? 0}:${digest(parsed.text ?? parsed.caption ?? '')}`,
});

const pressed = (parsed: z.infer<typeof press>): Keyed => ({
  chatId: parsed.message === undefined ? NO_CHAT : chatId(parsed.message.chat.id),
  messageKey: `callback:${parsed.id}`,
});

const moved = (whose: string, change: z.infer<typeof membership>): Keyed => ({
  chatId: chatId(change.chat.id),
  messageKey: `member:${whose}:${change.chat.id}:${change.date}:${change.from.id}:${change.old_chat_member.status}:${change.new_chat_member.status}`,
});

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The first chat that the update names, whatever its kind. */
function chatOf(update: TelegramUpdate): ChatId {
  for (const value of Object.values(update)) {
    const parsed = z.looseObject({ chat }).safeParse(value);
    if (parsed.success) return chatId(parsed.data.chat.id);
  }
  return NO_CHAT;
}
