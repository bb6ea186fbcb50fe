import type { Sleep } from '../../domain/bell.ts';
import type { Clock } from '../../domain/clock.ts';

type Sleeper = { readonly at: number; readonly wake: () => void };

/** Real time as a test moves it: a clock and a sleep that agree. */
export type ManualTime = {
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** Moves on, waking sleepers in their order and letting each finish what it does. */
  readonly advance: (ms: number) => Promise<void>;
  /** Sets the clock without waking anybody, as an operator does. */
  readonly set: (instant: number) => void;
  /** How long each sleeper has still to sleep, shortest first. */
  readonly sleeping: () => readonly number[];
};

export function createManualTime(start = Date.UTC(2023, 9, 23, 1)): ManualTime {
  let now = start;
  let sleepers: readonly Sleeper[] = [];
  const drop = (sleeper: Sleeper) => {
    sleepers = sleepers.filter((other) => other !== sleeper);
    sleeper.wake();
  };
  const next = () => sleepers.toSorted((a, b) => a.at - b.at)[0];
  return {
    clock: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const sleeper = { at: now + ms, wake: resolve };
        sleepers = [...sleepers, sleeper];
        signal.addEventListener('abort', () => drop(sleeper), { once: true });
      }),
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let sleeper = next(); sleeper !== undefined && sleeper.at <= end; sleeper = next()) {
        now = Math.max(now, sleeper.at);
        drop(sleeper);
        await settle();
      }
      now = end;
    },
    set(instant) {
      now = instant;
    },
    sleeping: () => sleepers.map(({ at }) => at - now).toSorted((a, b) => a - b),
  };
}

/** Lets everything that is ready run; a few turns, since databases and streams hand on through the loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
