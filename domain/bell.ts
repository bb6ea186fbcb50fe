/** Waits in real time; ends early, without an error, when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/** Wakes a loop that waits. A ring while nobody waits is kept, so that nothing is slept through. */
export type Bell = {
  readonly ring: () => void;
  /** Until the next ring, the abort, or `ms` have passed. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

export function createBell(sleep: Sleep): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms, signal) {
      if (!rung && !signal.aborted) {
        const woken = new AbortController();
        // A reason of our own: without one every ring would build an exception.
        wake = () => woken.abort('rung');
        signal.addEventListener('abort', wake, { once: true });
        await sleep(ms, woken.signal);
        signal.removeEventListener('abort', wake);
        wake = null;
      }
      rung = false;
    },
  };
}
