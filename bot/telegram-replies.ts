import { z } from 'zod';
import type { Rejection } from '../domain/delivery.ts';

/** Result of one call. Nothing in it can hold the token or the text of a message. */
export type CallOutcome<Result> =
  | { readonly kind: 'ok'; readonly result: Result }
  | { readonly kind: 'rejected'; readonly reason: Rejection }
  /** Telegram may or may not have done it. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Telegram adds fields at any time: what is not read here is let through or dropped, never refused. */
const user = z.object({
  id: z.number().int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  username: z.string().optional(),
  can_read_all_group_messages: z.boolean().optional(),
});

const chatMember = z.looseObject({ status: z.string(), user });

const postedMessage = z.object({ message_id: z.number().int() });

/** One update as it came: its id is all that must be known to keep it. */
const update = z.looseObject({ update_id: z.number().int() });

/** What each method returns when Telegram says ok. */
export const resultShapes = {
  getMe: user.extend({ username: z.string() }),
  getUpdates: z.array(update),
  getWebhookInfo: z.object({ url: z.string(), pending_update_count: z.number().int() }),
  deleteWebhook: z.literal(true),
  sendMessage: postedMessage,
  /** The message, or true where Telegram does not return it. */
  editMessageText: z.union([postedMessage, z.literal(true)]),
  answerCallbackQuery: z.literal(true),
  setMyCommands: z.literal(true),
  getChatMember: chatMember,
  getChatAdministrators: z.array(chatMember),
  leaveChat: z.literal(true),
} as const;

export type MethodName = keyof typeof resultShapes;
export type MethodResult<Method extends MethodName> = z.infer<(typeof resultShapes)[Method]>;
export type TelegramUpdate = z.infer<typeof update>;

/** Every reply, before its result is looked at. */
export const envelope = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().int(),
    description: z.string().optional(),
    parameters: z
      .object({
        retry_after: z.number().nonnegative().optional(),
        migrate_to_chat_id: z.number().int().optional(),
      })
      .optional(),
  }),
]);
export type RefusedEnvelope = Extract<z.infer<typeof envelope>, { ok: false }>;
