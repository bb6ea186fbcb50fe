import type { LocalDate } from '../clock.ts';
import { type Amount, readAmount } from './amounts.ts';
import { type CodeItem, readCodes } from './codes.ts';
import type { DateReading } from './date-reading.ts';
import { readDate } from './dates.ts';
import { readPhrase, type Tag } from './lexicon.ts';
import { isAccented, type Token } from './tokens.ts';

type Common = {
  readonly text: string;
  readonly folded: string;
  /** Empty for a word that no list knows. */
  readonly tags: ReadonlySet<Tag>;
  readonly glued: boolean;
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
};

/** What the grammar works on: a phrase, a group of task codes, an amount, a date, or a lone piece. */
export type Term = Common &
  (
    | { readonly kind: 'word' | 'number' | 'sign' | 'emoji' | 'opaque' | 'break' }
    | { readonly kind: 'code'; readonly items: readonly CodeItem[]; readonly lastStart: number }
    | { readonly kind: 'amount'; readonly amount: Amount }
    | { readonly kind: 'date'; readonly date: DateReading }
  );

const NO_TAGS: ReadonlySet<Tag> = new Set();
const FUTURE: ReadonlySet<Tag> = new Set<Tag>(['future']);
const ON_THE_DAY: ReadonlySet<Tag> = new Set<Tag>(['today']);

/** Reads the tokens from left to right; each goes into exactly one term. */
export function readTerms(tokens: readonly Token[], today: LocalDate): readonly Term[] {
  const accented = isAccented(tokens);
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { term, length } = readTerm(tokens, at, { today, accented });
    terms.push(term);
    at += length;
  }
  return terms;
}

function tagsOf({ on, recent }: DateReading, today: LocalDate): ReadonlySet<Tag> {
  if (on === null || recent === true || on < today) return NO_TAGS;
  return on === today ? ON_THE_DAY : FUTURE;
}

type Context = { readonly today: LocalDate; readonly accented: boolean };

function readTerm(
  tokens: readonly Token[],
  at: number,
  { today, accented }: Context,
): { term: Term; length: number } {
  const codes = readCodes(tokens, at);
  if (codes !== null) {
    const lastStart = tokens[codes.lastAt]?.start ?? 0;
    return {
      term: { ...common(tokens, at, codes.length), kind: 'code', items: codes.items, lastStart },
      length: codes.length,
    };
  }
  const amount = readAmount(tokens, at);
  if (amount !== null) {
    return {
      term: { ...common(tokens, at, amount.length), kind: 'amount', amount: amount.value },
      length: amount.length,
    };
  }
  const whole = readPhrase(tokens, at, accented);
  // "den dau thang 7" is "đến đầu tháng 7", not "đến đâu".
  const isSplit = whole?.length === 2 && whole.tags.has('wh') && readDate(tokens, at + 1, today) !== null;
  const phrase = isSplit ? readPhrase(tokens, at, accented, 1) : whole;
  const date = readDate(tokens, at, today);
  if (date !== null && date.length >= (phrase?.length ?? 0)) {
    const tags = tagsOf(date, today);
    return { term: { ...common(tokens, at, date.length, tags), kind: 'date', date }, length: date.length };
  }
  const length = phrase?.length ?? 1;
  return { term: { ...common(tokens, at, length, phrase?.tags), kind: tokens[at]?.kind ?? 'sign' }, length };
}

function common(
  tokens: readonly Token[],
  at: number,
  length: number,
  tags: ReadonlySet<Tag> = NO_TAGS,
): Common {
  const [first, last] = [tokens[at], tokens[at + length - 1]];
  const pieces = tokens.slice(at, at + length);
  return {
    text: pieces.map(({ text }) => text).join(' '),
    folded: pieces.map(({ spelling }) => spelling.folded).join(' '),
    tags,
    glued: first?.glued ?? false,
    capital: first?.capital ?? false,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}
