const VOWELS = 'aeiouyăâêôơư';
const HATS: ReadonlyMap<string, string> = new Map([...'aeo'].map((bare, at) => [bare, 'âêô'[at] ?? bare]));
const HORNS: ReadonlyMap<string, string> = new Map([...'ou'].map((bare, at) => [bare, 'ơư'[at] ?? bare]));
const TONES: ReadonlyMap<string, string> = new Map([
  ...(['f2', 's1', 'r3', 'x4', 'j5'] as const).flatMap((keys, at) =>
    [...keys].map((key) => [key, '\u0300\u0301\u0309\u0303\u0323'[at] ?? ''] as const),
  ),
]);
const SYLLABLE = new RegExp(`^[${VOWELS}]{1,3}(?:ch|ng|nh|[cmnpt])?$`, 'u');
const LAST_VOWEL = new RegExp(`[${VOWELS}](?=[^${VOWELS}]*$)`, 'u');

/**
 * What a word typed with the keyboard switched off was meant to be: "bawngf" → "bằng" (Telex), "ba82ng" → "bằng"
 * (VNI). Null when the word cannot be such a leftover. It is an alternative only: "hoa" and "cas" are words too.
 */
export function leftoverOf(word: string): string | null {
  const parts = /^(dd|d9|[b-df-hj-np-tvxz]{0,3})([aeiouy][a-z0-9]{0,8})$/u.exec(word);
  const initial = parts?.[1];
  const tail = parts?.[2];
  if (initial === undefined || tail === undefined) return null;
  const meant = /\d/u.test(tail) ? fromVni(tail) : fromTelex(tail);
  if (meant === null) return null;
  const written = `${initial.replace(/d[d9]/u, 'đ')}${meant}`.normalize('NFC');
  return written === word ? null : written;
}

/** A doubled vowel has its hat, a "w" its horn or breve, a consonant its tone; all may stand at the end. */
function fromTelex(tail: string): string | null {
  const tone = /[aeiouyw](?:\w*?)([fsrxj])/u.exec(tail)?.[1];
  let text = tone === undefined ? tail : tail.replace(tone, '');
  for (const [bare, hat] of HATS)
    text = text.replace(new RegExp(`${bare}(\\w{0,2}?)${bare}`, 'u'), `${hat}$1`);
  return finish(text.includes('w') ? horned(text.replace('w', '')) : text, tone);
}

function fromVni(tail: string): string | null {
  const tone = /[1-5]/u.exec(tail)?.[0];
  let text = tail.replace(/\d/gu, '');
  if (tail.includes('6')) text = text.replace(/[aeo]/u, (bare) => HATS.get(bare) ?? bare);
  if (tail.includes('7')) text = horned(text);
  if (tail.includes('8')) text = text.replace('a', 'ă');
  return finish(text, tone);
}

function horned(text: string): string {
  if (text.includes('uo')) return text.replace('uo', 'ươ');
  if (text.includes('a') && !text.includes('u')) return text.replace('a', 'ă');
  return text.replace(/[ou]/u, (bare) => HORNS.get(bare) ?? bare);
}

function finish(text: string, tone: string | undefined): string | null {
  if (!SYLLABLE.test(text)) return null;
  const sign = tone === undefined ? undefined : TONES.get(tone);
  return sign === undefined ? text : text.replace(LAST_VOWEL, (vowel) => `${vowel}${sign}`);
}
