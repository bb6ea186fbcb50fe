import { type Kysely, sql } from 'kysely';
import { chatId } from '../domain/ids.ts';
import type { InboxStore, InboxUpdate, PendingUpdate } from '../domain/inbox.ts';
import { Verbatim } from './bound-text.ts';
import type { Schema } from './schema.ts';
import { batches, type Session } from './session.ts';
import { rowsStatement, statement } from './statement.ts';

const markHandled = statement((db, updateId: number, at: number) =>
  db
    .updateTable('inbox')
    .set({ state: 'handled', handled_at: at })
    .where('update_id', '=', updateId)
    .where('state', '=', 'pending')
    .returning('chat_id'),
);

const oldestPending = (db: Kysely<Schema>, limit: number) =>
  db
    .selectFrom('inbox')
    .select(['update_id', 'chat_id', 'message_key', 'body', 'received_at', 'attempts'])
    .where(isPending)
    .orderBy('sequence')
    .limit(limit);

const selectPending = statement((db, limit: number) => oldestPending(db, limit));

const insert = rowsStatement<NewRow>(
  ['update_id', 'chat_id', 'message_key', 'body', 'received_at'],
  (db, rows) =>
    db
      .insertInto('inbox')
      .values(rows.map((row) => ({ ...row, body: sql<string>`${row.body}` })))
      .onConflict((conflict) => conflict.doNothing()),
);

export function createInboxStore(session: Session): InboxStore {
  const { db, atomically } = session;
  return {
    add: (updates) =>
      atomically(async (transaction) => {
        let added = 0;
        for (const batch of batches(updates)) {
          const { numAffectedRows } = await insert({ ...session, db: transaction }, batch.map(toRow));
          added += Number(numAffectedRows ?? 0);
        }
        return added;
      }),
    pending: async (limit, busyChats) => {
      const { rows } =
        busyChats.length === 0
          ? await selectPending(session, limit)
          : await db.executeQuery(oldestPending(db, limit).where('chat_id', 'not in', busyChats).compile());
      return rows.map(fromRow);
    },
    handle: async (updateId, at) => {
      const { rows } = await markHandled(session, updateId, at);
      return rows[0] === undefined ? null : chatId(rows[0].chat_id);
    },
    fail: async (updateId, reason, maxAttempts) => {
      const row = await db
        .updateTable('inbox')
        .set({
          attempts: sql`attempts + 1`,
          last_error: reason,
          state: sql`case when attempts + 1 >= ${maxAttempts} then 'failed' else 'pending' end`,
        })
        .where('update_id', '=', updateId)
        .where('state', '=', 'pending')
        .returning('state')
        .executeTakeFirst();
      return row?.state === 'failed';
    },
    counts: async () => {
      const rows = await db
        .selectFrom('inbox')
        .where(isOpen)
        .groupBy('state')
        .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('received_at').as('oldest')])
        .execute();
      const pending = rows.find(({ state }) => state === 'pending');
      const failed = rows.find(({ state }) => state === 'failed');
      return {
        pending: pending?.count ?? 0,
        failed: failed?.count ?? 0,
        oldestPendingAt: pending?.oldest ?? null,
      };
    },
    prune: async (handledBefore) => {
      const result = await db
        .deleteFrom('inbox')
        .where(sql<boolean>`state = 'handled'`)
        .where('handled_at', '<', handledBefore)
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

// As the partial index says it: SQLite uses one only for the same words, never for a bound value.
const isOpen = () => sql<boolean>`state <> 'handled'`;
const isPending = () => sql<boolean>`state = 'pending' and state <> 'handled'`;

const toRow = (update: InboxUpdate): NewRow => ({
  update_id: update.updateId,
  chat_id: update.chatId,
  message_key: update.messageKey,
  body: new Verbatim(update.body),
  received_at: update.receivedAt,
});

type NewRow = {
  readonly update_id: number;
  readonly chat_id: number;
  readonly message_key: string;
  readonly body: Verbatim;
  readonly received_at: number;
};

type Row = {
  readonly update_id: number;
  readonly chat_id: number;
  readonly message_key: string;
  readonly body: string;
  readonly received_at: number;
  readonly attempts: number;
};

const fromRow = (row: Row): PendingUpdate => ({
  updateId: row.update_id,
  chatId: chatId(row.chat_id),
  messageKey: row.message_key,
  body: row.body,
  receivedAt: row.received_at,
  attempts: row.attempts,
});
