import type { UnitLevel } from '../unit.ts';
import { baseKey, type Letters, lettersOfWord } from './letters.ts';

/** What a word before a name says. `body` is the organ ("UBND"), `link` a word between a unit and its parent, `year` what names no unit. */
export interface LevelWord {
  readonly role: 'level' | 'body' | 'link' | 'year';
  /** The levels that it can stand for; empty for the other roles. */
  readonly levels: readonly UnitLevel[];
  /** The level word without accents and spaces ("thitran"); empty for the other roles. */
  readonly kind: string;
  /** `exact`: as it is written; `loose`: accents are missing from it, or it is one letter; `misspelt`: a slip away. */
  readonly trust: 'exact' | 'loose' | 'misspelt';
  /** How many words of the query it takes. */
  readonly length: number;
}

interface Phrase {
  readonly words: readonly Letters[];
  readonly role: 'level' | 'body' | 'link';
  readonly levels: readonly UnitLevel[];
  readonly kind: string;
  readonly short: boolean;
}

const PHRASES: readonly Phrase[] = [
  ...phrases('level', ['commune'], 'thị trấn', 'tt', 'ttr'),
  ...phrases('level', ['commune'], 'đặc khu', 'đk'),
  ...phrases('level', ['commune'], 'phường', 'p', 'ph', 'f'),
  ...phrases('level', ['commune'], 'xã', 'x'),
  ...phrases('level', ['district'], 'thị xã', 'tx'),
  ...phrases('level', ['district'], 'huyện', 'h'),
  ...phrases('level', ['district'], 'quận', 'q'),
  ...phrases('level', ['province', 'district'], 'thành phố', 'tp', 't p'),
  ...phrases('level', ['province'], 'thủ đô'),
  ...phrases('level', ['province'], 'tỉnh', 't'),
  ...phrases('level', ['ministry'], 'bộ'),
  ...['ủy ban nhân dân', 'ủy ban', 'ubnd', 'ub nd', 'ub'].flatMap((body) => phrases('body', [], body)),
  ...['hội đồng nhân dân', 'hđnd', 'chính quyền', 'đảng ủy', 'đơn vị'].flatMap((body) =>
    phrases('body', [], body),
  ),
  ...['trực thuộc', 'thuộc', 'của', 'ở', 'tại'].flatMap((link) => phrases('link', [], link)),
].sort((one, other) => other.words.length - one.words.length);

/** The level words that are recognised inside a word or with a slip: without accents, longest first. */
const WHOLE_WORDS = PHRASES.filter((phrase) => phrase.role === 'level' && !phrase.short);
/** Those that a person runs together with the name: "xabangmac". Letters alone would cut real names. */
const RUN_TOGETHER = [
  'ubnd',
  'thitran',
  'dackhu',
  'phuong',
  'thixa',
  'huyen',
  'quan',
  'thanhpho',
  'tinh',
  'tp',
  'tt',
  'tx',
  'xa',
];

/** The level word that begins at `at`, if a name can still follow it. */
export function levelWordAt(words: readonly Letters[], at: number, unaccented: boolean): LevelWord | null {
  const year = yearAt(words, at);
  if (year !== null) return year;
  for (const phrase of PHRASES) {
    if (at + phrase.words.length >= words.length) continue;
    const fits = phrase.words.map((word, offset) => agreement(words[at + offset], word));
    if (fits.includes('no')) continue;
    const exact = !phrase.short && (unaccented || !fits.includes('loose'));
    return { ...phrase, trust: exact ? 'exact' : 'loose', length: phrase.words.length };
  }
  return misspeltAt(words, at);
}

/** "xabangmac" → xã and how many letters it takes; null when the word does not begin with a level word. */
export function levelWordWithin(
  word: Letters,
): { readonly word: LevelWord; readonly letters: number } | null {
  const key = baseKey(word);
  const found = RUN_TOGETHER.find((kind) => {
    const prefix = baseKey(lettersOfWord(kind));
    return key.startsWith(prefix) && key.length >= prefix.length + 3;
  });
  if (found === undefined) return null;
  const phrase = PHRASES.find(({ words }) => keyOf(words) === baseKey(lettersOfWord(found)));
  if (phrase === undefined) return null;
  return { word: { ...phrase, trust: 'misspelt', length: 1 }, letters: found.length };
}

function phrases(
  role: Phrase['role'],
  levels: readonly UnitLevel[],
  whole: string,
  ...short: readonly string[]
): Phrase[] {
  const kind = role === 'level' ? keyOf(whole.split(' ').map(lettersOfWord)) : '';
  return [whole, ...short].map((text, at) => ({
    words: text.split(' ').map(lettersOfWord),
    role,
    levels,
    kind,
    short: at > 0 && text.length < 2,
  }));
}

function keyOf(words: readonly Letters[]): string {
  return words.map((word) => baseKey(word)).join('');
}

/** Whether `typed` is `word`, with its accents or with some of them missing; another accent is another word. */
function agreement(typed: Letters | undefined, word: Letters): 'yes' | 'loose' | 'no' {
  if (typed === undefined || baseKey(typed) !== baseKey(word)) return 'no';
  let loose = false;
  for (const [at, meant] of word.accents.entries()) {
    const given = typed.accents[at] ?? 0;
    if (given === meant) continue;
    const toneFits = given % 8 === 0 || given % 8 === meant % 8;
    const markFits = given < 8 || Math.floor(given / 8) === Math.floor(meant / 8);
    if (!toneFits || !markFits) return 'no';
    loose = true;
  }
  return loose ? 'loose' : 'yes';
}

/** "2023" and "năm 2023" say which year is asked for, "Việt Nam" ends an address; no unit is called so. */
function yearAt(words: readonly Letters[], at: number): LevelWord | null {
  const year = { role: 'year', levels: [], kind: '', trust: 'loose' } as const;
  if (isYear(words[at])) return { ...year, length: 1 };
  const pair = words.slice(at, at + 2);
  const country = at > 0 && at + 2 === words.length && keyOf(pair) === COUNTRY;
  const [word, next] = pair;
  const named = word !== undefined && baseKey(word) === NAM && isYear(next);
  return country || named ? { ...year, length: 2 } : null;
}

const COUNTRY = baseKey(lettersOfWord('việtnam'));
const NAM = baseKey(lettersOfWord('năm'));
const YEAR = /^(?:19|20)\d\d$/u;

function isYear(word: Letters | undefined): boolean {
  return (
    word !== undefined &&
    word.base.length === 4 &&
    YEAR.test([...word.base].map((base) => base - 27).join(''))
  );
}

function misspeltAt(words: readonly Letters[], at: number): LevelWord | null {
  const typed = words[at];
  if (typed === undefined || at + 1 >= words.length) return null;
  const phrase = WHOLE_WORDS.find(
    ({ words: [word], words: { length } }) =>
      length === 1 && word !== undefined && isSlip(baseKey(typed), baseKey(word)),
  );
  return phrase === undefined ? null : { ...phrase, trust: 'misspelt', length: 1 };
}

/** One letter doubled or two swapped; in a word of five letters, one letter lost, added or wrong too. */
function isSlip(typed: string, word: string): boolean {
  // The same letters with other accents are another word: "Đào Xá" has no xã in it.
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false;
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const [a, b] = [typed.slice(same), word.slice(same)];
  if (a.length > b.length) return (word.length >= 5 || typed[same] === typed[same - 1]) && a.slice(1) === b;
  if (a.length < b.length) return word.length >= 5 && a === b.slice(1);
  if (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)) return true;
  return word.length >= 5 && a.slice(1) === b.slice(1);
}
