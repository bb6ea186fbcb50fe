import { unaccent } from '../fold.ts';

/** The smallest thing that the grammar sees. White space is gone; what it told is in `tight` and `line`. */
export type Token = {
  readonly kind: 'word' | 'number' | 'sign';
  /** A word folded ("quy"), a number's digits ("05"), or one sign: dashes all read "-", "&" and "+" read "&". */
  readonly text: string;
  /** The word with its accents, lower case: tells "sáu" from "sau" and "tư" from "từ". */
  readonly exact: string;
  /** NaN unless a number. */
  readonly value: number;
  /** Nothing stands between it and the token before. */
  readonly tight: boolean;
  readonly line: number;
  /** The whole text is written without accents, so that `exact` tells nothing. */
  readonly plain: boolean;
};

export type Tokens = readonly Token[];

const PIECE = /(\n)|(\s+)|(\d+)|([\p{L}\p{M}]+)|(.)/gsu;
const SIGNS: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '~': '-',
  '÷': '-',
  '→': '-',
  '+': '&',
  '[': '(',
  ']': ')',
  '\\': '/',
};
/** Marks of layout, not of language. */
const IGNORED = /[*_"“”„'’‘`|<>]/u;

/** Linear in the text. Compatibility forms ("Ⅱ", full-width digits) read as the plain ones. */
export function tokenize(text: string): Tokens {
  const clean = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFC');
  const plain = unaccent(clean) === clean;
  const tokens: Token[] = [];
  let tight = false;
  let line = 0;
  for (const [piece, newline, space, digits, letters] of clean.matchAll(PIECE)) {
    if (newline !== undefined) line += 1;
    if (newline !== undefined || space !== undefined || IGNORED.test(piece)) {
      tight = tight && newline === undefined && space === undefined;
      continue;
    }
    const common = { tight, line, plain, exact: piece };
    if (digits !== undefined) tokens.push({ ...common, kind: 'number', text: digits, value: Number(digits) });
    else if (letters !== undefined)
      tokens.push({ ...common, kind: 'word', text: wordOf(letters), value: Number.NaN });
    else tokens.push({ ...common, kind: 'sign', text: SIGNS[piece] ?? piece, value: Number.NaN });
    tight = true;
  }
  return tokens;
}

/** "quí" is another spelling of "quý". */
function wordOf(letters: string): string {
  const word = unaccent(letters);
  return word === 'qui' ? 'quy' : word;
}
