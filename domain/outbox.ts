import type { CallbackId, ChatId, OccurrenceId, OutboxId, PersonId, TaskId } from './ids.ts';
import type { Action, Line } from './message.ts';

/** A button as stored: its action lives in the callback row of that id. */
export type StoredButton = { readonly text: string; readonly callbackId: CallbackId };

/** One Telegram message, already short enough, rendered when it is sent. */
export type OutboxContent = {
  readonly kind: 'send' | 'edit';
  readonly lines: readonly Line[];
  readonly buttons: readonly (readonly StoredButton[])[];
  /** `send`: the message that it answers. `edit`: the message that it replaces. */
  readonly messageId: number | null;
};

/** What a posted message is about, so that "xong rồi ạ" in reply to it finds its task. */
export type About = { readonly taskId: TaskId; readonly occurrenceId: OccurrenceId | null };

/**
 * `pending` → `sending` (leased) → `sent`; `uncertain`: Telegram may have posted it, one marked re-send is due at `notBefore`;
 * `buried`: given up, reported to administrators.
 */
export type OutboxState = 'pending' | 'sending' | 'sent' | 'uncertain' | 'buried';

export type OutboxMessage = {
  readonly id: OutboxId;
  /** Unique for ever: rule, object, stage, group, day. */
  readonly dedupeKey: string;
  readonly chatId: ChatId;
  readonly threadId: number | null;
  readonly content: OutboxContent;
  readonly about: readonly About[];
  readonly state: OutboxState;
  /** Sends begun, whatever came of them. */
  readonly attempts: number;
  /** Unknown outcomes so far; from the first on it is marked "(gửi lại)". */
  readonly unknowns: number;
  /** Real time, epoch ms. */
  readonly notBefore: number;
  readonly createdAt: number;
  readonly messageId: number | null;
  readonly lastError: string | null;
};

export type NewOutboxMessage = Pick<
  OutboxMessage,
  'id' | 'dedupeKey' | 'chatId' | 'threadId' | 'content' | 'about' | 'createdAt'
>;

/** What becomes of a message after an attempt. Each carries the reason that the status shows. */
export type Settlement =
  | { readonly kind: 'sent'; readonly messageId: number }
  | { readonly kind: 'retry'; readonly notBefore: number; readonly reason: string }
  | { readonly kind: 'resend'; readonly notBefore: number; readonly reason: string }
  | { readonly kind: 'bury'; readonly reason: string };

export type OutboxCounts = {
  readonly waiting: number;
  readonly uncertain: number;
  readonly buried: number;
  /** Creation instant of the oldest that still waits, null when none does. */
  readonly oldestWaitingAt: number | null;
};

export type OutboxStore = {
  /** Adds it unless its dedupe key exists; tells whether it was added. */
  readonly add: (message: NewOutboxMessage) => Promise<boolean>;
  /**
   * Leases the head of each chat's queue that is due (pending or uncertain, `notBefore` ≤ now), at most `limit`.
   * Order within a chat is kept: a message waits while an older one of the chat is neither sent nor buried.
   * Messages of paused groups are not claimed.
   */
  readonly claim: (
    owner: string,
    now: number,
    leaseMs: number,
    limit: number,
  ) => Promise<readonly OutboxMessage[]>;
  /** Applies when the lease is still the owner's; false otherwise (somebody else took it over). */
  readonly settle: (id: OutboxId, owner: string, settlement: Settlement) => Promise<boolean>;
  /** Messages whose lease ran out: a crash between send and mark. They become `uncertain`, or `buried` after a second unknown; returned as they now are. */
  readonly expireLeases: (now: number, coolDownMs: number) => Promise<readonly OutboxMessage[]>;
  /** Nothing goes to this chat before the instant (its 429); null: to no chat at all. */
  readonly holdUntil: (chatId: ChatId | null, notBefore: number) => Promise<void>;
  /** The posted message of that id, to learn what a reply to it is about. */
  readonly posted: (chatId: ChatId, messageId: number) => Promise<OutboxMessage | null>;
  readonly findByKey: (dedupeKey: string) => Promise<OutboxMessage | null>;
  readonly counts: () => Promise<OutboxCounts>;
  /** The next instant at which something becomes due; null when the queue is empty. */
  readonly nextDueAt: () => Promise<number | null>;
};

export type Callback = {
  readonly id: CallbackId;
  readonly chatId: ChatId;
  /** Set once the message that carries the button is posted. */
  readonly messageId: number | null;
  readonly outboxId: OutboxId | null;
  readonly action: Action;
  readonly allowed: PersonId | null;
  readonly expiresAt: number;
  readonly usedAt: number | null;
};

export type CallbackStore = {
  readonly add: (callbacks: readonly Callback[]) => Promise<void>;
  readonly find: (id: CallbackId) => Promise<Callback | null>;
  /** Compare-and-set: true for the first who uses it. */
  readonly use: (id: CallbackId, now: number) => Promise<boolean>;
  /** Says which message carries these buttons. */
  readonly attach: (ids: readonly CallbackId[], messageId: number) => Promise<void>;
  readonly prune: (expiredBefore: number) => Promise<number>;
};
