import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';
import { statement } from './statement.ts';

const NAME = 'reference_revision';

const select = statement((db, name: string) =>
  db.selectFrom('facts').select('value').where('name', '=', name),
);

/** Never the same twice, so that one that was rolled back cannot come again with other data. */
export async function raiseRevision(db: Kysely<Schema>): Promise<void> {
  const value = randomUUID();
  await db
    .insertInto('facts')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

export async function readRevision(session: Session): Promise<string> {
  const { rows } = await select(session, NAME);
  return rows[0]?.value ?? '';
}
