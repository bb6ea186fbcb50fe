import type { DeliveryOutcome, OutboxSender } from '../domain/delivery.ts';
import { createFloodWatch } from '../domain/flood-watch.ts';
import type { ChatId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Line } from '../domain/message.ts';
import type { OutboxContent, StoredButton } from '../domain/outbox.ts';
import { markedLines } from '../domain/short-code.ts';
import type { TelegramClient } from './client.ts';
import type { Pacing, Turn } from './pacing.ts';
import { renderHtml } from './render/html.ts';
import type { MethodParameters } from './telegram-parameters.ts';

export type Place = { readonly chatId: ChatId; readonly threadId: number | null };

export type ReplyResult = {
  /** Of the parts that were posted, in their order. */
  readonly messageIds: readonly number[];
  /** Why the rest was not, or may not have been; null when all of it was. */
  readonly failure: DeliveryOutcome | null;
};

export type Sender = OutboxSender & {
  /** A direct answer, ahead of alerts and at most once: what is not certainly refused is not repeated. */
  readonly reply: (
    place: Place,
    contents: readonly OutboxContent[],
    signal?: AbortSignal,
  ) => Promise<ReplyResult>;
};

export type SenderOptions = {
  readonly client: TelegramClient;
  readonly pacing: Pacing;
  readonly realClock: () => number;
  readonly log: Log;
};

/** Below the lease of an outbox message together with the time-out of a send. */
const LONGEST_WAIT_MS = 15_000;
const TRIES_AFTER_FLOOD = 3;

export function createSender({ client, pacing, realClock, log }: SenderOptions): Sender {
  const floods = createFloodWatch();

  /** One attempt in its turn; a turn too far away is answered as Telegram would. */
  const attempt = async (
    place: Place,
    content: OutboxContent,
    lines: readonly Line[],
    turn: Pick<Turn, 'ahead' | 'signal'>,
  ) => {
    const admission = await pacing.admit({ chatId: place.chatId, maxWaitMs: LONGEST_WAIT_MS, ...turn });
    if (admission.kind === 'later') return rejected({ kind: 'flood', retryAfterMs: admission.waitMs });
    if (admission.kind === 'aborted') return rejected({ kind: 'unreachable' });
    const outcome = await deliver(client, place, content, lines);
    const now = realClock();
    if (outcome.kind === 'rejected' && outcome.reason.kind === 'flood')
      pacing.hold(place.chatId, now + outcome.reason.retryAfterMs);
    const everyoneMs = floods.note(place.chatId, outcome);
    if (everyoneMs !== null) pacing.hold(null, now + everyoneMs);
    if (outcome.kind !== 'accepted') log.warn({ chat: place.chatId, outcome: nameOf(outcome) }, 'not posted');
    return outcome;
  };

  const answer = async (place: Place, content: OutboxContent, signal: AbortSignal | undefined) => {
    const turn = { ahead: true, ...(signal === undefined ? {} : { signal }) };
    let outcome = await attempt(place, content, content.lines, turn);
    for (let tries = 1; tries < TRIES_AFTER_FLOOD && isShortFlood(outcome); tries += 1) {
      outcome = await attempt(place, content, content.lines, turn);
    }
    return outcome;
  };

  return {
    send: (message, signal) =>
      attempt(message, message.content, markedLines(message), {
        ahead: false,
        ...(signal === undefined ? {} : { signal }),
      }),
    async reply(place, contents, signal) {
      const messageIds: number[] = [];
      for (const content of contents) {
        const outcome = await answer(place, content, signal);
        if (outcome.kind !== 'accepted') return { messageIds, failure: outcome };
        messageIds.push(outcome.messageId);
      }
      return { messageIds, failure: null };
    },
  };
}

async function deliver(
  client: TelegramClient,
  place: Place,
  content: OutboxContent,
  lines: readonly Line[],
): Promise<DeliveryOutcome> {
  if (content.kind === 'edit' && content.messageId !== null) {
    const edited = await client.call('editMessageText', {
      ...textParameters(place, content, lines),
      message_id: content.messageId,
    });
    return edited.kind === 'ok' ? { kind: 'accepted', messageId: content.messageId } : edited;
  }
  const sent = await client.call('sendMessage', sendParameters(place, content, lines));
  return sent.kind === 'ok' ? { kind: 'accepted', messageId: sent.result.message_id } : sent;
}

function sendParameters(
  place: Place,
  content: OutboxContent,
  lines: readonly Line[],
): MethodParameters['sendMessage'] {
  return {
    ...textParameters(place, content, lines),
    ...(place.threadId === null ? {} : { message_thread_id: place.threadId }),
    ...(content.messageId === null
      ? {}
      : { reply_parameters: { message_id: content.messageId, allow_sending_without_reply: true as const } }),
  };
}

function textParameters({ chatId }: Place, { buttons }: OutboxContent, lines: readonly Line[]) {
  return {
    chat_id: chatId,
    text: renderHtml(lines),
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true as const },
    ...(buttons.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: buttons.map((row) => row.map(toKey)) } }),
  };
}

/** The text was made harmless when the message was prepared. */
const toKey = ({ text, callbackId }: StoredButton) => ({ text, callback_data: callbackId });

type Rejected = Extract<DeliveryOutcome, { kind: 'rejected' }>;
const rejected = (reason: Rejected['reason']): DeliveryOutcome => ({ kind: 'rejected', reason });

const isShortFlood = (outcome: DeliveryOutcome): boolean =>
  outcome.kind === 'rejected' &&
  outcome.reason.kind === 'flood' &&
  outcome.reason.retryAfterMs <= LONGEST_WAIT_MS;

/** e.g. "flood", "invalid-400", "unknown timeout". */
function nameOf(outcome: Exclude<DeliveryOutcome, { kind: 'accepted' }>): string {
  if (outcome.kind === 'unknown') return `unknown ${outcome.reason}`;
  return outcome.reason.kind === 'invalid' ? `invalid-${outcome.reason.code}` : outcome.reason.kind;
}
