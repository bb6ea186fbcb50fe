import type { LocalDate } from '../domain/clock.ts';
import type { PostingEnvironment } from '../domain/posting.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { Stores } from '../domain/storage.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';

/** One run at its logical time, in a transaction that also settles its slot. */
export type JobRun = {
  /** Logical instant of the slot, epoch ms. */
  readonly at: number;
  readonly today: LocalDate;
  /** Caught up after its time: the messages say "gửi muộn". */
  readonly isLate: boolean;
};

export type JobDeps = {
  readonly stores: Stores;
  readonly calendar: WorkingCalendar;
  readonly posting: PostingEnvironment;
};

export type Job = {
  readonly name: string;
  readonly summary: string;
  readonly schedule: Schedule;
  /** How long after its time a missed run is still worth catching up. */
  readonly windowMs: number;
  /** Drafts its messages into the outbox; returns what it did in a few words ("2 tin"). */
  readonly run: (run: JobRun, deps: JobDeps) => Promise<string>;
};
