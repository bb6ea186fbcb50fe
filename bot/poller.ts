import { backoffMs } from '../domain/backoff.ts';
import type { Sleep } from '../domain/bell.ts';
import type { Clock } from '../domain/clock.ts';
import type { InboxUpdate } from '../domain/inbox.ts';
import { breakdownName, type Log } from '../domain/log.ts';
import { assertNever } from '../domain/result.ts';
import type { TelegramClient } from './client.ts';
import { createStandby } from './standby.ts';
import type { TelegramUpdate } from './telegram-replies.ts';
import { toInboxUpdate } from './update-key.ts';

export type PollResult =
  | { readonly kind: 'stored'; readonly received: number; readonly added: number }
  | { readonly kind: 'idle' }
  | { readonly kind: 'aborted' }
  /** Another poller or a webhook receives the updates. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'flood'; readonly retryAfterMs: number }
  | { readonly kind: 'failed'; readonly reason: string };

export type PollerOptions = {
  readonly client: TelegramClient;
  /** Commits them, once each, and returns how many were new. */
  readonly receive: (updates: readonly InboxUpdate[]) => Promise<number>;
  readonly realClock: Clock;
  readonly sleep: Sleep;
  /** 0 ≤ r < 1. */
  readonly random: () => number;
  readonly log: Log;
};

export type Poller = {
  /** One long poll: what came is stored before the next call confirms it. */
  readonly step: (signal?: AbortSignal) => Promise<PollResult>;
  /** Until the signal aborts. */
  readonly run: (signal: AbortSignal) => Promise<void>;
};

/** Seconds; the client's own time-out for a poll is 65. */
const LONG_POLL_SECONDS = 50;
const BATCH = 100;
const KINDS = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export function createPoller(options: PollerOptions): Poller {
  const { client, receive, realClock, log } = options;
  const standby = createStandby(options);
  /** Null: nothing waits for its confirmation. Kept no longer, since Telegram's ids can restart lower. */
  let offset: number | null = null;

  const store = async (updates: readonly TelegramUpdate[]): Promise<PollResult> => {
    const last = updates.at(-1);
    if (last === undefined) {
      offset = null;
      return { kind: 'idle' };
    }
    try {
      const now = realClock();
      const added = await receive(updates.map((update) => toInboxUpdate(update, now)));
      offset = last.update_id + 1;
      return { kind: 'stored', received: updates.length, added };
    } catch (error) {
      log.error({ error: breakdownName(error) }, 'updates could not be stored; Telegram keeps them');
      return { kind: 'failed', reason: 'storage' };
    }
  };

  const step = async (signal?: AbortSignal): Promise<PollResult> => {
    const outcome = await client.call(
      'getUpdates',
      {
        ...(offset === null ? {} : { offset }),
        limit: BATCH,
        timeout: LONG_POLL_SECONDS,
        allowed_updates: KINDS,
      },
      signal === undefined ? {} : { signal },
    );
    if (outcome.kind === 'ok') return store(outcome.result);
    if (signal?.aborted === true) return { kind: 'aborted' };
    if (outcome.kind === 'unknown') return { kind: 'failed', reason: outcome.reason };
    const { reason } = outcome;
    if (reason.kind === 'flood') return { kind: 'flood', retryAfterMs: reason.retryAfterMs };
    if (reason.kind === 'invalid' && reason.code === 409) return { kind: 'conflict' };
    return { kind: 'failed', reason: reason.kind === 'invalid' ? `refused-${reason.code}` : reason.kind };
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      const result = await step(signal);
      failures = result.kind === 'failed' ? failures + 1 : 0;
      await afterStep(result, failures, signal);
    }
  };

  const afterStep = async (result: PollResult, failures: number, signal: AbortSignal): Promise<void> => {
    switch (result.kind) {
      case 'stored':
      case 'idle':
      case 'aborted':
        return;
      case 'conflict':
        log.warn({}, 'another poller receives the updates; standing by');
        return standby.untilNeeded(signal);
      case 'flood':
        log.warn({ retryAfterMs: result.retryAfterMs }, 'polling too fast for Telegram');
        return options.sleep(result.retryAfterMs, signal);
      case 'failed': {
        const waitMs = backoffMs(failures, 60_000, options.random());
        log.warn({ reason: result.reason, failures, waitMs }, 'polling failed');
        return options.sleep(waitMs, signal);
      }
      default:
        assertNever(result);
    }
  };

  return { step, run };
}
