import { randomInt } from 'node:crypto';
import { isPresent, membershipOf } from '../chats.ts';
import { userOf } from '../people.ts';
import type { WireCallbackQuery, WireMessage, WireUpdate } from '../wire.ts';
import type { World } from '../world.ts';

export type Pressed = { readonly queryId: string; readonly update: WireUpdate | null };

/** Presses outlive their time by this much before they are forgotten. */
const REMEMBERED_PRESSES = 1000;

/** Presses a button by its text or its callback data. Throws when the message has no such button now. */
export function press(world: World, message: WireMessage, button: string, personId: number): Pressed {
  const current = world.chats.get(message.chat.id)?.messages.get(message.message_id);
  const buttons = current?.reply_markup?.inline_keyboard.flat() ?? [];
  const found = buttons.find(({ text, callback_data }) => text === button || callback_data === button);
  if (found?.callback_data === undefined)
    throw new Error(`message ${message.message_id} has no button "${button}"`);
  return pressAnything(world, message, found.callback_data, personId);
}

/** What a tampered client can do: any data, on any message, old or deleted ones too. */
export function pressAnything(
  world: World,
  message: WireMessage,
  callbackData: string,
  personId: number,
): Pressed {
  const person = world.people.get(personId);
  const chat = world.chats.get(message.chat.id);
  if (!person || !chat) throw new Error('nobody, or nowhere, to press');
  if (!isPresent(membershipOf(chat, personId))) throw new Error(`${personId} is not in chat ${chat.id}`);
  const query: WireCallbackQuery = {
    id: String(randomInt(2 ** 47)),
    from: userOf(person),
    message: chat.messages.get(message.message_id) ?? {
      chat: message.chat,
      message_id: message.message_id,
      date: 0,
    },
    chat_instance: String(chat.id),
    data: callbackData,
  };
  world.presses.set(query.id, { at: world.clock(), chatId: chat.id, personId, answered: false });
  forgetOldest(world);
  return { queryId: query.id, update: world.updates.push({ callback_query: query }) };
}

function forgetOldest(world: World): void {
  if (world.presses.size <= REMEMBERED_PRESSES) return;
  const oldest = world.presses.keys().next();
  if (oldest.done !== true) world.presses.delete(oldest.value);
}
