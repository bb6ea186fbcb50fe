import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../bot/render/html.ts';
import { harmless } from '../../../domain/harmless.ts';
import { type Inline, type Line, plainText } from '../../../domain/message.ts';
import { countCodePoints, splitLines } from '../../../domain/split.ts';

const HOSTILE = [
  '<a href="tg://user?id=1">bấm</a>',
  '&lt;b&gt;',
  '</b></code><i>',
  '\u202Egnp.exe',
  'a\u0000b',
  '👨‍👩‍👧‍👦',
  '@can_bo @',
  '&amp;amp; &#60;',
  '"\'`',
] as const;

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.record({ bold: text }),
  fc.record({ italic: text }),
  fc.record({ code: text }),
);
const lines: fc.Arbitrary<readonly Line[]> = fc.array(fc.array(inline, { maxLength: 4 }), { maxLength: 6 });

/** Reads Telegram's HTML as strictly as Telegram: known tags only, closed in order, known entities only. Null when it is refused. */
function readTelegramHtml(html: string): string | null {
  const open: string[] = [];
  let shown = '';
  for (const token of html.match(/<[^>]*>?|&[^;]*;?|[^<&]+/gu) ?? []) {
    if (token.startsWith('<')) {
      const tag = /^<(\/?)(b|i|code)>$/u.exec(token);
      if (tag === null) return null;
      if (tag[1] === '') open.push(tag[2] ?? '');
      else if (open.pop() !== tag[2]) return null;
    } else if (token.startsWith('&')) {
      const character = new Map([
        ['&lt;', '<'],
        ['&gt;', '>'],
        ['&amp;', '&'],
      ]).get(token);
      if (character === undefined) return null;
      shown += character;
    } else shown += token;
  }
  return open.length === 0 ? shown : null;
}

const safe = (value: readonly Line[]) =>
  value.map((line) => line.map((run) => harmless(plainText([[run]]))).join('')).join('\n');

describe('renderHtml', () => {
  it('marks runs and escapes what they hold', () => {
    expect(renderHtml([[{ bold: 'Điểm <1' }, ' & ', { italic: 'a>b' }], [{ code: 'NV-12' }]])).toBe(
      '<b>Điểm &lt;1</b> &amp; <i>a&gt;b</i>\n<code>NV-12</code>',
    );
  });

  it('renders a title with a link to a person as text', () => {
    expect(renderHtml([[HOSTILE[0]]])).toBe('&lt;a href="tg://user?id=1"&gt;bấm&lt;/a&gt;');
  });

  it('shows an entity that somebody typed as they typed it', () => {
    expect(renderHtml([['&lt;']])).toBe('&amp;lt;');
  });

  it('opens no tag around nothing', () => {
    expect(renderHtml([[{ bold: '' }, { code: '\u0000' }, 'a']])).toBe('a');
  });

  it('is valid HTML that shows the text itself, whatever the text', () => {
    fc.assert(
      fc.property(lines, (value) => {
        expect(readTelegramHtml(renderHtml(value))).toBe(safe(value));
      }),
    );
  });

  it('is valid HTML in every part of a split message', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 3, max: 50 }), (value, limit) => {
        for (const part of splitLines(value, limit))
          expect(readTelegramHtml(renderHtml(part))).not.toBeNull();
      }),
    );
  });

  it('never lets two runs make a mention together', () => {
    expect(renderHtml([['nhờ @', { bold: 'can_bo' }]])).toBe('nhờ @\u200B<b>can_bo</b>');
  });

  it('drops the marks sooner than pass the limit of raw text', () => {
    const value: readonly Line[] = [Array.from({ length: 4_000 }, () => ({ code: '<' }))];
    const html = renderHtml(value);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32 * 1024);
    expect(readTelegramHtml(html)).toBe('<'.repeat(4_000));
  });

  it('renders a title of ten thousand characters in parts that all fit', () => {
    const parts = splitLines([[{ bold: '<&>'.repeat(3_334) }]]);
    for (const part of parts)
      expect(countCodePoints(readTelegramHtml(renderHtml(part)) ?? '')).toBeLessThanOrEqual(4096);
    expect(parts).toHaveLength(3);
  });
});
