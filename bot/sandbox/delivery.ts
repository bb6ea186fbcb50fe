import { type ChatRecord, isAdministrator, isGroup, isPresent } from './chats.ts';
import type { UpdateContent, WireMessage, WireUpdate } from './wire.ts';
import { botMembership, type World } from './world.ts';

/** Puts a message into the bot's queue if Telegram would show it to the bot; null when it would not. */
export function deliver(
  world: World,
  chat: ChatRecord,
  message: WireMessage,
  occasion: 'new' | 'edited',
): WireUpdate | null {
  if (!botSees(world, chat, message)) return null;
  return world.updates.push(contentOf(chat, message, occasion));
}

function contentOf(chat: ChatRecord, message: WireMessage, occasion: 'new' | 'edited'): UpdateContent {
  if (chat.kind === 'channel') {
    return occasion === 'new' ? { channel_post: message } : { edited_channel_post: message };
  }
  return occasion === 'new' ? { message } : { edited_message: message };
}

function botSees(world: World, chat: ChatRecord, message: WireMessage): boolean {
  const bot = botMembership(world, chat);
  if (!isPresent(bot)) return false;
  if (message.from?.id === world.bot.id) return false;
  if (!isGroup(chat) || isAdministrator(bot) || world.bot.canReadAllGroupMessages) return true;
  return isServiceMessage(message) || isMeantForBot(world, chat, message);
}

const SERVICE_FIELDS = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'group_chat_created',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'forum_topic_created',
] as const;

export const isServiceMessage = (message: WireMessage) =>
  SERVICE_FIELDS.some((field) => message[field] !== undefined);

/** Privacy mode: replies to the bot, commands that name it, bare commands while it was the last bot to post. */
function isMeantForBot(world: World, chat: ChatRecord, message: WireMessage): boolean {
  if (message.reply_to_message?.from?.id === world.bot.id) return true;
  if (message.via_bot?.id === world.bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const commands = (message.entities ?? message.caption_entities ?? [])
    .filter(({ type }) => type === 'bot_command')
    .map(({ offset, length }) => text.slice(offset, offset + length).toLowerCase());
  const suffix = `@${world.bot.username.toLowerCase()}`;
  if (commands.some((command) => command.endsWith(suffix))) return true;
  return chat.botPosted && commands.some((command) => !command.includes('@'));
}
