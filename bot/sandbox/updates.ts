import type { Clock } from '../../domain/clock.ts';
import { conflict } from './api-error.ts';
import type { UpdateContent, WireUpdate } from './wire.ts';

const KEPT_MS = 24 * 60 * 60 * 1000;
const CALLBACK_KEPT_MS = 150_000;
const MAX_BATCH = 100;
const MAX_TIMEOUT_SECONDS = 50;

/** Sent only when a bot names them in `allowed_updates`. */
const OPT_IN = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export type PollRequest = {
  /** Confirms everything below it; negative: keeps only that many of the newest; null: nothing is confirmed. */
  readonly offset: number | null;
  readonly limit: number | null;
  readonly timeoutSeconds: number | null;
  /** Null keeps the previous choice, an empty list restores the default. */
  readonly allowed: readonly string[] | null;
};

export type UpdateQueue = {
  /** Null when the bot did not ask for this kind of update. */
  readonly push: (content: UpdateContent) => WireUpdate | null;
  /** Hands an update out once more, its id unchanged, even if it was confirmed. */
  readonly repeat: (update: WireUpdate) => void;
  /** Rejects with ApiError 409 when a newer poll begins. */
  readonly poll: (request: PollRequest, signal: AbortSignal) => Promise<readonly WireUpdate[]>;
  /** Whether a bot is waiting in a long poll. */
  readonly isWaiting: () => boolean;
  readonly unconfirmed: () => readonly WireUpdate[];
  readonly dropAll: () => void;
  readonly allowed: () => readonly string[];
  readonly close: () => void;
};

type Entry = { readonly update: WireUpdate; readonly arrivedAt: number };
type Waiter = { readonly wake: () => void; readonly refuse: (error: Error) => void };

/** `realClock` times retention; `firstId` must exceed every id given out before, or a bot that remembers ids ignores the update. */
export function createUpdateQueue(realClock: Clock, firstId: number): UpdateQueue {
  let nextId = firstId;
  let entries: Entry[] = [];
  let repeats: WireUpdate[] = [];
  let allowed: readonly string[] = [];
  let waiter: Waiter | null = null;

  const isWanted = (kind: string) => (allowed.length === 0 ? !OPT_IN.has(kind) : allowed.includes(kind));

  const take = (limit: number): readonly WireUpdate[] => {
    const now = realClock();
    entries = entries.filter(({ update, arrivedAt }) => now - arrivedAt <= keptMs(update));
    const repeated = repeats;
    repeats = [];
    return [...repeated, ...entries.map(({ update }) => update)].slice(0, limit);
  };

  const confirm = (offset: number | null) => {
    if (offset === null) return;
    if (offset < 0) entries = entries.slice(offset);
    else entries = entries.filter(({ update }) => update.update_id >= offset);
  };

  const wait = (seconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const settle = (finish: () => void) => () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        if (waiter === own) waiter = null;
        finish();
      };
      const wake = settle(resolve);
      const own: Waiter = { wake, refuse: (error) => settle(() => reject(error))() };
      const timer = setTimeout(wake, seconds * 1000);
      signal.addEventListener('abort', wake, { once: true });
      waiter = own;
    });

  return {
    push: (content) => {
      if (!Object.keys(content).every(isWanted)) return null;
      const update: WireUpdate = { update_id: nextId, ...content };
      nextId += 1;
      entries.push({ update, arrivedAt: realClock() });
      waiter?.wake();
      return update;
    },
    repeat: (update) => {
      repeats.push(update);
      waiter?.wake();
    },
    poll: async (request, signal) => {
      waiter?.refuse(
        conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
      );
      waiter = null;
      if (request.allowed !== null) allowed = request.allowed;
      confirm(request.offset);
      const limit = Math.min(Math.max(request.limit ?? MAX_BATCH, 1), MAX_BATCH);
      const ready = take(limit);
      const seconds = Math.min(Math.max(request.timeoutSeconds ?? 0, 0), MAX_TIMEOUT_SECONDS);
      if (ready.length > 0 || seconds === 0) return ready;
      await wait(seconds, signal);
      return signal.aborted ? [] : take(limit);
    },
    isWaiting: () => waiter !== null,
    unconfirmed: () => entries.map(({ update }) => update),
    dropAll: () => {
      entries = [];
    },
    allowed: () => allowed,
    close: () => waiter?.wake(),
  };
}

const keptMs = (update: WireUpdate) => ('callback_query' in update ? CALLBACK_KEPT_MS : KEPT_MS);
