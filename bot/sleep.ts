import { setTimeout as wait } from 'node:timers/promises';
import type { Sleep } from '../domain/bell.ts';

/** Real time, at most about 24 days; an abort ends it without an error. */
export const sleep: Sleep = async (ms, signal) => {
  try {
    await wait(Math.min(Math.max(ms, 0), 2 ** 31 - 1), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};
