import { chatId } from '../domain/ids.ts';
import type { ToldStore } from '../domain/told.ts';
import { boundText } from './bound-text.ts';
import { batches, type Session } from './session.ts';

export function createToldStore({ db, atomically }: Session): ToldStore {
  return {
    list: async (chat, rule) => {
      const rows = await db
        .selectFrom('told_items')
        .selectAll()
        .where('chat_id', '=', chat)
        .where('rule', '=', rule)
        .orderBy('object')
        .execute();
      return rows.map((row) => ({
        chatId: chatId(row.chat_id),
        rule: row.rule,
        object: row.object,
        firstToldOn: row.first_told_on,
      }));
    },
    replace: (chat, rule, objects, on) =>
      atomically(async (transaction) => {
        const told = await transaction
          .selectFrom('told_items')
          .select('object')
          .where('chat_id', '=', chat)
          .where('rule', '=', rule)
          .execute();
        const wanted = new Set(objects.map(boundText));
        const settled = told.map(({ object }) => object).filter((object) => !wanted.has(object));
        for (const batch of batches(settled)) {
          await transaction
            .deleteFrom('told_items')
            .where('chat_id', '=', chat)
            .where('rule', '=', rule)
            .where('object', 'in', batch)
            .execute();
        }
        for (const batch of batches([...wanted])) {
          await transaction
            .insertInto('told_items')
            .values(batch.map((object) => ({ chat_id: chat, rule, object, first_told_on: on })))
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
      }),
  };
}
