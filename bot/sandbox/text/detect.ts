import type { WireEntity } from '../wire.ts';

/** A word character as Telegram sees it: combining marks end a word, accented letters do not. */
const WORD = String.raw`[\p{L}\p{N}_]`;

const PATTERNS: readonly (readonly [type: string, pattern: RegExp])[] = [
  [
    'bot_command',
    new RegExp(`(?<!${WORD}|[/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!${WORD}|[/<>])`, 'gu'),
  ],
  ['mention', new RegExp(`(?<!${WORD})@[A-Za-z0-9_]{3,32}(?!${WORD})`, 'gu')],
  ['hashtag', new RegExp(String.raw`(?<!${WORD})#(?=[\p{N}_]{0,255}\p{L})${WORD}{1,256}(?!${WORD})`, 'gu')],
  ['url', /\bhttps?:\/\/[^\s<>"]{1,2000}/gu],
  [
    'email',
    /(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}(?![\w@])/gu,
  ],
];

/** What Telegram's servers find by themselves in a text: commands, mentions, hashtags, links, addresses. */
export function detectEntities(text: string): readonly WireEntity[] {
  const found: WireEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const trimmed = type === 'url' ? match[0].replace(/[.,;:!?)\]]+$/u, '') : match[0];
      found.push({ type, offset: match.index, length: trimmed.length });
    }
  }
  const links = found.filter(({ type }) => type === 'url' || type === 'email');
  return found.filter((entity) => links.every((link) => link === entity || !overlaps(link, entity)));
}

export function overlaps(left: WireEntity, right: WireEntity): boolean {
  return left.offset < right.offset + right.length && right.offset < left.offset + left.length;
}
