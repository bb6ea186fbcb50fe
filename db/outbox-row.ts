import type { Selectable } from 'kysely';
import { chatId, outboxId } from '../domain/ids.ts';
import type { About, NewOutboxMessage, OutboxContent, OutboxMessage } from '../domain/outbox.ts';
import { toJson } from './bound-text.ts';
import type { OutboxTable } from './schema.ts';

type Row = Pick<Selectable<OutboxTable>, (typeof OUTBOX_COLUMNS)[number]>;

export const OUTBOX_COLUMNS = [
  'sequence',
  'id',
  'dedupe_key',
  'chat_id',
  'thread_id',
  'content',
  'about',
  'state',
  'attempts',
  'unknowns',
  'not_before',
  'created_at',
  'message_id',
  'last_error',
] as const;

export const toOutboxRow = (message: NewOutboxMessage) => ({
  id: message.id,
  dedupe_key: message.dedupeKey,
  chat_id: message.chatId,
  thread_id: message.threadId,
  content: toJson(message.content),
  about: toJson(message.about),
  created_at: message.createdAt,
});

export const fromOutboxRow = (row: Row): OutboxMessage => ({
  id: outboxId(row.id),
  dedupeKey: row.dedupe_key,
  chatId: chatId(row.chat_id),
  threadId: row.thread_id,
  // Only `toOutboxRow` and a migration of chats write these.
  content: JSON.parse(row.content) as OutboxContent,
  about: JSON.parse(row.about) as readonly About[],
  state: row.state,
  attempts: row.attempts,
  unknowns: row.unknowns,
  notBefore: row.not_before,
  createdAt: row.created_at,
  messageId: row.message_id,
  lastError: row.last_error,
});
