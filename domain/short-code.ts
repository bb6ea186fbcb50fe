import type { Line } from './message.ts';
import type { OutboxMessage } from './outbox.ts';

/** No letter or digit that is taken for another: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const CODE_ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';

/** Four characters by which people name a message: "mã K7Q2". The same id always gives the same code. */
export function shortCode(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  let code = '';
  for (let rest = hash; code.length < 4; rest = Math.floor(rest / CODE_ALPHABET.length)) {
    code += CODE_ALPHABET.charAt(rest % CODE_ALPHABET.length);
  }
  return code;
}

/**
 * A message as it is posted: its short code at the end, and "(gửi lại)" in front once an attempt may already have posted it.
 * An edit replaces what is there and needs neither.
 */
export function markedLines(message: Pick<OutboxMessage, 'id' | 'unknowns' | 'content'>): readonly Line[] {
  const { kind, lines } = message.content;
  if (kind === 'edit') return lines;
  const coded = lines.map(
    (line, index): Line =>
      index === lines.length - 1 ? [...line, { italic: ` · mã ${shortCode(message.id)}` }] : line,
  );
  return message.unknowns === 0
    ? coded
    : coded.map((line, index): Line => (index === 0 ? ['(gửi lại) ', ...line] : line));
}
