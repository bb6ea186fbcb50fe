import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, isBlank } from '../../domain/harmless.ts';
import { type Inline, type Line, MESSAGE_LIMIT, plainText, ROOM_FOR_MARKS } from '../../domain/message.ts';
import { countCodePoints, splitLines } from '../../domain/split.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('👨‍👩‍👧‍👦', 'Đã hoàn thành', '@can_bo', '\u0000', '\n', 'e\u0301\u0323', '🇻🇳🇻🇳', '<b>&lt;'),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  fc.record({ bold: text }),
  fc.record({ italic: text }),
  fc.record({ code: text }),
);
const line: fc.Arbitrary<Line> = fc.array(inline, { maxLength: 4 });
const lines = fc.array(line, { maxLength: 12 });

const together = (parts: readonly (readonly Line[])[]) => parts.map(plainText).join('\n');
const withoutBreaks = (value: string) => value.replace(/[\s\u200B]/gu, '');

describe('splitLines', () => {
  it('keeps every part within the limit, whatever the text', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (value, limit) => {
        for (const part of splitLines(value, limit))
          expect(countCodePoints(plainText(part))).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it('joins back to what was to be said', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), (value, limit) => {
        const whole = value.map((one) => harmless(plainText([one]))).join('\n');
        const back = withoutBreaks(together(splitLines(value, limit)).normalize('NFC'));
        const kept = withoutBreaks(
          value
            .map((one) => plainText([one.map((run) => run)]))
            .map(harmless)
            .join('\n'),
        );
        // A part of which nothing can be seen is left out, so compare what can be seen.
        const visible = (shown: string) =>
          shown.normalize('NFD').replace(/[\p{Default_Ignorable_Code_Point}\u2800\p{Mn}\uFFFD]/gu, '');
        expect(visible(back)).toBe(visible(kept));
        expect(isBlank(whole)).toBe(splitLines(value, limit).length === 0);
      }),
    );
  });

  it('breaks only between lines while every line fits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'ệ', '👍'), minLength: 1, maxLength: 20 }), {
          minLength: 1,
        }),
        (texts) => {
          const value: readonly Line[] = texts.map((one) => [one]);
          expect(splitLines(value, 20).flat()).toEqual(value);
        },
      ),
    );
  });

  it('leaves room in a message for its marks', () => {
    const [part] = splitLines([['a'.repeat(10_000)]]);
    expect(countCodePoints(plainText(part ?? []))).toBe(MESSAGE_LIMIT - ROOM_FOR_MARKS);
  });

  it('puts no more into a part than fits with the line feed', () => {
    expect(splitLines([['aaa'], ['bb'], ['c']], 6).map(plainText)).toEqual(['aaa\nbb', 'c']);
  });

  it('breaks a line that is too long between graphemes, never inside one', () => {
    expect(splitLines([['👨‍👩‍👧‍👦👨‍👩‍👧‍👦']], 10).map(plainText)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']);
  });

  it('breaks inside a grapheme only when that alone is longer than a message', () => {
    const parts = splitLines([[`a${'\u0316'.repeat(24)}`]], 10);
    expect(parts.map((part) => countCodePoints(plainText(part)))).toEqual([10, 10, 5]);
  });

  it('keeps the marking of a run on both sides of a break', () => {
    expect(splitLines([[{ bold: 'aaabbb' }]], 3)).toEqual([[[{ bold: 'aaa' }]], [[{ bold: 'bbb' }]]]);
  });

  it('counts an emoji once, as Telegram does', () => {
    expect(splitLines([['👍👍👍👍']], 4)).toHaveLength(1);
  });

  it('leaves out a part of which nothing can be seen', () => {
    expect(splitLines([['aaaa'], ['  '], [''], ['bbbb']], 5).map(plainText)).toEqual(['aaaa', 'bbbb']);
  });

  it('cuts a line of a million characters in linear time', () => {
    const startedAt = performance.now();
    expect(splitLines([['ệ'.repeat(1_000_000)]]).length).toBeGreaterThan(240);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
