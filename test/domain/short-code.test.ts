import { describe, expect, it } from 'vitest';
import { outboxId } from '../../domain/ids.ts';
import { MESSAGE_LIMIT, plainText } from '../../domain/message.ts';
import type { OutboxContent } from '../../domain/outbox.ts';
import { markedLines, shortCode } from '../../domain/short-code.ts';
import { countCodePoints, splitLines } from '../../domain/split.ts';

const content = (kind: OutboxContent['kind'], ...texts: readonly string[]): OutboxContent => ({
  kind,
  lines: texts.map((text) => [text]),
  buttons: [],
  messageId: null,
});
const id = outboxId('0b9f1c');

describe('shortCode', () => {
  it('is four characters that are not taken for others', () => {
    for (let index = 0; index < 2_000; index += 1)
      expect(shortCode(`id-${index}`)).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{4}$/u);
  });

  it('is the same for the same id, and seldom for another', () => {
    expect(shortCode('a')).toBe(shortCode('a'));
    expect(
      new Set(Array.from({ length: 1_000 }, (_, index) => shortCode(`message ${index}`))).size,
    ).toBeGreaterThan(990);
  });
});

describe('markedLines', () => {
  it('names a message at its end', () => {
    expect(plainText(markedLines({ id, unknowns: 0, content: content('send', 'một', 'hai') }))).toBe(
      `một\nhai · mã ${shortCode(id)}`,
    );
  });

  it('says in front that a message is sent again, with the same code', () => {
    expect(plainText(markedLines({ id, unknowns: 1, content: content('send', 'một', 'hai') }))).toBe(
      `(gửi lại) một\nhai · mã ${shortCode(id)}`,
    );
  });

  it('leaves an edit as it is', () => {
    expect(plainText(markedLines({ id, unknowns: 1, content: content('edit', 'một') }))).toBe('một');
  });

  it('fits into the longest part with both marks', () => {
    for (const lines of splitLines([['a'.repeat(20_000)]])) {
      const marked = markedLines({ id, unknowns: 1, content: { ...content('send'), lines } });
      expect(countCodePoints(plainText(marked))).toBeLessThanOrEqual(MESSAGE_LIMIT);
    }
  });
});
