import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sleep } from '../../bot/sleep.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const started = (sleeping: Promise<void>) => {
  const state = { ended: false };
  void sleeping.then(() => {
    state.ended = true;
  });
  return state;
};

describe('sleep', () => {
  it('ends after its time', async () => {
    const state = started(sleep(1_000, new AbortController().signal));
    await vi.advanceTimersByTimeAsync(999);
    expect(state.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(state.ended).toBe(true);
  });

  it('ends at once, without an error, when the signal aborts, and leaves no timer', async () => {
    const stop = new AbortController();
    const sleeping = sleep(1_000, stop.signal);
    stop.abort();
    await sleeping;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin after the abort', async () => {
    await sleep(1_000, AbortSignal.abort());
    expect(vi.getTimerCount()).toBe(0);
  });

  it('bears a time beyond what a timer can hold', async () => {
    const state = started(sleep(73_414_000_000, new AbortController().signal));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.ended).toBe(false);
  });
});
