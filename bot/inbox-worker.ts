import { backoffMs } from '../domain/backoff.ts';
import { createBell, type Sleep } from '../domain/bell.ts';
import type { ChatId } from '../domain/ids.ts';
import type { InboxUpdate, PendingUpdate } from '../domain/inbox.ts';
import { breakdownName } from '../domain/log.ts';
import { createUpdateHandler, type UpdateHandlerOptions } from './update-handler.ts';

export type InboxWorkerOptions<Prepared> = UpdateHandlerOptions<Prepared> & { readonly sleep: Sleep };

export type InboxWorker = {
  /** Works once on what is pending, chats in parallel, each in order; returns how many updates were handled. */
  readonly step: () => Promise<number>;
  /** Until the signal aborts; then finishes what is begun. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** Puts new updates into the inbox, once each, and sees to them; returns how many were new once they are committed. */
  readonly receive: (updates: readonly InboxUpdate[]) => Promise<number>;
  /** New updates are in the inbox. */
  readonly wake: () => void;
  /** Until what follows the updates that were taken in is done. */
  readonly settle: () => Promise<void>;
};

const FETCHED_AT_ONCE = 200;
const CHATS_AT_ONCE = 500;
/** Of one chat, handled in one transaction and answered after it: few, since a crash loses their direct replies together. */
const UPDATES_A_CHUNK = 8;
const IDLE_MS = 5_000;
/** More than this would hold the database for long. */
const TAKEN_IN_AT_ONCE = 16;
const NEVER = new AbortController().signal;

/** The updates of one chat that were fetched together, oldest first. */
type ChatQueue = readonly [ChatId, readonly PendingUpdate[]];
type ChatResult = {
  readonly handled: number;
  /** Attempts of the update that stopped the queue; 0 when none did. */
  readonly failures: number;
};

export function createInboxWorker<Prepared>(options: InboxWorkerOptions<Prepared>): InboxWorker {
  const { storage, sleep, log } = options;
  const handler = createUpdateHandler(options);
  const bell = createBell(sleep);
  const busy = new Map<ChatId, Promise<void>>();
  let wakes = 0;
  /** Nothing pending was found, and nothing was added since: only then may new updates be handled as they come. */
  let isClear = false;
  let additions = 0;

  const workChat = async (updates: readonly PendingUpdate[], signal: AbortSignal): Promise<ChatResult> => {
    let handled = 0;
    for (const chunk of chunksOf(updates, UPDATES_A_CHUNK)) {
      if (signal.aborted) break;
      const failed = await handler.handle(chunk);
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
    if (mayHaveMore || failures > 0 || wakes !== wakesBefore || busy.size === 0) bell.ring();
  };

  const begin = async (signal: AbortSignal): Promise<void> => {
    try {
      const [wasIdle, additionsBefore] = [busy.size === 0, additions];
      const found = await storage.inbox.pending(FETCHED_AT_ONCE, [...busy.keys()]);
      const mayHaveMore = found.length === FETCHED_AT_ONCE;
      isClear = wasIdle && found.length === 0 && additions === additionsBefore;
      for (const queue of byChat(found)) busy.set(queue[0], occupyChat(queue, mayHaveMore, signal));
    } catch (error) {
      log.error({ error: breakdownName(error) }, 'the inbox could not be read');
    }
  };

  const wake = () => {
    wakes += 1;
    bell.ring();
  };

  const receive = async (updates: readonly InboxUpdate[]): Promise<number> => {
    if (isClear && busy.size === 0 && updates.length <= TAKEN_IN_AT_ONCE) {
      try {
        const { added, follow } = await handler.takeIn(updates);
        for (const [chat, act] of follow) busy.set(chat, followUp(chat, act));
        return added;
      } catch (error) {
        log.warn({ error: breakdownName(error) }, 'new updates could not be handled as they came');
      }
    }
    isClear = false;
    additions += 1;
    const added = await storage.inbox.add(updates);
    if (added > 0) wake();
    return added;
  };

  const followUp = async (chat: ChatId, act: () => Promise<void>): Promise<void> => {
    const wakesBefore = wakes;
    await act();
    busy.delete(chat);
    if (wakes !== wakesBefore) bell.ring();
  };

  return {
    receive,
    wake,
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
    async settle() {
      while (busy.size > 0) await Promise.all(busy.values());
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
