import type { DeliveryOutcome } from './delivery.ts';
import type { ChatId } from './ids.ts';

/** Chats that refused for flood one after another, with nothing accepted in between. */
export type FloodWatch = {
  /** How long nobody should be written to, in ms; null while it is one chat's own trouble. */
  readonly note: (chatId: ChatId, outcome: DeliveryOutcome) => number | null;
};

const CHATS_THAT_MEAN_ALL = 3;

/** Telegram does not say whether a 429 is meant for a chat or for the bot: three different chats in a row mean the bot. */
export function createFloodWatch(): FloodWatch {
  const retryAfterMs = new Map<ChatId, number>();
  return {
    note(chat, outcome) {
      if (outcome.kind === 'accepted') retryAfterMs.clear();
      if (outcome.kind !== 'rejected' || outcome.reason.kind !== 'flood') return null;
      retryAfterMs.set(chat, outcome.reason.retryAfterMs);
      if (retryAfterMs.size < CHATS_THAT_MEAN_ALL) return null;
      const shortest = Math.min(...retryAfterMs.values());
      retryAfterMs.clear();
      return shortest;
    },
  };
}
