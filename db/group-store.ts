import type { Kysely, Selectable } from 'kysely';
import type { Group, GroupStore } from '../domain/group.ts';
import { chatId, personId, unitId } from '../domain/ids.ts';
import { migrateChat } from './migrate-chat.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';
import { statement } from './statement.ts';

const selectByChat = statement((db, id: number) =>
  db.selectFrom('groups').selectAll().where('chat_id', '=', id),
);

export function createGroupStore(session: Session): GroupStore {
  const { db, atomically } = session;
  const active = () => db.selectFrom('groups').selectAll().where('state', '=', 'active').orderBy('chat_id');
  return {
    find: async (chat) => {
      const { rows } = await selectByChat(session, chat);
      return rows[0] === undefined ? null : fromRow(rows[0]);
    },
    ofUnit: async (unit) => {
      const rows = await active().where('unit_id', '=', unit).execute();
      return rows.map(fromRow);
    },
    active: async () => {
      const rows = await active().execute();
      return rows.map(fromRow);
    },
    bind: (group) =>
      atomically(async (transaction) => {
        const { chat_id, ...columns } = toRow(group);
        const before = await transaction
          .selectFrom('groups')
          .select(['unit_id', 'state'])
          .where('chat_id', '=', chat_id)
          .executeTakeFirst();
        if (before !== undefined && (before.state === 'paused' || before.unit_id !== group.unitId)) {
          await giveUpWaiting(transaction, chat_id);
        }
        await transaction
          .insertInto('groups')
          .values({ chat_id, ...columns })
          .onConflict((conflict) => conflict.column('chat_id').doUpdateSet(columns))
          .execute();
      }),
    pause: async (chat, reason) => {
      await db
        .updateTable('groups')
        .set({ state: 'paused', pause_reason: reason })
        .where('chat_id', '=', chat)
        .execute();
    },
    migrate: async (from, to) => {
      if (from !== to) await atomically((transaction) => migrateChat(transaction, from, to));
    },
  };
}

async function giveUpWaiting(db: Kysely<Schema>, chat: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'buried', last_error: 'bound anew' })
    .where('chat_id', '=', chat)
    .where('state', 'in', ['pending', 'uncertain'])
    .execute();
  await db.deleteFrom('told_items').where('chat_id', '=', chat).execute();
}

const toRow = (group: Group) => ({
  chat_id: group.chatId,
  title: group.title,
  unit_id: group.unitId,
  position: group.position,
  state: 'active' as const,
  pause_reason: null,
  thread_id: group.threadId,
  bound_by: group.boundBy,
  bound_at: group.boundAt,
});

const fromRow = (row: Selectable<Schema['groups']>): Group => ({
  chatId: chatId(row.chat_id),
  title: row.title,
  unitId: unitId(row.unit_id),
  position: row.position,
  state: row.state,
  pauseReason: row.pause_reason,
  threadId: row.thread_id,
  boundBy: personId(row.bound_by),
  boundAt: row.bound_at,
});
