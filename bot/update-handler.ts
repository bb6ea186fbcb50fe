import type { Clock } from '../domain/clock.ts';
import type { ChatId } from '../domain/ids.ts';
import type { InboxUpdate, PendingUpdate } from '../domain/inbox.ts';
import { breakdownName, type Log } from '../domain/log.ts';
import type { Storage, Stores } from '../domain/storage.ts';
import { createGroupCommit } from './group-commit.ts';

/** What is done once the transaction holds, in order: direct replies, at most once. */
export type RouteResult = { readonly afterCommit: readonly (() => Promise<void>)[] };

export type UpdateHandlerOptions<Prepared> = {
  readonly storage: Pick<Storage, 'transaction' | 'inbox'>;
  /** What must be asked over the network, before the transaction. */
  readonly prepare: (update: unknown) => Promise<Prepared>;
  /** Works on one update in the transaction that marks it handled; nothing may leave the database here. */
  readonly route: (
    update: unknown,
    stores: Stores,
    prepared: Prepared,
    /** Where it belongs now: the body keeps a group's old id when the group has become a supergroup meanwhile. */
    chat: ChatId,
  ) => Promise<RouteResult>;
  /** The update failed for the last time: tell the chat, through the stores handed in. */
  readonly onGivenUp: (update: unknown, stores: Stores) => Promise<void>;
  readonly realClock: Clock;
  readonly log: Log;
  readonly maxAttempts?: number;
};

const TRANSACTIONS_AT_ONCE = 8;
const CHUNKS_A_TRANSACTION = 64;

export type UpdateHandler = {
  /** Handles updates of one chat in order; returns the one that is to be tried again, with all after it. */
  readonly handle: (chunk: readonly PendingUpdate[]) => Promise<PendingUpdate | null>;
  /**
   * Takes new updates in and handles them in the same commit, for when nothing waits: half the commits of doing the
   * one after the other. Throws, and nothing is kept, when one of them fails. What follows the commit is returned, a chat each.
   */
  readonly takeIn: (updates: readonly InboxUpdate[]) => Promise<TakenIn>;
};

export type TakenIn = { readonly added: number; readonly follow: ReadonlyMap<ChatId, () => Promise<void>> };

export function createUpdateHandler<Prepared>(options: UpdateHandlerOptions<Prepared>): UpdateHandler {
  const { storage, prepare, route, realClock, log, maxAttempts = 5 } = options;
  const transactions = createGroupCommit(storage, TRANSACTIONS_AT_ONCE, CHUNKS_A_TRANSACTION);

  const makeReady = async ({ updateId, body }: InboxUpdate) => {
    const update: unknown = JSON.parse(body);
    return { updateId, update, prepared: await prepare(update) };
  };

  type Ready = Awaited<ReturnType<typeof makeReady>>;
  type Done = { readonly chatId: ChatId; readonly afterCommit: RouteResult['afterCommit'] };

  const routeAll = async (ready: readonly Ready[], stores: Stores): Promise<readonly Done[]> => {
    const done: Done[] = [];
    for (const { updateId, update, prepared } of ready) {
      const chatId = await stores.inbox.handle(updateId, realClock());
      if (chatId === null) continue;
      const { afterCommit } = await route(update, stores, prepared, chatId);
      done.push({ chatId, afterCommit });
    }
    return done;
  };

  const follow = async (done: readonly Done[]): Promise<void> => {
    for (const act of done.flatMap(({ afterCommit }) => afterCommit)) await quietly(act, log);
  };

  const work = async (chunk: readonly PendingUpdate[]): Promise<void> => {
    const ready = await Promise.all(chunk.map(makeReady));
    await follow(await transactions.run((stores) => routeAll(ready, stores)));
  };

  const takeIn = async (updates: readonly InboxUpdate[]): Promise<TakenIn> => {
    const ready = await Promise.all(updates.map(makeReady));
    const { added, done } = await storage.transaction(async (stores) => ({
      added: await stores.inbox.add(updates),
      done: await routeAll(ready, stores),
    }));
    const chats = new Set(done.map(({ chatId }) => chatId));
    const ofChat = (chat: ChatId) => done.filter(({ chatId }) => chatId === chat);
    return { added, follow: new Map([...chats].map((chat) => [chat, () => follow(ofChat(chat))])) };
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

  const handle: UpdateHandler['handle'] = async (chunk) => {
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

  return { handle, takeIn };
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
