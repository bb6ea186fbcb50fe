import { backoffMs } from '../domain/backoff.ts';
import { createBell, type Sleep } from '../domain/bell.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatId } from '../domain/ids.ts';
import type { PendingUpdate } from '../domain/inbox.ts';
import { breakdownName, type Log } from '../domain/log.ts';
import type { Storage, Stores } from '../domain/storage.ts';
import { createGroupCommit } from './group-commit.ts';

/** What is done once the transaction holds, in order: direct replies, at most once. */
export type RouteResult = { readonly afterCommit: readonly (() => Promise<void>)[] };

export type InboxWorkerOptions<Prepared> = {
  readonly storage: Pick<Storage, 'transaction' | 'inbox'>;
  /** What must be asked over the network, before the transaction. */
  readonly prepare: (update: unknown) => Promise<Prepared>;
  /** Works on one update in the transaction that marks it handled; nothing may leave the database here. */
  readonly route: (update: unknown, stores: Stores, prepared: Prepared) => Promise<RouteResult>;
  /** The update failed for the last time: tell the chat, through the stores handed in. */
  readonly onGivenUp: (update: unknown, stores: Stores) => Promise<void>;
  readonly realClock: Clock;
  readonly sleep: Sleep;
  readonly log: Log;
  readonly maxAttempts?: number;
};

export type InboxWorker = {
  /** Works once on what is pending, chats in parallel, each in order; returns how many updates were handled. */
  readonly step: () => Promise<number>;
  /** Until the signal aborts; then finishes what is begun. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** New updates are in the inbox. */
  readonly wake: () => void;
};

const FETCHED_AT_ONCE = 200;
const CHATS_AT_ONCE = 500;
const TRANSACTIONS_AT_ONCE = 8;
const CHUNKS_A_TRANSACTION = 16;
/** Of one chat, handled in one transaction and answered after it: few, since a crash loses their direct replies together. */
const UPDATES_A_CHUNK = 8;
const IDLE_MS = 5_000;
const NEVER = new AbortController().signal;

/** The updates of one chat that were fetched together, oldest first. */
type ChatQueue = readonly [ChatId, readonly PendingUpdate[]];
type ChatResult = {
  readonly handled: number /** Attempts of the update that stopped the queue; 0 when none did. */;
  readonly failures: number;
};

export function createInboxWorker<Prepared>(options: InboxWorkerOptions<Prepared>): InboxWorker {
  const { storage, sleep, log } = options;
  const handler = createUpdateHandler(options);
  const bell = createBell(sleep);
  const busy = new Map<ChatId, Promise<void>>();
  let wakes = 0;

  const workChat = async (updates: readonly PendingUpdate[], signal: AbortSignal): Promise<ChatResult> => {
    let handled = 0;
    for (const chunk of chunksOf(updates, UPDATES_A_CHUNK)) {
      if (signal.aborted) break;
      const failed = await handler(chunk);
      // A later update must not overtake one that is to be tried again.
      if (failed !== null) return { handled: handled + chunk.indexOf(failed), failures: failed.attempts + 1 };
      handled += chunk.length;
    }
    return { handled, failures: 0 };
  };

  const occupyChat = async (
    [chat, updates]: ChatQueue,
    mayHaveMore: boolean,
    signal: AbortSignal,
  ): Promise<void> => {
    const wakesBefore = wakes;
    const { failures } = await workChat(updates, signal);
    if (failures > 0) await sleep(backoffMs(failures), signal);
    busy.delete(chat);
    // What came for this chat meanwhile was passed over, as the chat was busy.
    if (mayHaveMore || failures > 0 || wakes !== wakesBefore) bell.ring();
  };

  const begin = async (signal: AbortSignal): Promise<void> => {
    try {
      const found = await storage.inbox.pending(FETCHED_AT_ONCE, [...busy.keys()]);
      const mayHaveMore = found.length === FETCHED_AT_ONCE;
      for (const queue of byChat(found)) busy.set(queue[0], occupyChat(queue, mayHaveMore, signal));
    } catch (error) {
      log.error({ error: breakdownName(error) }, 'the inbox could not be read');
    }
  };

  return {
    async step() {
      const found = await storage.inbox.pending(FETCHED_AT_ONCE, []);
      const results = await Promise.all(byChat(found).map(([, updates]) => workChat(updates, NEVER)));
      return results.reduce((sum, { handled }) => sum + handled, 0);
    },
    async run(signal) {
      while (!signal.aborted) {
        if (busy.size < CHATS_AT_ONCE) await begin(signal);
        await bell.wait(IDLE_MS, signal);
      }
      await Promise.all(busy.values());
    },
    wake() {
      wakes += 1;
      bell.ring();
    },
  };
}

function byChat(updates: readonly PendingUpdate[]): readonly ChatQueue[] {
  const queues = new Map<ChatId, PendingUpdate[]>();
  for (const update of updates) {
    const queue = queues.get(update.chatId);
    if (queue === undefined) queues.set(update.chatId, [update]);
    else queue.push(update);
  }
  return [...queues];
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/** Handles updates of one chat in order; returns the one that is to be tried again, with all after it. */
type UpdateHandler = (chunk: readonly PendingUpdate[]) => Promise<PendingUpdate | null>;

function createUpdateHandler<Prepared>(options: InboxWorkerOptions<Prepared>): UpdateHandler {
  const { storage, prepare, route, realClock, log, maxAttempts = 5 } = options;
  const transactions = createGroupCommit(storage, TRANSACTIONS_AT_ONCE, CHUNKS_A_TRANSACTION);

  const makeReady = async ({ updateId, body }: PendingUpdate) => {
    const update: unknown = JSON.parse(body);
    return { updateId, update, prepared: await prepare(update) };
  };

  const work = async (chunk: readonly PendingUpdate[]): Promise<void> => {
    const ready = await Promise.all(chunk.map(makeReady));
    const results = await transactions.run(async (stores) => {
      const done: RouteResult[] = [];
      for (const { updateId, update, prepared } of ready) {
        if (await stores.inbox.handle(updateId, realClock()))
          done.push(await route(update, stores, prepared));
      }
      return done;
    });
    for (const act of results.flatMap(({ afterCommit }) => afterCommit)) await quietly(act, log);
  };

  const recordFailure = async (pending: PendingUpdate, reason: string): Promise<boolean> => {
    const fail = (stores: Stores) => stores.inbox.fail(pending.updateId, reason, maxAttempts);
    try {
      return await storage.transaction(async (stores) => {
        const isGivenUp = await fail(stores);
        if (isGivenUp) await options.onGivenUp(parsedOrNull(pending.body), stores);
        return isGivenUp;
      });
    } catch (error) {
      log.error(
        { update: pending.updateId, error: breakdownName(error) },
        'a failed update could not be reported',
      );
      // The notice may be what broke; without it the chat's queue goes on.
      return storage.transaction(fail).catch(() => false);
    }
  };

  const handleAlone = async (pending: PendingUpdate): Promise<PendingUpdate | null> => {
    try {
      await work([pending]);
      return null;
    } catch (error) {
      const reason = breakdownName(error);
      const isGivenUp = await recordFailure(pending, reason);
      log.error(
        { update: pending.updateId, attempts: pending.attempts + 1, isGivenUp, error: reason },
        'an update failed',
      );
      return isGivenUp ? null : pending;
    }
  };

  return async (chunk) => {
    if (chunk.length > 1) {
      try {
        await work(chunk);
        return null;
      } catch {
        // One of them broke it for all: alone, each shows whether it is the one.
      }
    }
    for (const pending of chunk) {
      const failed = await handleAlone(pending);
      if (failed !== null) return failed;
    }
    return null;
  };
}

/** The change is committed: a reply that cannot be sent undoes nothing. */
async function quietly(act: () => Promise<void>, log: Log): Promise<void> {
  try {
    await act();
  } catch (error) {
    log.error({ error: breakdownName(error) }, 'what follows a handled update failed');
  }
}

function parsedOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
