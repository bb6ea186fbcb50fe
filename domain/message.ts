import type { PersonId, TaskEventId, UnitId } from './ids.ts';

/** A run of text. Always plain: whoever renders it escapes it. */
export type Inline = string | { readonly bold: string } | { readonly italic: string } | { readonly code: string };

/** A line of a message; the message is split only between lines. */
export type Line = readonly Inline[];

/** What pressing a button asks for. Stored with the button; only an opaque id travels through Telegram. */
export type Action =
  | { readonly kind: 'ask'; readonly command: string; readonly argument: string; readonly unitId: UnitId | null; readonly year: number | null }
  | { readonly kind: 'undo'; readonly eventId: TaskEventId };

export type Button = {
  readonly text: string;
  readonly action: Action;
  /** Only this person may press it; null: anyone in the chat. */
  readonly allowed: PersonId | null;
};

/** What the bot says, as data; Telegram's HTML is made in one place. */
export type Reply = {
  readonly lines: readonly Line[];
  readonly buttons: readonly (readonly Button[])[];
};

export const textReply = (...lines: readonly (Line | string)[]): Reply => ({
  lines: lines.map((line) => (typeof line === 'string' ? [line] : line)),
  buttons: [],
});
