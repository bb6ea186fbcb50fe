import type { Sleep } from '../domain/bell.ts';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Real time, at most about 24 days. By hand, since the promised timer of Node makes an error for every early end. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS));
    signal.addEventListener('abort', end, { once: true });
  });
