import { type Bell, createBell, type Sleep } from '../domain/bell.ts';
import type { Clock } from '../domain/clock.ts';
import type { ChatId } from '../domain/ids.ts';
import { createPaceBook, type PaceBook } from './pace-book.ts';

export type Turn = {
  readonly chatId: ChatId;
  /** Answers to people go before alerts. */
  readonly ahead: boolean;
  /** Longer than this is not waited. */
  readonly maxWaitMs: number;
  readonly signal?: AbortSignal;
};

/** `later`: not now, and nothing was counted. */
export type Admission =
  | { readonly kind: 'go' }
  | { readonly kind: 'later'; readonly waitMs: number }
  | { readonly kind: 'aborted' };

export type Pacing = {
  /** Waits for the chat's turn. */
  readonly admit: (turn: Turn) => Promise<Admission>;
  /** Nothing goes to this chat before the instant (real time); null: to no chat. */
  readonly hold: (chatId: ChatId | null, until: number) => void;
};

/** For measurements: every turn comes at once. */
export const unpaced: Pacing = { admit: async () => ({ kind: 'go' }), hold: () => {} };

type Waiting = Turn & { readonly giveUpAt: number; readonly answer: (admission: Admission) => void };

/** Telegram's rates: about one message a second to a chat, 20 a minute to a group, 30 a second in all. */
export function createPacing({
  realClock,
  sleep,
}: {
  readonly realClock: Clock;
  readonly sleep: Sleep;
}): Pacing {
  const book = createPaceBook();
  const waiting: Waiting[] = [];
  const bell = createBell(sleep);
  let isRunning = false;

  const serve = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      const nextAt = serveDue(waiting, book, realClock());
      if (nextAt !== null) await waitUntil(nextAt, realClock, bell);
    }
    isRunning = false;
  };

  return {
    admit(turn) {
      if (turn.signal?.aborted === true) return Promise.resolve({ kind: 'aborted' });
      return new Promise((resolve) => {
        const onAbort = () => leave({ kind: 'aborted' });
        const leave = (admission: Admission) => {
          turn.signal?.removeEventListener('abort', onAbort);
          const index = waiting.indexOf(entry);
          if (index >= 0) waiting.splice(index, 1);
          resolve(admission);
          bell.ring();
        };
        const entry: Waiting = { ...turn, giveUpAt: realClock() + turn.maxWaitMs, answer: leave };
        turn.signal?.addEventListener('abort', onAbort, { once: true });
        enqueue(waiting, entry);
        bell.ring();
        if (!isRunning) void serve();
      });
    },
    hold(chatId, until) {
      book.hold(chatId, until);
      bell.ring();
    },
  };
}

/** Behind its equals; those ahead stand before all others. */
function enqueue(waiting: Waiting[], entry: Waiting): void {
  const firstBehind = entry.ahead ? waiting.findIndex((other) => !other.ahead) : -1;
  waiting.splice(firstBehind === -1 ? waiting.length : firstBehind, 0, entry);
}

/** Answers everyone whose turn has come or cannot come in time; returns when to look again, null when nobody is left. */
function serveDue(waiting: readonly Waiting[], book: PaceBook, now: number): number | null {
  let nextAt: number | null = null;
  for (const entry of [...waiting]) {
    const at = book.earliest(entry.chatId, now);
    if (at > entry.giveUpAt) entry.answer({ kind: 'later', waitMs: at - now });
    else if (at <= now) {
      book.note(entry.chatId, now);
      entry.answer({ kind: 'go' });
    } else nextAt = Math.min(nextAt ?? at, at);
  }
  return nextAt;
}

const NEVER = new AbortController().signal;

const waitUntil = (at: number, realClock: Clock, bell: Bell): Promise<void> =>
  bell.wait(Math.max(1, at - realClock()), NEVER);
