import { harmless } from '../../domain/harmless.ts';
import { type Inline, type Line, textOf } from '../../domain/message.ts';

/** Telegram takes at most 32 KiB of raw text, markup included. */
const RAW_LIMIT_BYTES = 32 * 1024;

/** Telegram's HTML. Everything that is not our own markup is escaped; every tag is closed where it was opened. */
export function renderHtml(lines: readonly Line[]): string {
  const known = rendered.get(lines);
  if (known !== undefined) return known;
  const html = renderWithin(lines);
  rendered.set(lines, html);
  return html;
}

/** The lines of a kept answer are rendered once, however often it is given. */
const rendered = new WeakMap<readonly Line[], string>();

function renderWithin(lines: readonly Line[]): string {
  const html = render(lines, inlineHtml);
  // A message of nothing but tiny marked runs: it says the same without the marks.
  return Buffer.byteLength(html) <= RAW_LIMIT_BYTES
    ? html
    : render(lines, (inline) => escapeHtml(textOf(inline)));
}

const render = (lines: readonly Line[], inline: (inline: Inline) => string): string =>
  lines.map((line) => line.map(inline).join('')).join('\n');

function inlineHtml(inline: Inline): string {
  const text = escapeHtml(textOf(inline));
  if (typeof inline === 'string' || text === '') return text;
  if ('bold' in inline) return `<b>${text}</b>`;
  return 'italic' in inline ? `<i>${text}</i>` : `<code>${text}</code>`;
}

const escapeHtml = (text: string): string =>
  harmless(text).replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
