import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { OutboxMessage } from '../domain/outbox.ts';
import { fromOutboxRow, OUTBOX_COLUMNS } from './outbox-row.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** Neither sent nor given up, in the words of the partial index: SQLite compares them as text. */
export const WAITING = sql<boolean>`state in ('pending', 'sending', 'uncertain')`;

/** The key of a hold that concerns every chat. */
export const EVERY_CHAT = 0;

/**
 * `heads`: the sequence of the oldest waiting message of every chat. It jumps from chat to chat in the index, so it
 * costs a look-up a chat, however many messages wait.
 */
const HEADS = sql`
  chats(chat_id) as (
    select min(chat_id) from outbox where ${WAITING}
    union all
    select (select min(chat_id) from outbox where ${WAITING} and chat_id > chats.chat_id) from chats
    where chats.chat_id is not null
  ),
  heads(sequence) as (
    select (select min(sequence) from outbox where ${WAITING} and chat_id = chats.chat_id) from chats
    where chats.chat_id is not null
  )`;

const NOT_PAUSED = sql<boolean>`not exists (
  select 1 from groups where groups.chat_id = outbox.chat_id and groups.state = 'paused')`;

/** Leases the heads that are due. Another worker's lock is stepped over; what it changed meanwhile is seen by the state. */
export async function claimHeads(
  { db, dialect }: Session,
  owner: string,
  now: number,
  leaseMs: number,
  limit: number,
): Promise<readonly OutboxMessage[]> {
  const lock: RawBuilder<unknown> = dialect === 'postgres' ? sql`for update of outbox skip locked` : sql``;
  const due = sql<{ sequence: number }>`(
    with recursive ${HEADS}
    select outbox.sequence from heads join outbox on outbox.sequence = heads.sequence
    where outbox.state in ('pending', 'uncertain') and outbox.not_before <= ${now} and ${NOT_PAUSED}
      and not exists (
        select 1 from outbox_holds
        where outbox_holds.chat_id in (outbox.chat_id, ${EVERY_CHAT}) and outbox_holds.not_before > ${now})
    order by outbox.sequence limit ${limit} ${lock})`;
  const rows = await db
    // Apart, so that it runs once: within the `where` PostgreSQL may run it again and lock more than `limit`.
    .with('due', () => due)
    .updateTable('outbox')
    .set({ state: 'sending', attempts: sql`attempts + 1`, lease_owner: owner, lease_until: now + leaseMs })
    .where('sequence', 'in', (select) => select.selectFrom('due').select('sequence'))
    .where('state', 'in', ['pending', 'uncertain'])
    .returning(OUTBOX_COLUMNS)
    .execute();
  return rows.toSorted((a, b) => a.sequence - b.sequence).map(fromOutboxRow);
}

/** The next instant at which a head may be claimed, or its lease runs out. */
export async function nextDueAt(db: Kysely<Schema>): Promise<number | null> {
  const heads = await sql<{ at: number; held_until: number | null }>`
    with recursive ${HEADS}
    select coalesce(outbox.lease_until, outbox.not_before) as at,
      (select max(not_before) from outbox_holds where chat_id in (outbox.chat_id, ${EVERY_CHAT})) as held_until
    from heads join outbox on outbox.sequence = heads.sequence
    where outbox.state = 'sending' or ${NOT_PAUSED}`.execute(db);
  const instants = heads.rows.map((head) => Math.max(head.at, head.held_until ?? 0));
  return instants.length === 0 ? null : instants.reduce((a, b) => Math.min(a, b));
}
