import { isOneSlip, isSame, mayMean, type Spelling, spell } from './spelling.ts';
import type { Token } from './tokens.ts';
import { MOOD_WORDS } from './vocabulary-mood.ts';
import { REST_WORDS } from './vocabulary-rest.ts';
import { STATUS_WORDS } from './vocabulary-status.ts';

/** What a word or a phrase does in a report: the names of the vocabulary's lists. */
export type Tag = keyof typeof STATUS_WORDS | keyof typeof MOOD_WORDS | keyof typeof REST_WORDS;

export type Phrase = { readonly length: number; readonly tags: ReadonlySet<Tag> };

/** `strict`: written "=mốt" in the vocabulary, because without its accents it is far more often something else. */
type Entry = { readonly words: readonly Spelling[]; readonly tag: Tag; readonly strict: boolean };

/** Without accents these are words of their own: in an accented message they never stand for their accented cousins. */
const OWN_WORDS = new Set(
  'an hay a ha cha do cho chu di ban ra ma la le ky nua giao ai khi con moi thi nho can sao qua dau mau sau lo co the e o hen song noi nao gan vao tai tu lui'.split(
    ' ',
  ),
);

const INDEX = indexEntries();

function indexEntries(): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const list of [STATUS_WORDS, MOOD_WORDS, REST_WORDS]) {
    for (const [tag, phrases] of Object.entries(list)) {
      for (const phrase of phrases.trim().split(/,\s+/u)) {
        const strict = phrase.startsWith('=');
        const words = phrase.replace('=', '').split(' ').map(spell);
        const first = words[0]?.folded ?? '';
        index.set(first, [...(index.get(first) ?? []), { words, tag: tag as Tag, strict }]);
      }
    }
  }
  return index;
}

/** The longest phrase that starts at a token, with every tag that it may carry; null for an unknown word. */
export function readPhrase(
  tokens: readonly Token[],
  at: number,
  accented: boolean,
  limit = Infinity,
): Phrase | null {
  const first = tokens[at];
  if (first?.kind !== 'word' && first?.kind !== 'number') return null;
  const slip = readSlip(tokens, at);
  let longest = 0;
  let exact = false;
  let tags = new Set<Tag>();
  for (const entry of INDEX.get(first.spelling.folded) ?? []) {
    const length = entry.words.length;
    if (length < longest || length > limit || !standsAt(entry, tokens, at, accented)) continue;
    const isExact = accented && isWrittenSo(entry, tokens, at);
    if (length === longest && exact && !isExact) continue;
    if (length > longest || (isExact && !exact)) tags = new Set();
    tags.add(entry.tag);
    longest = length;
    exact = isExact;
  }
  if (slip !== null && slip.length >= longest) return slip;
  return longest === 0 ? null : { length: longest, tags };
}

function standsAt(entry: Entry, tokens: readonly Token[], at: number, accented: boolean): boolean {
  return entry.words.every((meant, offset) => {
    const token = tokens[at + offset];
    if (token === undefined || !mayMean(token.spelling, meant)) return false;
    if (isSame(token.spelling, meant)) return true;
    // "Nam" in an accented message is a name, not a lazy "năm".
    const isName = token.capital && tokens[at + offset - 1]?.kind === 'word';
    return !entry.strict && (!accented || (!isName && !OWN_WORDS.has(token.text.toLowerCase())));
  });
}

function isWrittenSo(entry: Entry, tokens: readonly Token[], at: number): boolean {
  return entry.words.every((meant, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && isSame(token.spelling, meant);
  });
}

const DONE: ReadonlySet<Tag> = new Set<Tag>(['core']);

/** "hoàn thàh", "hoanthanh", "hoàn tành": the word typed most often is typed wrong most often. */
function readSlip(tokens: readonly Token[], at: number): Phrase | null {
  const first = tokens[at]?.spelling.folded ?? '';
  if (!first.startsWith('h')) return null;
  if (first.length > 7 && isOneSlip(first, 'hoanthanh')) return { length: 1, tags: DONE };
  const second = tokens[at + 1];
  if (second?.kind !== 'word' || first.length < 3 || second.spelling.folded.length < 3) return null;
  return isOneSlip(`${first}${second.spelling.folded}`, 'hoanthanh') ? { length: 2, tags: DONE } : null;
}
