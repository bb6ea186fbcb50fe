import { backoffMs } from '../domain/backoff.ts';
import { createBell, type Sleep } from '../domain/bell.ts';
import type { Clock } from '../domain/clock.ts';
import {
  COOL_DOWN_MS,
  type DeliveryOutcome,
  type DeliverySideEffect,
  decideDelivery,
  type OutboxSender,
} from '../domain/delivery.ts';
import { createFloodWatch } from '../domain/flood-watch.ts';
import type { OutboxId } from '../domain/ids.ts';
import { breakdownName, type Log } from '../domain/log.ts';
import type { OutboxMessage } from '../domain/outbox.ts';
import { assertNever } from '../domain/result.ts';
import type { Storage, Stores } from '../domain/storage.ts';

export type OutboxWorkerOptions = {
  readonly storage: Pick<Storage, 'transaction' | 'outbox'>;
  readonly sender: OutboxSender;
  readonly realClock: Clock;
  readonly sleep: Sleep;
  /** Names this process in leases; never the same twice. */
  readonly owner: string;
  /** In the transaction that buries. Must post nothing about a message that is itself such a notice. */
  readonly onBuried: (stores: Stores, message: OutboxMessage, reason: string) => Promise<void>;
  readonly log: Log;
  /** Longer than a turn's longest wait (15 s) and a send's time-out (20 s) together. */
  readonly leaseMs?: number;
  /** No other process works on this database: leases found at the start are a dead one's, and are not waited for. */
  readonly isAlone?: boolean;
};

export type OutboxWorker = {
  /** Sends once what is due, a message a chat; returns how many sends were begun. */
  readonly step: () => Promise<number>;
  /** Until the signal aborts; then settles the sends under way. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  /** Something was added. */
  readonly wake: () => void;
};

const SENDS_AT_ONCE = 32;
const LOOK_AFTER_LEASES_MS = 15_000;
const LONGEST_SLEEP_MS = 30_000;
/** When something is due that cannot be claimed yet. */
const BLOCKED_SLEEP_MS = 1_000;
const NEVER = new AbortController().signal;

export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { storage, realClock, sleep, owner, onBuried, log, leaseMs = 60_000, isAlone = false } = options;
  const deliver = createDelivery(options, leaseMs);
  const bell = createBell(sleep);
  const underWay = new Map<OutboxId, Promise<void>>();
  let leasesLookedAfterAt: number | null = null;

  /** Leases that ran out by `now`, or at the first look, when alone, all there are. */
  const expireLeases = async (now: number): Promise<void> => {
    const early = isAlone && leasesLookedAfterAt === null ? leaseMs : 0;
    const expired = await storage.transaction(async (stores) => {
      const messages = await stores.outbox.expireLeases(now + early, COOL_DOWN_MS - early);
      for (const message of messages)
        if (message.state === 'buried') await onBuried(stores, message, 'unknown');
      return messages.length;
    });
    if (expired > 0) log.warn({ expired }, 'sends that nobody finished; Telegram may have posted them');
    leasesLookedAfterAt = now;
  };

  const claim = async (limit: number): Promise<readonly OutboxMessage[]> => {
    const now = realClock();
    if (leasesLookedAfterAt === null || Math.abs(now - leasesLookedAfterAt) >= LOOK_AFTER_LEASES_MS)
      await expireLeases(now);
    return storage.outbox.claim(owner, now, leaseMs, limit);
  };

  /** Begins what can be begun; returns how long there is nothing to do, in ms. */
  const begin = async (signal: AbortSignal): Promise<number> => {
    const room = SENDS_AT_ONCE - underWay.size;
    if (room === 0) return LONGEST_SLEEP_MS;
    const claimed = await claim(room);
    for (const message of claimed) {
      const sending = deliver(message, signal).finally(() => {
        underWay.delete(message.id);
        bell.ring();
      });
      underWay.set(message.id, sending);
    }
    return claimed.length === room
      ? LONGEST_SLEEP_MS
      : untilNextDue(await storage.outbox.nextDueAt(), realClock());
  };

  const beginOrBackOff = async (
    failures: number,
    signal: AbortSignal,
  ): Promise<{ failures: number; idleMs: number }> => {
    try {
      return { failures: 0, idleMs: await begin(signal) };
    } catch (error) {
      log.error({ error: breakdownName(error), failures: failures + 1 }, 'the outbox could not be read');
      await sleep(backoffMs(failures + 1, LONGEST_SLEEP_MS), signal);
      return { failures: failures + 1, idleMs: 0 };
    }
  };

  return {
    async step() {
      await expireLeases(realClock());
      const claimed = await claim(SENDS_AT_ONCE);
      await Promise.all(claimed.map((message) => deliver(message, NEVER)));
      return claimed.length;
    },
    async run(signal) {
      let state = { failures: 0, idleMs: 0 };
      while (!signal.aborted) {
        state = await beginOrBackOff(state.failures, signal);
        if (state.idleMs > 0) await bell.wait(state.idleMs, signal);
      }
      await Promise.all(underWay.values());
    },
    wake: () => bell.ring(),
  };
}

function untilNextDue(nextDueAt: number | null, now: number): number {
  if (nextDueAt === null) return LONGEST_SLEEP_MS;
  return nextDueAt <= now ? BLOCKED_SLEEP_MS : Math.min(nextDueAt - now, LONGEST_SLEEP_MS);
}

/** Sends one claimed message and settles it. Never throws: what cannot be settled is left to its lease. */
function createDelivery(
  { storage, sender, realClock, sleep, owner, onBuried, log }: OutboxWorkerOptions,
  leaseMs: number,
): (message: OutboxMessage, signal: AbortSignal) => Promise<void> {
  const floods = createFloodWatch();

  const settle = (message: OutboxMessage, outcome: DeliveryOutcome, holdAllMs: number | null) => {
    const now = realClock();
    const { settlement, sideEffects } = decideDelivery(message, outcome, now);
    return storage.transaction(async (stores) => {
      const isOurs = await stores.outbox.settle(message.id, owner, settlement);
      // What Telegram told of the chat holds even if another has taken the message over.
      for (const sideEffect of sideEffects) await apply(sideEffect, message, stores);
      if (holdAllMs !== null) await stores.outbox.holdUntil(null, now + holdAllMs);
      if (isOurs && settlement.kind === 'bury') await onBuried(stores, message, settlement.reason);
      return { isOurs, settlement };
    });
  };

  /** A full disk must not turn a posted message into an uncertain one: tries on for as long as the lease lasts. */
  const settleStubbornly = async (
    message: OutboxMessage,
    outcome: DeliveryOutcome,
    claimedAt: number,
    signal: AbortSignal,
  ): Promise<void> => {
    const holdAllMs = floods.note(message.chatId, outcome);
    for (let failures = 1; ; failures += 1) {
      try {
        const { isOurs, settlement } = await settle(message, outcome, holdAllMs);
        if (!isOurs)
          log.warn(
            { message: message.id, settlement: settlement.kind },
            'the lease was lost before the send was settled',
          );
        else if (settlement.kind !== 'sent')
          log.warn(
            { message: message.id, settlement: settlement.kind, reason: settlement.reason },
            'a message was not posted',
          );
        return;
      } catch (error) {
        log.error(
          { message: message.id, error: breakdownName(error), failures },
          'a send could not be settled',
        );
        const waitMs = backoffMs(failures, 15_000);
        if (signal.aborted || realClock() + waitMs > claimedAt + leaseMs) return;
        await sleep(waitMs, signal);
      }
    }
  };

  return async (message, signal) => {
    const claimedAt = realClock();
    const outcome = await sender
      .send(message, signal)
      .catch((error: unknown): DeliveryOutcome => ({ kind: 'unknown', reason: breakdownName(error) }));
    await settleStubbornly(message, outcome, claimedAt, signal);
  };
}

async function apply(sideEffect: DeliverySideEffect, message: OutboxMessage, stores: Stores): Promise<void> {
  switch (sideEffect.kind) {
    case 'hold-chat':
      return stores.outbox.holdUntil(message.chatId, sideEffect.until);
    case 'pause-group':
      return stores.groups.pause(message.chatId, sideEffect.reason);
    case 'migrate-group':
      return stores.groups.migrate(message.chatId, sideEffect.to);
    case 'attach-buttons':
      return stores.callbacks.attach(
        message.content.buttons.flat().map((button) => button.callbackId),
        sideEffect.messageId,
      );
    default:
      return assertNever(sideEffect);
  }
}
