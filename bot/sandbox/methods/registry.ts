import type { Method } from './call.ts';
import { answerCallbackQuery } from './callbacks.ts';
import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chat-info.ts';
import { getFile, sendDocument, sendPhoto } from './files.ts';
import { deleteMyCommands, getMyCommands, setMyCommands } from './menu.ts';
import {
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  sendChatAction,
  sendMessage,
} from './messages.ts';
import { deleteWebhook, getMe, getUpdates, getWebhookInfo, setWebhook } from './receive.ts';

const METHODS = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  sendChatAction,
  answerCallbackQuery,
  sendDocument,
  sendPhoto,
  getFile,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  getChat,
  getChatMember,
  getChatMemberCount,
  getChatAdministrators,
  leaveChat,
} as const satisfies Record<string, Method>;

export type NamedMethod = { readonly name: string; readonly run: Method };

const BY_LOWER_NAME: ReadonlyMap<string, NamedMethod> = new Map(
  Object.entries(METHODS).map(([name, run]) => [name.toLowerCase(), { name, run }]),
);

/** Telegram reads method names in any case. */
export const findMethod = (name: string): NamedMethod | null => BY_LOWER_NAME.get(name.toLowerCase()) ?? null;
