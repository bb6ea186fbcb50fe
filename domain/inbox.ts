import type { ChatId } from './ids.ts';

/** An update as Telegram sent it, kept until it is handled. */
export type InboxUpdate = {
  readonly updateId: number;
  /** Order is kept per chat; updates without a chat share the key 0. */
  readonly chatId: ChatId;
  /** The same message in a new update has the same key, e.g. "message:-100:7", "edited:-100:7:1700000000", "callback:…". */
  readonly messageKey: string;
  /** The update's JSON text. */
  readonly body: string;
  readonly receivedAt: number;
};

export type PendingUpdate = InboxUpdate & { readonly attempts: number };

export type InboxStore = {
  /** One transaction; an update or message key that is already there is skipped. Returns how many were new. */
  readonly add: (updates: readonly InboxUpdate[]) => Promise<number>;
  /** Oldest first, at most `limit`, without the chats that are being worked on. */
  readonly pending: (limit: number, busyChats: readonly ChatId[]) => Promise<readonly PendingUpdate[]>;
  /**
   * Marks it handled in the caller's transaction and tells which chat it belongs to now (a group may have become a
   * supergroup since it was read); null when it already is handled: then nothing may be done.
   */
  readonly handle: (updateId: number, at: number) => Promise<ChatId | null>;
  /** Counts a failed attempt; after `maxAttempts` the update is given up and kept for the administrators. Returns whether it was. */
  readonly fail: (updateId: number, reason: string, maxAttempts: number) => Promise<boolean>;
  readonly counts: () => Promise<{
    readonly pending: number;
    readonly failed: number;
    readonly oldestPendingAt: number | null;
  }>;
  /** Deletes what was handled before the instant: Telegram's ids can restart at random. */
  readonly prune: (handledBefore: number) => Promise<number>;
};
