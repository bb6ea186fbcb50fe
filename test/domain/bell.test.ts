import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../domain/backoff.ts';
import { createBell } from '../../domain/bell.ts';
import { createManualTime, settle } from '../support/manual-time.ts';

const started = (waiting: Promise<void>) => {
  const state = { ended: false };
  void waiting.then(() => {
    state.ended = true;
  });
  return state;
};
const NEVER = new AbortController().signal;

describe('createBell', () => {
  it('ends a wait when it rings', async () => {
    const time = createManualTime();
    const bell = createBell(time.sleep);
    const wait = started(bell.wait(1_000, NEVER));
    bell.ring();
    await settle();
    expect(wait.ended).toBe(true);
  });

  it('ends a wait when its time is over', async () => {
    const time = createManualTime();
    const wait = started(createBell(time.sleep).wait(1_000, NEVER));
    await time.advance(999);
    expect(wait.ended).toBe(false);
    await time.advance(1);
    expect(wait.ended).toBe(true);
  });

  it('keeps one ring that nobody waited for, and only one', async () => {
    const time = createManualTime();
    const bell = createBell(time.sleep);
    bell.ring();
    bell.ring();
    await bell.wait(1_000, NEVER);
    const second = started(bell.wait(1_000, NEVER));
    await settle();
    expect(second.ended).toBe(false);
  });

  it('ends a wait when the signal aborts', async () => {
    const time = createManualTime();
    const stop = new AbortController();
    const wait = started(createBell(time.sleep).wait(1_000, stop.signal));
    stop.abort();
    await settle();
    expect(wait.ended).toBe(true);
    expect(time.sleeping()).toEqual([]);
  });
});

describe('backoffMs', () => {
  it.each([
    ['one second after the first failure', 1, 60_000, 0, 1_000],
    ['double after each further one', 5, 60_000, 0, 16_000],
    ['never more than the most', 50, 60_000, 0, 60_000],
    ['up to half less by chance', 7, 60_000, 0.999, 30_030],
    ['never less than a second', 1, 60_000, 0.999, 1_000],
  ])('waits %s', (_sentence, failures, maxMs, random, expected) => {
    expect(backoffMs(failures, maxMs, random)).toBe(expected);
  });
});
