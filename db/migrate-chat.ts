import type { Kysely } from 'kysely';
import type { ChatId } from '../domain/ids.ts';
import type { OutboxContent } from '../domain/outbox.ts';
import { WAITING } from './outbox-queue.ts';
import type { Schema } from './schema.ts';

/**
 * Re-keys what still has to happen in the chat. What has happened keeps the old id: the supergroup counts its
 * messages anew, so message 7 of the old chat must never be taken for message 7 of the new one.
 */
export async function migrateChat(db: Kysely<Schema>, from: ChatId, to: ChatId): Promise<void> {
  await moveGroup(db, from, to);
  await db
    .updateTable('inbox')
    .set({ chat_id: to })
    .where('chat_id', '=', from)
    .where('state', '<>', 'handled')
    .execute();
  await moveWaiting(db, from, to);
  await db.updateTable('callbacks').set({ chat_id: to }).where('chat_id', '=', from).execute();
  await moveToldItems(db, from, to);
}

/** A group that was bound under its new id already stays as it is. */
async function moveGroup(db: Kysely<Schema>, from: ChatId, to: ChatId): Promise<void> {
  const bound = await db.selectFrom('groups').select('chat_id').where('chat_id', '=', to).executeTakeFirst();
  if (bound !== undefined) await db.deleteFrom('groups').where('chat_id', '=', from).execute();
  else await db.updateTable('groups').set({ chat_id: to }).where('chat_id', '=', from).execute();
}

/** The message that a waiting one answers or replaces cannot be reached from the new chat: it is sent by itself. */
async function moveWaiting(db: Kysely<Schema>, from: ChatId, to: ChatId): Promise<void> {
  const waiting = await db
    .selectFrom('outbox')
    .select(['sequence', 'content'])
    .where('chat_id', '=', from)
    .where(WAITING)
    .execute();
  for (const { sequence, content } of waiting) {
    const alone: OutboxContent = { ...(JSON.parse(content) as OutboxContent), kind: 'send', messageId: null };
    await db
      .updateTable('outbox')
      .set({ chat_id: to, content: JSON.stringify(alone) })
      .where('sequence', '=', sequence)
      .execute();
  }
}

async function moveToldItems(db: Kysely<Schema>, from: ChatId, to: ChatId): Promise<void> {
  await db
    .deleteFrom('told_items')
    .where('chat_id', '=', from)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('told_items as told')
          .select('told.object')
          .where('told.chat_id', '=', to)
          .whereRef('told.rule', '=', 'told_items.rule')
          .whereRef('told.object', '=', 'told_items.object'),
      ),
    )
    .execute();
  await db.updateTable('told_items').set({ chat_id: to }).where('chat_id', '=', from).execute();
}
