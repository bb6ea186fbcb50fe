import { type Kysely, sql, type UpdateObject } from 'kysely';
import type { OutboxMessage, OutboxStore, Settlement } from '../domain/outbox.ts';
import { assertNever } from '../domain/result.ts';
import { claimHeads, EVERY_CHAT, nextDueAt, WAITING } from './outbox-queue.ts';
import { fromOutboxRow, OUTBOX_COLUMNS, toOutboxRow } from './outbox-row.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** The second time that nobody knows whether it was posted, it is given up. */
const MAX_UNKNOWNS = 2;

export function createOutboxStore(session: Session): OutboxStore {
  const { db } = session;
  return {
    add: async (message) => {
      const result = await db
        .insertInto('outbox')
        .values(toOutboxRow(message))
        .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
        .executeTakeFirstOrThrow();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    claim: (owner, now, leaseMs, limit) => claimHeads(session, owner, now, leaseMs, limit),
    settle: async (id, owner, settlement) => {
      const result = await db
        .updateTable('outbox')
        .set({ ...settled(settlement), lease_owner: null, lease_until: null })
        .where('id', '=', id)
        .where('state', '=', 'sending')
        .where('lease_owner', '=', owner)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    expireLeases: async (now, coolDownMs) => {
      const rows = await db
        .updateTable('outbox')
        .set({
          state: sql`case when unknowns + 1 >= ${MAX_UNKNOWNS} then 'buried' else 'uncertain' end`,
          unknowns: sql`unknowns + 1`,
          not_before: now + coolDownMs,
          last_error: 'lease expired',
          lease_owner: null,
          lease_until: null,
        })
        .where(sql<boolean>`state = 'sending'`)
        .where('lease_until', '<=', now)
        .returning(OUTBOX_COLUMNS)
        .execute();
      return rows.map(fromOutboxRow);
    },
    holdUntil: (chatId, notBefore) => hold(db, chatId ?? EVERY_CHAT, notBefore),
    posted: (chatId, messageId) =>
      first(db, (query) =>
        query
          .where('chat_id', '=', chatId)
          .where('message_id', '=', messageId)
          .orderBy('sequence', 'desc')
          .limit(1),
      ),
    findByKey: (dedupeKey) => first(db, (query) => query.where('dedupe_key', '=', dedupeKey)),
    counts: () => counts(db),
    nextDueAt: () => nextDueAt(db),
  };
}

function settled(settlement: Settlement): UpdateObject<Schema, 'outbox'> {
  switch (settlement.kind) {
    case 'sent':
      return { state: 'sent', message_id: settlement.messageId, last_error: null };
    case 'retry':
      return { state: 'pending', not_before: settlement.notBefore, last_error: settlement.reason };
    case 'resend':
      return {
        state: 'uncertain',
        unknowns: sql`unknowns + 1`,
        not_before: settlement.notBefore,
        last_error: settlement.reason,
      };
    case 'bury':
      return { state: 'buried', last_error: settlement.reason };
    default:
      return assertNever(settlement);
  }
}

/** Kept apart from the messages, so that it also holds those that are added later. The later instant wins. */
async function hold(db: Kysely<Schema>, chatId: number, notBefore: number): Promise<void> {
  await db
    .insertInto('outbox_holds')
    .values({ chat_id: chatId, not_before: notBefore })
    .onConflict((conflict) =>
      conflict
        .column('chat_id')
        .doUpdateSet({ not_before: notBefore })
        .where('outbox_holds.not_before', '<', notBefore),
    )
    .execute();
}

const selectMessages = (db: Kysely<Schema>) => db.selectFrom('outbox').select(OUTBOX_COLUMNS);
type Query = ReturnType<typeof selectMessages>;

async function first(db: Kysely<Schema>, narrow: (query: Query) => Query): Promise<OutboxMessage | null> {
  const row = await narrow(selectMessages(db)).executeTakeFirst();
  return row === undefined ? null : fromOutboxRow(row);
}

async function counts(db: Kysely<Schema>) {
  const waiting = await db
    .selectFrom('outbox')
    .where(WAITING)
    .groupBy('state')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
    .execute();
  const buried = await db
    .selectFrom('outbox')
    .where(sql<boolean>`state = 'buried'`)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const uncertain = waiting.find(({ state }) => state === 'uncertain')?.count ?? 0;
  const all = waiting.reduce((sum, { count }) => sum + count, 0);
  const oldest = waiting.map((row) => row.oldest);
  return {
    waiting: all - uncertain,
    uncertain,
    buried: buried.count,
    oldestWaitingAt: oldest.length === 0 ? null : Math.min(...oldest),
  };
}
