import type { Clock } from '../domain/clock.ts';

/** A clock that runs on like the machine's, from wherever it was put. */
export type MovableClock = { readonly now: Clock; readonly moveTo: (instantMs: number) => void };

export function createMovableClock(startMs: number, realClock: Clock): MovableClock {
  let offsetMs = startMs - realClock();
  return {
    now: () => realClock() + offsetMs,
    moveTo: (instantMs) => {
      offsetMs = instantMs - realClock();
    },
  };
}
