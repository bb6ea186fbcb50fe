import type { WireKeyboard, WireMessage } from './wire.ts';

/** A message that the Bot API accepted from the bot. */
export type AcceptedSend = {
  /** Business clock, milliseconds. */
  readonly at: number;
  /** Real clock, milliseconds. */
  readonly realAt: number;
  readonly method: 'sendMessage' | 'sendDocument' | 'sendPhoto';
  readonly chatId: number;
  readonly messageId: number;
  readonly threadId: number | null;
  /** The text, or the caption of a file. */
  readonly text: string;
  readonly replyMarkup: WireKeyboard | null;
};

export type AcceptedEdit = Omit<AcceptedSend, 'method' | 'threadId'>;

export type CallRecord = {
  readonly realAt: number;
  readonly method: string;
  readonly chatId: number | null;
  /** HTTP status that was meant to be answered; a fault names itself. */
  readonly outcome: number | string;
};

export type CallbackAnswer = {
  readonly at: number;
  readonly queryId: string;
  readonly chatId: number;
  readonly personId: number;
  readonly text: string;
  readonly showAlert: boolean;
};

/** What happened, for the page and for tests; lists are cut from the front at `keep` entries. */
export type Journal = {
  readonly accepted: AcceptedSend[];
  readonly edits: AcceptedEdit[];
  readonly calls: CallRecord[];
  readonly answers: CallbackAnswer[];
};

export const createJournal = (): Journal => ({ accepted: [], edits: [], calls: [], answers: [] });

export function append<Entry>(list: Entry[], entry: Entry, keep: number): void {
  list.push(entry);
  // Cut in blocks: shifting one by one is quadratic over a long run.
  if (list.length > keep * 1.25) list.splice(0, list.length - keep);
}

export type SandboxEvent =
  | { readonly kind: 'message' | 'edited'; readonly chatId: number; readonly message: WireMessage }
  | { readonly kind: 'deleted'; readonly chatId: number; readonly messageId: number }
  | { readonly kind: 'answer'; readonly answer: CallbackAnswer }
  | { readonly kind: 'action'; readonly chatId: number; readonly action: string }
  | { readonly kind: 'chats' | 'commands' | 'polling' }
  /** A call of the bot has been dealt with. */
  | { readonly kind: 'call'; readonly call: CallRecord };

export type Events = {
  readonly emit: (event: SandboxEvent) => void;
  /** Returns how to stop listening. */
  readonly on: (listener: (event: SandboxEvent) => void) => () => void;
};

export function createEvents(): Events {
  const listeners = new Set<(event: SandboxEvent) => void>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    on: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
