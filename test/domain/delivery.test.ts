import { describe, expect, it } from 'vitest';
import {
  COOL_DOWN_MS,
  type DeliveryDecision,
  type DeliveryOutcome,
  decideDelivery,
  type Rejection,
} from '../../domain/delivery.ts';
import { callbackId, chatId } from '../../domain/ids.ts';
import type { OutboxContent, OutboxMessage } from '../../domain/outbox.ts';

const NOW = 1_700_000_000_000;
const SEND: OutboxContent = { kind: 'send', lines: [['NV-12 quá hạn']], buttons: [], messageId: null };
const EDIT: OutboxContent = { ...SEND, kind: 'edit', messageId: 7 };
const WITH_BUTTONS: OutboxContent = {
  ...SEND,
  buttons: [[{ text: 'Hoàn tác', callbackId: callbackId('c1') }]],
};

type Facts = Pick<OutboxMessage, 'attempts' | 'unknowns' | 'content'>;
const message = (facts: Partial<Facts> = {}): Facts => ({
  attempts: 1,
  unknowns: 0,
  content: SEND,
  ...facts,
});
const rejected = (reason: Rejection): DeliveryOutcome => ({ kind: 'rejected', reason });
const TIMEOUT: DeliveryOutcome = { kind: 'unknown', reason: 'timeout' };
const retry = (afterMs: number, reason: string): DeliveryDecision => ({
  settlement: { kind: 'retry', notBefore: NOW + afterMs, reason },
  sideEffects: [],
});
const bury = (reason: string): DeliveryDecision => ({
  settlement: { kind: 'bury', reason },
  sideEffects: [],
});

const cases: readonly (readonly [string, Facts, DeliveryOutcome, DeliveryDecision])[] = [
  [
    'an accepted message is sent',
    message(),
    { kind: 'accepted', messageId: 41 },
    { settlement: { kind: 'sent', messageId: 41 }, sideEffects: [] },
  ],
  [
    'the buttons of an accepted message learn where they stand',
    message({ content: WITH_BUTTONS }),
    { kind: 'accepted', messageId: 41 },
    { settlement: { kind: 'sent', messageId: 41 }, sideEffects: [{ kind: 'attach-buttons', messageId: 41 }] },
  ],
  [
    'a flood waits as long as Telegram says, and its chat with it',
    message({ attempts: 40 }),
    rejected({ kind: 'flood', retryAfterMs: 73_414_000 }),
    {
      settlement: { kind: 'retry', notBefore: NOW + 73_414_000, reason: 'flood' },
      sideEffects: [{ kind: 'hold-chat', until: NOW + 73_414_000 }],
    },
  ],
  [
    'an unreachable Telegram is tried again after a second',
    message(),
    rejected({ kind: 'unreachable' }),
    retry(1_000, 'unreachable'),
  ],
  [
    'an unreachable Telegram is tried again more slowly',
    message({ attempts: 4 }),
    rejected({ kind: 'unreachable' }),
    retry(8_000, 'unreachable'),
  ],
  [
    'an unreachable Telegram never buries a message',
    message({ attempts: 5_000 }),
    rejected({ kind: 'unreachable' }),
    retry(60_000, 'unreachable'),
  ],
  [
    'a chat that has thrown us out is paused and its message given up',
    message(),
    rejected({ kind: 'forbidden' }),
    {
      settlement: { kind: 'bury', reason: 'forbidden' },
      sideEffects: [{ kind: 'pause-group', reason: 'forbidden' }],
    },
  ],
  [
    'a group that moved is re-keyed and written to at once',
    message(),
    rejected({ kind: 'migrated', to: -1_001 }),
    {
      settlement: { kind: 'retry', notBefore: NOW, reason: 'migrated' },
      sideEffects: [{ kind: 'migrate-group', to: chatId(-1_001) }],
    },
  ],
  [
    'a group that keeps pointing elsewhere is not followed in a busy loop',
    message({ attempts: 6 }),
    rejected({ kind: 'migrated', to: -1_001 }),
    {
      settlement: { kind: 'retry', notBefore: NOW + 32_000, reason: 'migrated' },
      sideEffects: [{ kind: 'migrate-group', to: chatId(-1_001) }],
    },
  ],
  [
    'a message that Telegram will never take is given up',
    message(),
    rejected({ kind: 'invalid', code: 400 }),
    bury('invalid-400'),
  ],
  [
    'an edit of a message that is gone is given up',
    message({ content: EDIT }),
    rejected({ kind: 'invalid', code: 400 }),
    bury('invalid-400'),
  ],
  [
    'a revoked token costs no message',
    message(),
    rejected({ kind: 'invalid', code: 401 }),
    retry(60_000, 'wrong-token'),
  ],
  [
    'an unknown token costs no message',
    message(),
    rejected({ kind: 'invalid', code: 404 }),
    retry(60_000, 'wrong-token'),
  ],
  [
    'the first unknown outcome is repeated once, marked, after a cool-down',
    message(),
    TIMEOUT,
    { settlement: { kind: 'resend', notBefore: NOW + COOL_DOWN_MS, reason: 'timeout' }, sideEffects: [] },
  ],
  ['the second unknown outcome is given up', message({ unknowns: 1 }), TIMEOUT, bury('unknown')],
  [
    'an unknown edit is simply done again',
    message({ content: EDIT, attempts: 2 }),
    TIMEOUT,
    retry(2_000, 'timeout'),
  ],
  [
    'an edit that never gets an answer is given up in the end',
    message({ content: EDIT, attempts: 20 }),
    TIMEOUT,
    bury('unknown'),
  ],
];

describe('decideDelivery', () => {
  it.each(cases)('%s', (_sentence, facts, outcome, decision) => {
    expect(decideDelivery(facts, outcome, NOW)).toEqual(decision);
  });
});
