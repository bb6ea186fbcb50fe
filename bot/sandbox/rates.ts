import type { Clock } from '../../domain/clock.ts';
import { tooMany } from './api-error.ts';

export type Limits = 'telegram' | 'off';

export type Rates = {
  /** Counts one message to the chat, or throws ApiError 429 and counts nothing. */
  readonly take: (chatId: number, isGroup: boolean) => void;
  readonly setLimits: (limits: Limits) => void;
};

type Bucket = { readonly size: number; readonly perSecond: number };

const PER_CHAT: Bucket = { size: 3, perSecond: 1 };
const OVERALL: Bucket = { size: 30, perSecond: 30 };
const GROUP_WINDOW_MS = 60_000;
const GROUP_MESSAGES = 20;

/** Telegram's sending rates: about 1/s to a chat with a small burst, 20/min to a group, 30/s in all. In real time. */
export function createRates(realClock: Clock, initial: Limits): Rates {
  let limits = initial;
  const overall = createBucket(OVERALL);
  const chats = new Map<number, TokenBucket>();
  const groups = new Map<number, readonly number[]>();

  const chatBucket = (chatId: number) => {
    const bucket = chats.get(chatId) ?? createBucket(PER_CHAT);
    chats.set(chatId, bucket);
    return bucket;
  };

  return {
    setLimits: (next) => {
      limits = next;
    },
    take: (chatId, isGroup) => {
      if (limits === 'off') return;
      const now = realClock();
      const chat = chatBucket(chatId);
      const recent = (groups.get(chatId) ?? []).filter((at) => now - at < GROUP_WINDOW_MS);
      const waitMs = Math.max(overall.waitMs(now), chat.waitMs(now), isGroup ? groupWaitMs(recent, now) : 0);
      if (waitMs > 0) throw tooMany(Math.ceil(waitMs / 1000));
      overall.take(now);
      chat.take(now);
      if (isGroup) groups.set(chatId, [...recent, now]);
    },
  };
}

function groupWaitMs(recent: readonly number[], now: number): number {
  const oldest = recent.at(-GROUP_MESSAGES);
  return oldest === undefined ? 0 : oldest + GROUP_WINDOW_MS - now;
}

type TokenBucket = { readonly waitMs: (now: number) => number; readonly take: (now: number) => void };

function createBucket({ size, perSecond }: Bucket): TokenBucket {
  let tokens = size;
  let filledAt: number | null = null;
  const refill = (now: number) => {
    if (filledAt !== null) tokens = Math.min(size, tokens + (Math.max(now - filledAt, 0) / 1000) * perSecond);
    filledAt = now;
  };
  return {
    waitMs: (now) => {
      refill(now);
      return tokens >= 1 ? 0 : ((1 - tokens) / perSecond) * 1000;
    },
    take: (now) => {
      refill(now);
      tokens -= 1;
    },
  };
}
