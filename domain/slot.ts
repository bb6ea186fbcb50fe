/** One run of a job at its logical time, e.g. ("deadlines", 2023-10-24 07:30 local). Unique: inserted once, run once. */
export type Slot = {
  readonly job: string;
  /** Logical instant, epoch ms. */
  readonly at: number;
  readonly state: 'due' | 'running' | 'done' | 'missed' | 'failed';
  readonly attempts: number;
  readonly finishedAt: number | null;
  /** What it did in a few words, for the status: "2 tin". */
  readonly outcome: string | null;
};

export type SlotStore = {
  /** ON CONFLICT DO NOTHING; true when it was new. */
  readonly open: (job: string, at: number) => Promise<boolean>;
  /** Slots to run, oldest first: due, or running with a lease that ran out. */
  readonly pending: (now: number) => Promise<readonly Slot[]>;
  /** Compare-and-set on due (or expired running): true for the one who may run it. */
  readonly claim: (job: string, at: number, owner: string, now: number, leaseMs: number) => Promise<boolean>;
  readonly finish: (
    job: string,
    at: number,
    state: 'done' | 'missed' | 'failed',
    finishedAt: number,
    outcome: string,
  ) => Promise<void>;
  /** The latest slot of each job. */
  readonly latest: () => Promise<readonly Slot[]>;
  /** The latest slot of this job before the instant, whatever its state. */
  readonly previous: (job: string, before: number) => Promise<Slot | null>;
};
