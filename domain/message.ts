import type { PersonId, TaskEventId, UnitId } from './ids.ts';

/** A run of text. Always plain: whoever renders it escapes it. */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string };

/** A line of a message; the message is split only between lines. */
export type Line = readonly Inline[];

/** What pressing a button asks for. Stored with the button; only an opaque id travels through Telegram. */
export type Action =
  | {
      readonly kind: 'ask';
      readonly command: string;
      readonly argument: string;
      readonly unitId: UnitId | null;
      readonly year: number | null;
    }
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

/** Telegram's limit for the text of one message, in code points after parsing. */
export const MESSAGE_LIMIT = 4096;

/** Kept free in every part for "(gửi lại) " and " · mã K7Q2". */
export const ROOM_FOR_MARKS = 24;

export const textOf = (inline: Inline): string => {
  if (typeof inline === 'string') return inline;
  if ('bold' in inline) return inline.bold;
  return 'italic' in inline ? inline.italic : inline.code;
};

/** The same inline around another text. */
export const withText = (inline: Inline, text: string): Inline => {
  if (typeof inline === 'string') return text;
  if ('bold' in inline) return { bold: text };
  return 'italic' in inline ? { italic: text } : { code: text };
};

/** What a person sees, without any markup; lines joined by a line feed. */
export const plainText = (lines: readonly Line[]): string =>
  lines.map((line) => line.map(textOf).join('')).join('\n');
