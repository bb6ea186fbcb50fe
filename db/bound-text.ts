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

export const boundValues = (values: readonly unknown[]): unknown[] => values.map(boundValue);

function boundValue(value: unknown): unknown {
  if (value instanceof Verbatim) return value.text.replace(NUL, '');
  return typeof value === 'string' ? boundText(value) : value;
}
