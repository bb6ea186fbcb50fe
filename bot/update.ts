import type { Message, Chat as TelegramChat, User } from '@telegraf/types';
import { z } from 'zod';
import type { Asker, Chat } from '../commands/command.ts';
import { fold } from '../domain/fold.ts';
import { type ChatId, chatId, personId } from '../domain/ids.ts';

/** "/diem@Bot bằng mạc" → the name folded, whom it addresses, and the rest. */
export type WrittenCommand = {
  readonly name: string;
  readonly addressee: string | null;
  readonly argument: string;
};

const COMMAND = /^\/([\p{L}\p{N}_\p{Mn}]{1,64})(?:@(\w{1,64}))?(?:\s+([\s\S]*))?$/u;

/** Capitals and accents in the name are read too ("/ĐIỂM"): Telegram does not mark them, officers write them. */
export function readCommand(text: string): WrittenCommand | null {
  const found = COMMAND.exec(text.trim());
  if (found === null) return null;
  return {
    name: fold(found[1] ?? ''),
    addressee: found[2]?.toLowerCase() ?? null,
    argument: (found[3] ?? '').trim(),
  };
}

/** `id`: the chat as it is called now, which the update may not know yet. */
export function toChat(chat: TelegramChat, threadId: number | undefined, id: ChatId = chatId(chat.id)): Chat {
  const title = chat.type === 'private' ? chat.first_name : chat.title;
  return {
    id,
    kind: chat.type === 'private' ? 'private' : 'group',
    title,
    threadId: threadId ?? null,
  };
}

/** Who wrote it, as far as it can be trusted: nobody for anonymous administrators, channels and other bots. */
export function authorOf(message: Message, adminIds: readonly number[], isLeader: boolean): Asker | null {
  const { from } = message;
  if (from === undefined || from.is_bot || message.sender_chat !== undefined || 'via_bot' in message)
    return null;
  return toAsker(from, adminIds, isLeader);
}

export function toAsker(user: User, adminIds: readonly number[], isLeader: boolean): Asker {
  const name = [user.first_name, user.last_name]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const isAdmin = adminIds.includes(user.id);
  return {
    id: personId(user.id),
    name: name === '' ? `người dùng ${user.id}` : name,
    isAdmin,
    isLeader: isAdmin || isLeader,
  };
}

export const isForwarded = (message: Message): boolean => 'forward_origin' in message;

const pressInGroup = z.looseObject({
  callback_query: z.looseObject({
    from: z.looseObject({ id: z.number() }),
    message: z.looseObject({
      chat: z.looseObject({ id: z.number(), type: z.enum(['group', 'supergroup']) }),
    }),
  }),
});

/** The person and chat whose rank in the group matters before the update is worked on; null where it does not. */
export function leadershipAsked(update: unknown): { readonly chat: number; readonly person: number } | null {
  // Most updates are no press; a failed parse costs more than this look.
  if (typeof update !== 'object' || update === null || !('callback_query' in update)) return null;
  const press = pressInGroup.safeParse(update);
  if (!press.success) return null;
  const { message, from } = press.data.callback_query;
  return { chat: message.chat.id, person: from.id };
}
