import { isMarked, type Spelling, spell } from './spelling.ts';

/** The smallest pieces of a message. `break` ends a line, `opaque` is a link, a mention or somebody's quoted words. */
export type Token = {
  readonly kind: 'word' | 'number' | 'sign' | 'emoji' | 'opaque' | 'break';
  readonly text: string;
  readonly spelling: Spelling;
  /** No space before it. */
  readonly glued: boolean;
  readonly capital: boolean;
  /** Offsets in the text that `tokenise` was given. */
  readonly start: number;
  readonly end: number;
};

const INVISIBLE = /\p{Cf}|\uFE0E|\uFE0F|(?!\s)\p{Cc}/gu;
const CHUNK = /\n|\S+/gu;
const PIECE = /\p{L}[\p{L}\p{M}]*|\p{N}+|\p{Extended_Pictographic}|[^\s]/gu;
const LINK = /^(?:https?:|www\.|@\p{L})|\p{L}@\p{L}|\.(?:vn|com|net|org|gov|me)(?:\/|$)/iu;
const ABBREVIATION = /^(?:đ\/c|đ\.c|d\/c|n\/v|n\.v)\.?(?=[^\p{L}]|$)/iu;
const NO_SPELLING: Spelling = { folded: '', quality: '', tone: '' };

/** NFC, without invisible signs and other people's words; line ends stay. */
export function readable(text: string): string {
  return withoutQuotes(text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?/gu, '\n'));
}

/** Lines after ">" and words between quotation marks are somebody else's; a quoted task code alone stays. */
function withoutQuotes(text: string): string {
  return text
    .replace(/^[ \t]*[>»].*$/gmu, '')
    .replace(/“[^“”]*”|"[^"]*"|«[^«»]*»/gu, (quoted) => (isQuotedCode(quoted) ? blankEnds(quoted) : ' § '));
}

function isQuotedCode(quoted: string): boolean {
  return quoted.length < 24 && /^.\s*(?:nv|nhi[ệe]m v[ụu])[\s\-_.]*\d+\s*.$/iu.test(quoted);
}

function blankEnds(quoted: string): string {
  return ` ${quoted.slice(1, -1)} `;
}

/** Every piece once, in order; linear in the text. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const chunk of text.matchAll(CHUNK)) readChunk(chunk[0], chunk.index, tokens);
  return tokens;
}

function readChunk(chunk: string, start: number, tokens: Token[]): void {
  if (chunk === '\n') tokens.push(piece('break', chunk, start, false));
  else if (LINK.test(chunk)) tokens.push(piece('opaque', chunk, start, false));
  else {
    const abbreviation = ABBREVIATION.exec(chunk)?.[0] ?? '';
    if (abbreviation !== '') tokens.push(piece('word', abbreviation.replace(/\.$/u, ''), start, false));
    for (const found of chunk.slice(abbreviation.length).matchAll(PIECE)) {
      const offset = abbreviation.length + found.index;
      tokens.push(piece(kindOf(found[0]), found[0], start + offset, offset > 0));
    }
  }
}

function kindOf(text: string): Token['kind'] {
  if (/^\p{L}/u.test(text)) return 'word';
  if (/^[0-9]+$/u.test(text)) return 'number';
  if (text === '§') return 'opaque';
  return /^\p{Extended_Pictographic}/u.test(text) || text === '✓' ? 'emoji' : 'sign';
}

function piece(kind: Token['kind'], text: string, start: number, glued: boolean): Token {
  const spelling = kind === 'word' || kind === 'number' ? spell(text) : NO_SPELLING;
  return { kind, text, spelling, glued, capital: /^\p{Lu}/u.test(text), start, end: start + text.length };
}

/** Whether its author types accents: then a word without any is that word, not a lazy one. */
export function isAccented(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind, spelling }) => kind === 'word' && spelling.folded.length > 1);
  const marked = words.filter(({ spelling }) => isMarked(spelling)).length;
  return marked * 5 >= words.length && marked > 0;
}
