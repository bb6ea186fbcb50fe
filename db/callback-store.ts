import type { Selectable } from 'kysely';
import { callbackId, chatId, outboxId, personId } from '../domain/ids.ts';
import type { Action } from '../domain/message.ts';
import type { Callback, CallbackStore } from '../domain/outbox.ts';
import { toJson } from './bound-text.ts';
import type { Schema } from './schema.ts';
import { batches, type Session } from './session.ts';
import { rowsStatement, statement } from './statement.ts';

const selectById = statement((db, id: string) => db.selectFrom('callbacks').selectAll().where('id', '=', id));

const markUsed = statement((db, id: string, now: number) =>
  db.updateTable('callbacks').set({ used_at: now }).where('id', '=', id).where('used_at', 'is', null),
);

const COLUMNS = [
  'id',
  'chat_id',
  'message_id',
  'outbox_id',
  'action',
  'allowed',
  'expires_at',
  'used_at',
] as const satisfies readonly (keyof Schema['callbacks'])[];

const insert = rowsStatement<CallbackRow>(COLUMNS, (db, rows) => db.insertInto('callbacks').values(rows));

export function createCallbackStore(session: Session): CallbackStore {
  const { db, atomically } = session;
  return {
    add: async (callbacks) => {
      if (callbacks.length === 0) return;
      await atomically(async (transaction) => {
        for (const batch of batches(callbacks))
          await insert({ ...session, db: transaction }, batch.map(toRow));
      });
    },
    find: async (id) => {
      const { rows } = await selectById(session, id);
      return rows[0] === undefined ? null : fromRow(rows[0]);
    },
    use: async (id, now) => {
      const { numAffectedRows } = await markUsed(session, id, now);
      return numAffectedRows === 1n;
    },
    attach: async (ids, messageId) => {
      if (ids.length === 0) return;
      await db.updateTable('callbacks').set({ message_id: messageId }).where('id', 'in', ids).execute();
    },
    prune: async (expiredBefore) => {
      const result = await db
        .deleteFrom('callbacks')
        .where('expires_at', '<', expiredBefore)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

type CallbackRow = Schema['callbacks'];

const toRow = (callback: Callback): CallbackRow => ({
  id: callback.id,
  chat_id: callback.chatId,
  message_id: callback.messageId,
  outbox_id: callback.outboxId,
  action: toJson(callback.action),
  allowed: callback.allowed,
  expires_at: callback.expiresAt,
  used_at: callback.usedAt,
});

const fromRow = (row: Selectable<Schema['callbacks']>): Callback => ({
  id: callbackId(row.id),
  chatId: chatId(row.chat_id),
  messageId: row.message_id,
  outboxId: row.outbox_id === null ? null : outboxId(row.outbox_id),
  // Only `toRow` writes it.
  action: JSON.parse(row.action) as Action,
  allowed: row.allowed === null ? null : personId(row.allowed),
  expiresAt: row.expires_at,
  usedAt: row.used_at,
});
