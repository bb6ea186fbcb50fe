import { backoffMs } from './backoff.ts';
import { type ChatId, chatId } from './ids.ts';
import type { OutboxMessage, Settlement } from './outbox.ts';
import { assertNever } from './result.ts';

/** Why Telegram certainly did not post. Classified by code and parameter, never by wording. */
export type Rejection =
  | { readonly kind: 'flood'; readonly retryAfterMs: number }
  | { readonly kind: 'migrated'; readonly to: number }
  /** 403: kicked, blocked or deleted. */
  | { readonly kind: 'forbidden' }
  /** The connection was refused or the name did not resolve: nothing left this machine. */
  | { readonly kind: 'unreachable' }
  /** Any other 4xx: the message itself is wrong and will never be accepted. */
  | { readonly kind: 'invalid'; readonly code: number };

/** Result of one call that posts or edits. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly messageId: number }
  | { readonly kind: 'rejected'; readonly reason: Rejection }
  /** Timeout, hang-up, 5xx, cut body, crash between send and mark: it may have been posted. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a worker needs to bring a message to Telegram. Never throws for what Telegram or the network does. */
export type OutboxSender = {
  readonly send: (message: OutboxMessage, signal?: AbortSignal) => Promise<DeliveryOutcome>;
};

/** What else changes in the transaction that settles the message. */
export type DeliverySideEffect =
  | { readonly kind: 'hold-chat'; readonly until: number }
  | { readonly kind: 'pause-group'; readonly reason: string }
  | { readonly kind: 'migrate-group'; readonly to: ChatId }
  /** The buttons now have a message. */
  | { readonly kind: 'attach-buttons'; readonly messageId: number };

export type DeliveryDecision = {
  readonly settlement: Settlement;
  readonly sideEffects: readonly DeliverySideEffect[];
};

/** After an unknown outcome: long enough for a late post to be seen before it is repeated. */
export const COOL_DOWN_MS = 30_000;
const WRONG_TOKEN_PAUSE_MS = 60_000;
const MOST_IDLE_ATTEMPTS = 20;

/**
 * The delivery promise, message by message. `now` is real time, epoch ms; `message` is as it was claimed.
 * Edits are idempotent: an unknown outcome of one is simply tried again.
 */
export function decideDelivery(
  message: Pick<OutboxMessage, 'attempts' | 'unknowns' | 'content'>,
  outcome: DeliveryOutcome,
  now: number,
): DeliveryDecision {
  switch (outcome.kind) {
    case 'accepted':
      return {
        settlement: { kind: 'sent', messageId: outcome.messageId },
        sideEffects:
          message.content.buttons.length === 0
            ? []
            : [{ kind: 'attach-buttons', messageId: outcome.messageId }],
      };
    case 'rejected':
      return decideRejected(message, outcome.reason, now);
    case 'unknown':
      return only(
        message.content.kind === 'edit'
          ? repeatEdit(message.attempts, outcome.reason, now)
          : resendOnce(message.unknowns, outcome.reason, now),
      );
    default:
      return assertNever(outcome);
  }
}

function decideRejected(
  message: Pick<OutboxMessage, 'attempts'>,
  reason: Rejection,
  now: number,
): DeliveryDecision {
  switch (reason.kind) {
    case 'flood': {
      const until = now + reason.retryAfterMs;
      return {
        settlement: { kind: 'retry', notBefore: until, reason: 'flood' },
        sideEffects: [{ kind: 'hold-chat', until }],
      };
    }
    case 'unreachable':
      return only({ kind: 'retry', notBefore: now + backoffMs(message.attempts), reason: 'unreachable' });
    case 'forbidden':
      return {
        settlement: { kind: 'bury', reason: 'forbidden' },
        sideEffects: [{ kind: 'pause-group', reason: 'forbidden' }],
      };
    case 'migrated':
      return {
        settlement: { kind: 'retry', notBefore: migrationRetryAt(message.attempts, now), reason: 'migrated' },
        sideEffects: [{ kind: 'migrate-group', to: chatId(reason.to) }],
      };
    case 'invalid':
      return only(decideInvalid(reason.code, now));
    default:
      return assertNever(reason);
  }
}

/** 401 and 404 are about the token, not about the message: it waits until the token is right again. */
const decideInvalid = (code: number, now: number): Settlement =>
  code === 401 || code === 404
    ? { kind: 'retry', notBefore: now + WRONG_TOKEN_PAUSE_MS, reason: 'wrong-token' }
    : { kind: 'bury', reason: `invalid-${code}` };

/** At once to the new id; slower when a chat keeps pointing elsewhere. */
const migrationRetryAt = (attempts: number, now: number): number =>
  attempts <= 3 ? now : now + backoffMs(attempts);

const resendOnce = (unknowns: number, reason: string, now: number): Settlement =>
  unknowns === 0
    ? { kind: 'resend', notBefore: now + COOL_DOWN_MS, reason }
    : { kind: 'bury', reason: 'unknown' };

const repeatEdit = (attempts: number, reason: string, now: number): Settlement =>
  attempts < MOST_IDLE_ATTEMPTS
    ? { kind: 'retry', notBefore: now + backoffMs(attempts), reason }
    : { kind: 'bury', reason: 'unknown' };

const only = (settlement: Settlement): DeliveryDecision => ({ settlement, sideEffects: [] });
