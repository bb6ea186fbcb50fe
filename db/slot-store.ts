import { type Selectable, sql } from 'kysely';
import type { Slot, SlotStore } from '../domain/slot.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

export function createSlotStore({ db }: Session): SlotStore {
  return {
    open: async (job, at) => {
      const result = await db
        .insertInto('job_slots')
        .values({ job, at })
        .onConflict((conflict) => conflict.columns(['job', 'at']).doNothing())
        .executeTakeFirstOrThrow();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    pending: async (now) => {
      const rows = await db
        .selectFrom('job_slots')
        .selectAll()
        .where(OPEN)
        .where(runnable(now))
        .orderBy('at')
        .orderBy('job')
        .execute();
      return rows.map(fromRow);
    },
    claim: async (job, at, owner, now, leaseMs) => {
      const result = await db
        .updateTable('job_slots')
        .set({
          state: 'running',
          attempts: sql`attempts + 1`,
          lease_owner: owner,
          lease_until: now + leaseMs,
        })
        .where('job', '=', job)
        .where('at', '=', at)
        .where(runnable(now))
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    finish: async (job, at, state, finishedAt, outcome) => {
      await db
        .updateTable('job_slots')
        .set({ state, finished_at: finishedAt, outcome, lease_owner: null, lease_until: null })
        .where('job', '=', job)
        .where('at', '=', at)
        .execute();
    },
    latest: async () => {
      const rows = await db
        .selectFrom('job_slots')
        .selectAll()
        .where(
          sql<boolean>`at = (select max(slots.at) from job_slots as slots where slots.job = job_slots.job)`,
        )
        .orderBy('job')
        .execute();
      return rows.map(fromRow);
    },
    previous: async (job, before) => {
      const row = await db
        .selectFrom('job_slots')
        .selectAll()
        .where('job', '=', job)
        .where('at', '<', before)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },
  };
}

/** As the partial index says it. */
const OPEN = sql<boolean>`state in ('due', 'running')`;

/** Due, or running under a lease that ran out: its runner has died. */
const runnable = (now: number) =>
  sql<boolean>`(state = 'due' or (state = 'running' and lease_until <= ${now}))`;

const fromRow = (row: Selectable<Schema['job_slots']>): Slot => ({
  job: row.job,
  at: row.at,
  state: row.state,
  attempts: row.attempts,
  finishedAt: row.finished_at,
  outcome: row.outcome,
});
