import type { FactStore } from '../domain/storage.ts';
import type { Session } from './session.ts';
import { statement } from './statement.ts';

const selectValue = statement((db, name: string) =>
  db.selectFrom('facts').select('value').where('name', '=', name),
);

export function createFactStore(session: Session): FactStore {
  const { db } = session;
  return {
    get: async (name) => {
      const { rows } = await selectValue(session, name);
      return rows[0]?.value ?? null;
    },
    set: async (name, value) => {
      await db
        .insertInto('facts')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
  };
}
