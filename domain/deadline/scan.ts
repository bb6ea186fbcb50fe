import type { Token, Tokens } from './tokens.ts';

/** Where reading goes on. Every reader answers null when its phrase does not stand here. */
export type Next = number | null;

export function wordAt(tokens: Tokens, at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text : '';
}

export function signAt(tokens: Tokens, at: number): string {
  const token = tokens[at];
  return token?.kind === 'sign' ? token.text : '';
}

/** The value of a number of at most `digits` digits. */
export function numberAt(tokens: Tokens, at: number, digits = 2): number | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= digits ? token.value : null;
}

/** A year as plans write it, in four digits. */
export function yearAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.text.length !== 4) return null;
  return token.value >= 1990 && token.value <= 2100 ? token.value : null;
}

/** Behind the first of the phrases that stands here; list the longer ones first. */
export function phraseAt(tokens: Tokens, at: number, phrases: readonly string[]): Next {
  const first = tokens[at]?.text;
  if (first === undefined) return null;
  for (const phrase of phrases) {
    // Nearly every phrase fails on its first word: do not split it to find out.
    if (!phrase.startsWith(first)) continue;
    const words = phrase.split(' ');
    if (words.every((word, index) => tokens[at + index]?.text === word)) return at + words.length;
  }
  return null;
}

/** Behind as many of the words as stand here, none included. */
export function skip(tokens: Tokens, at: number, words: readonly string[]): number {
  let next = at;
  while (tokens[next] !== undefined && words.includes(tokens[next]?.text ?? '')) next += 1;
  return next;
}

/** "sáu", or "sau" in a text without accents. */
export function isSix(token: Token | undefined): boolean {
  return token?.exact === 'sáu' || (token?.plain === true && token.text === 'sau');
}

/** "sau": after, next. */
export function isAfter(token: Token | undefined): boolean {
  return token?.exact === 'sau';
}

/** "từ", or "tu" without its accent. */
export function isFrom(token: Token | undefined): boolean {
  return token?.exact === 'từ' || token?.exact === 'tu';
}
