import { type Clock, localDateOf } from '../domain/clock.ts';
import type { PostingEnvironment } from '../domain/posting.ts';
import { LATE_AFTER_MS, slotsBetween } from '../domain/schedule.ts';
import type { Storage } from '../domain/storage.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../domain/working-calendar.ts';
import type { Job } from './job.ts';

/** A claim lives inside one transaction; the lease only matters after a failure, as the wait before the next try. */
const LEASE_MS = 10 * 60 * 1000;
const RETRY_MS = 60 * 1000;
const MAX_ATTEMPTS = 3;
const TICKED_AT = 'scheduler_ticked_at';

/** `skipped`: it had run before, or was too old. */
export type RunResult =
  | { readonly kind: 'done'; readonly outcome: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'failed' };

export type SlotRunnerDeps = {
  readonly storage: Storage;
  readonly jobs: readonly Job[];
  /** Business time: slots are days and hours of the office. */
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly newId: () => string;
  readonly owner: string;
  readonly onFailure: (job: string, error: unknown) => void;
};

/** Opens the slots that have come due and runs each once, whoever else does the same on this database. */
export type SlotRunner = {
  /** One tick: opens what came due since the last, keeps the latest of each job, runs it inside its window. */
  readonly step: () => Promise<void>;
  /** Every slot in (after, until], in order, at its logical time: how the sandbox moves its clock. */
  readonly replay: (
    after: number,
    until: number,
    beforeEach: (at: number) => void,
    afterEach: () => Promise<void>,
  ) => Promise<void>;
  /** One job at one logical time, unless that slot is done. */
  readonly runOnce: (job: Job, at: number) => Promise<RunResult>;
};

export function createSlotRunner(deps: SlotRunnerDeps): SlotRunner {
  const { storage, jobs, clock, realClock } = deps;

  return {
    async step() {
      const now = clock();
      await openDueSlots(deps, now);
      for (const slot of await storage.slots.pending(realClock())) {
        const job = jobs.find(({ name }) => name === slot.job);
        if (job !== undefined) await runSlot(deps, job, slot.at, now);
      }
    },

    async replay(after, until, beforeEach, afterEach) {
      const calendar = await readCalendar(storage);
      const due = jobs
        .flatMap((job) => slotsBetween(job.schedule, calendar, after, until).map((at) => ({ job, at })))
        .toSorted((a, b) => a.at - b.at);
      for (const { job, at } of due) {
        beforeEach(at);
        await storage.slots.open(job.name, at);
        await runSlot(deps, job, at, at);
        await afterEach();
      }
      await storage.facts.set(TICKED_AT, String(until));
    },

    async runOnce(job, at) {
      await storage.slots.open(job.name, at);
      return runSlot(deps, job, at, at);
    },
  };
}

/** On a first start nothing is caught up; a clock set back opens nothing. */
async function openDueSlots({ storage, jobs }: SlotRunnerDeps, now: number): Promise<void> {
  await storage.transaction(async (stores) => {
    const ticked = await stores.facts.get(TICKED_AT);
    const since = ticked === null ? now : Number(ticked);
    if (ticked !== null && now <= since) return;
    const calendar = createWorkingCalendar(await stores.calendar.list());
    for (const { name, schedule } of jobs) {
      const slots = slotsBetween(schedule, calendar, since, now);
      for (const at of slots) await stores.slots.open(name, at);
      for (const at of slots.slice(0, -1))
        await stores.slots.finish(name, at, 'missed', now, 'bỏ qua, có lần chạy sau');
    }
    await stores.facts.set(TICKED_AT, String(now));
  });
}

/** Claim, run and settle are one transaction: a process killed in between leaves the slot due and nothing posted. */
async function runSlot(deps: SlotRunnerDeps, job: Job, at: number, now: number): Promise<RunResult> {
  const { storage, realClock, owner, newId } = deps;
  try {
    return await storage.transaction(async (stores) => {
      if (!(await stores.slots.claim(job.name, at, owner, realClock(), LEASE_MS))) return SKIPPED;
      if (now - at > job.windowMs) {
        await stores.slots.finish(job.name, at, 'missed', now, 'quá khung giờ chạy bù');
        return SKIPPED;
      }
      const calendar = createWorkingCalendar(await stores.calendar.list());
      const posting: PostingEnvironment = { realNow: realClock(), newId };
      const isLate = now - at > LATE_AFTER_MS;
      const outcome = await job.run({ at, today: localDateOf(at), isLate }, { stores, calendar, posting });
      await stores.slots.finish(job.name, at, 'done', now, outcome);
      return { kind: 'done', outcome } as const;
    });
  } catch (error) {
    deps.onFailure(job.name, error);
    await countFailure(deps, job.name, at, now);
    return { kind: 'failed' };
  }
}

const SKIPPED: RunResult = { kind: 'skipped' };

/** The rolled-back claim left the slot due; a run that fails again and again is given up and shown. */
async function countFailure(
  { storage, owner, realClock }: SlotRunnerDeps,
  job: string,
  at: number,
  now: number,
): Promise<void> {
  await storage.transaction(async (stores) => {
    if (!(await stores.slots.claim(job, at, owner, realClock(), RETRY_MS))) return;
    const slot = (await stores.slots.latest()).find((latest) => latest.job === job && latest.at === at);
    if (slot !== undefined && slot.attempts >= MAX_ATTEMPTS)
      await stores.slots.finish(job, at, 'failed', now, 'lỗi, xem nhật ký');
  });
}

const readCalendar = async (storage: Storage): Promise<WorkingCalendar> =>
  createWorkingCalendar(await storage.calendar.list());
