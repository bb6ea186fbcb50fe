import { setTimeout } from 'node:timers/promises';

const MAX_ATTEMPTS = 6;
const FIRST_PAUSE_MS = 25;

/** PostgreSQL: serialization failure, deadlock, lock not available. */
const POSTGRES_CODES: readonly string[] = ['40001', '40P01', '55P03'];

/** Repeats the work while the database is busy or locked or had to break a deadlock; a bounded number of times. */
export async function retryBusy<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      await setTimeout(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }
  return work();
}

export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && isBusyCode(error.code)) return true;
  return isBusy(error.cause);
}

const isBusyCode = (code: string): boolean =>
  code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || POSTGRES_CODES.includes(code);
