import { harmless, isBlank } from './harmless.ts';
import {
  type Inline,
  type Line,
  MESSAGE_LIMIT,
  plainText,
  ROOM_FOR_MARKS,
  textOf,
  withText,
} from './message.ts';

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Telegram counts code points, not UTF-16 units. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const lengthOf = (line: Line): number =>
  line.reduce((sum, inline) => sum + countCodePoints(textOf(inline)), 0);

/**
 * Cuts a message into parts of at most `limit` visible code points, between lines. Only a line that is too long
 * itself is broken, between graphemes. The text comes back harmless; a part of which nothing can be seen is left out.
 */
export function splitLines(
  lines: readonly Line[],
  limit = MESSAGE_LIMIT - ROOM_FOR_MARKS,
): readonly (readonly Line[])[] {
  const parts: Line[][] = [];
  let room = 0;
  for (const piece of lines.flatMap((line) => breakLine(line.map(harmlessInline), limit))) {
    const length = lengthOf(piece);
    const part = parts.at(-1);
    if (part !== undefined && length + 1 <= room) {
      part.push(piece);
      room -= length + 1;
    } else {
      parts.push([piece]);
      room = limit - length;
    }
  }
  return parts.filter((part) => !isBlank(plainText(part)));
}

const harmlessInline = (inline: Inline): Inline => withText(inline, harmless(textOf(inline)));

function breakLine(line: Line, limit: number): readonly Line[] {
  if (lengthOf(line) <= limit) return [line];
  const pieces: Inline[][] = [[]];
  let room = limit;
  for (const inline of line) {
    let rest = textOf(inline);
    while (rest !== '') {
      const head = fittingHead(rest, room, room === limit);
      if (head === '') {
        pieces.push([]);
        room = limit;
        continue;
      }
      pieces.at(-1)?.push(withText(inline, head));
      rest = rest.slice(head.length);
      room -= countCodePoints(head);
    }
  }
  return pieces;
}

/** The longest beginning of at most `room` code points that ends between graphemes; `forced` breaks inside one sooner than return nothing. */
function fittingHead(text: string, room: number, forced: boolean): string {
  if (text.length <= room) return text;
  const end = unitsOf(text, room);
  // Enough after the cut to see where the grapheme there ends.
  const grapheme = graphemes.segment(text.slice(0, end + 64)).containing(end);
  const head = text.slice(0, grapheme?.index ?? end);
  return head === '' && forced ? text.slice(0, end) : head;
}

/** How many UTF-16 units the first `codePoints` take, at most all. */
function unitsOf(text: string, codePoints: number): number {
  let units = 0;
  for (let count = 0; count < codePoints && units < text.length; count += 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}
