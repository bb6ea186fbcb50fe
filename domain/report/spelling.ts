/**
 * A Vietnamese syllable taken apart, so that what people type can be compared with what they mean:
 * plain letters, the quality of each vowel (ă, ơ, đ, …) and one tone for the whole syllable.
 */
export type Spelling = {
  /** Plain lower-case letters: "đã" gives "da". */
  readonly folded: string;
  /** One sign a letter: its quality mark or ".". */
  readonly quality: string;
  /** The tone mark or "". Hỏi and ngã are one tone: half of the country writes one for the other. */
  readonly tone: string;
};

const TONES: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0303': '~',
  '\u0309': '~',
  '\u0323': '_',
};
const LONGEST_WORD = 24;

/** Reads one word. Where the tone mark stands is no matter ("hòan" = "hoàn"), nor are drawn-out letters ("xonggg"). */
export function spell(word: string): Spelling {
  const lower = word.toLowerCase();
  if (lower.length > LONGEST_WORD) return { folded: lower, quality: '', tone: '' };
  let folded = '';
  let quality = '';
  let tone = '';
  for (const sign of undrawn(lower).normalize('NFD')) {
    if (sign === 'đ') {
      folded += 'd';
      quality += 'đ';
    } else if (!/\p{Mn}/u.test(sign)) {
      folded += sign;
      quality += '.'.repeat(sign.length);
    } else if (TONES[sign] === undefined) quality = quality.slice(0, -1) + sign;
    else tone = TONES[sign];
  }
  return { folded, quality, tone };
}

/** Only short words come here, so the back-references stay cheap. */
function undrawn(word: string): string {
  return word.replace(/(\p{L})\1{2,}/gu, '$1').replace(/([^\P{L}uU])\1$/u, '$1');
}

export function isMarked({ quality, tone }: Spelling): boolean {
  return tone !== '' || /[^.]/u.test(quality);
}

export function isSame(typed: Spelling, meant: Spelling): boolean {
  return typed.folded === meant.folded && typed.quality === meant.quality && typed.tone === meant.tone;
}

/** Whether `typed` may stand for `meant`: marks may be missing, never different ("chua" is "chưa", "chứa" is not). */
export function mayMean(typed: Spelling, meant: Spelling): boolean {
  if (typed.folded !== meant.folded) return false;
  if (typed.tone !== '' && typed.tone !== meant.tone) return false;
  for (let at = 0; at < typed.quality.length; at += 1) {
    if (typed.quality[at] !== '.' && typed.quality[at] !== meant.quality[at]) return false;
  }
  return true;
}

/** One letter added, lost, changed, or two neighbours swapped. */
export function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  return (
    rest(typed, 1) === rest(meant, 1) ||
    rest(typed, 1) === rest(meant, 0) ||
    rest(typed, 0) === rest(meant, 1) ||
    (typed[start] === meant[start + 1] &&
      typed[start + 1] === meant[start] &&
      rest(typed, 2) === rest(meant, 2))
  );
}
