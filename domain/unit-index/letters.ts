/**
 * A name as rows of numbers: `base` is the letter without its accents, `accents` what stands on it. No spaces, no
 * punctuation: "Bằng Mạc", "bằngmạc" and "BẰNG-MẠC" give the same letters.
 */
export interface Letters {
  /** 1–26 for a–z, 27–36 for 0–9, 37 for a letter of another script. */
  readonly base: Uint8Array;
  /** mark × 8 + tone; 0 is a bare letter. */
  readonly accents: Uint8Array;
  /** Whether any letter carries anything: what was typed without accents says nothing about them. */
  readonly accented: boolean;
}

export const OTHER_LETTER = 37;
export const BASES = 40;
export const ACCENTS = 40;

const MARKS: ReadonlyMap<string, number> = new Map([
  ['\u0302', 1],
  ['\u0306', 2],
  ['\u031b', 3],
]);
const STROKE = 4;
const TONES: ReadonlyMap<string, number> = new Map([
  ['\u0300', 1],
  ['\u0301', 2],
  ['\u0309', 3],
  ['\u0303', 4],
  ['\u0323', 5],
]);

export const isDigit = (base: number) => base >= 27 && base <= 36;

const VOWELS = new Set([...'aeiouy'].map((letter) => letter.charCodeAt(0) - 96));
export const isVowel = (base: number) => VOWELS.has(base);

/** The letters of one word. Never throws; what is neither letter nor digit is skipped. */
export function lettersOfWord(word: string): Letters {
  const base: number[] = [];
  const accents: number[] = [];
  for (const sign of word.normalize('NFD').toLowerCase()) {
    const last = accents.length - 1;
    const mark = MARKS.get(sign);
    const tone = TONES.get(sign);
    if (mark !== undefined && last >= 0) accents[last] = mark * 8 + ((accents[last] ?? 0) % 8);
    else if (tone !== undefined && last >= 0) accents[last] = Math.floor((accents[last] ?? 0) / 8) * 8 + tone;
    else pushLetter(sign, base, accents);
  }
  settleTones(base, accents);
  return pack(base, accents);
}

export const lettersOf = (words: readonly string[]): Letters => joinLetters(words.map(lettersOfWord));

export function joinLetters(parts: readonly Letters[]): Letters {
  return pack(
    parts.flatMap((part) => [...part.base]),
    parts.flatMap((part) => [...part.accents]),
  );
}

/** The letters without their accents, as a key. */
export function baseKey(letters: Letters, start = 0, end = letters.base.length): string {
  return String.fromCharCode(...letters.base.subarray(start, end));
}

function pushLetter(sign: string, base: number[], accents: number[]): void {
  // Ð (eth) is what old fonts typed for Đ.
  const stroked = sign === 'đ' || sign === 'ð';
  const letter = stroked ? 4 : baseOf(sign);
  if (letter === 0) return;
  base.push(letter);
  accents.push(stroked ? STROKE * 8 : 0);
}

function baseOf(sign: string): number {
  const code = sign.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return /\p{L}|\p{N}/u.test(sign) ? OTHER_LETTER : 0;
}

/** The tone is moved to the last vowel of its group, so that "hòa" is "hoà" and "qúy" is "quý". */
function settleTones(base: readonly number[], accents: number[]): void {
  for (let at = 0; at + 1 < base.length; at += 1) {
    const tone = (accents[at] ?? 0) % 8;
    if (tone === 0 || !isVowel(base[at] ?? 0) || !isVowel(base[at + 1] ?? 0)) continue;
    if ((accents[at + 1] ?? 0) % 8 !== 0) continue;
    accents[at] = (accents[at] ?? 0) - tone;
    accents[at + 1] = (accents[at + 1] ?? 0) + tone;
  }
}

function pack(base: readonly number[], accents: readonly number[]): Letters {
  return {
    base: Uint8Array.from(base),
    accents: Uint8Array.from(accents),
    accented: accents.some((accent) => accent !== 0),
  };
}
