import type { Storage, Stores } from '../domain/storage.ts';

type Work<Value> = (stores: Stores) => Promise<Value>;

/** Work that came at the same time shares a transaction, and with it the cost of a commit. */
export type GroupCommit = {
  /** Resolves once the work is committed; throws what the work throws, which then undoes that work alone. */
  readonly run: <Value>(work: Work<Value>) => Promise<Value>;
};

type Job = { readonly attempt: Work<() => void>; readonly refuse: (error: unknown) => void };

/** At most `lanes` transactions at a time, of at most `size` pieces of work each. */
export function createGroupCommit(
  storage: Pick<Storage, 'transaction'>,
  lanes: number,
  size: number,
): GroupCommit {
  const queue: Job[] = [];
  let busyLanes = 0;
  let isGathering = false;

  const gather = () => {
    if (isGathering) return;
    isGathering = true;
    // One turn of the loop lets all that is ready come in.
    setImmediate(() => {
      isGathering = false;
      while (busyLanes < lanes && queue.length > 0) void occupyLane(queue.splice(0, size));
    });
  };

  const occupyLane = async (jobs: readonly Job[]) => {
    busyLanes += 1;
    await commitTogether(storage, jobs);
    busyLanes -= 1;
    if (queue.length > 0) gather();
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        const attempt = async (stores: Stores) => {
          const value = await work(stores);
          return () => resolve(value);
        };
        queue.push({ attempt, refuse: reject });
        gather();
      }),
  };
}

async function commitTogether(storage: Pick<Storage, 'transaction'>, jobs: readonly Job[]): Promise<void> {
  try {
    const answers = await storage.transaction(async (stores) => {
      const committed: (() => void)[] = [];
      for (const job of jobs) committed.push(await job.attempt(stores));
      return committed;
    });
    for (const answer of answers) answer();
  } catch (error) {
    // One of them broke the transaction of all: each goes alone, and only the broken one hears of it.
    if (jobs.length === 1) jobs[0]?.refuse(error);
    else for (const job of jobs) await commitTogether(storage, [job]);
  }
}
