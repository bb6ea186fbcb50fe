/** A text that is stored as it came, e.g. an update's JSON: Telegram's offsets count its code units. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const PLAIN = /^[ -~]*$/u;
const NUL = /\0/gu;

/** Text as it is bound, alike in both dialects: in NFC, so that equal names are equal bytes, without NUL, which PostgreSQL refuses. */
export const boundText = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(NUL, '').normalize('NFC');

/** JSON whose texts are bound texts too: within JSON a NUL is written as an escape, which is not seen when it is bound. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? boundText(member) : member));

export const boundValues = (values: readonly unknown[]): unknown[] => values.map(boundValue);

function boundValue(value: unknown): unknown {
  if (value instanceof Verbatim) return value.text.replace(NUL, '');
  return typeof value === 'string' ? boundText(value) : value;
}
