import type { UnitLevel } from '../unit.ts';
import { distinctBy } from './distinct.ts';
import { joinLetters, type Letters, lettersOfWord } from './letters.ts';
import { type LevelWord, levelWordAt, levelWordWithin } from './level-words.ts';
import { leftoverOf } from './telex.ts';

/** One way to understand a query: a row of letters in which a name stands first and what it lies in after it. */
export interface Reading {
  readonly letters: Letters;
  /** Where a word ends, so where the name may end. */
  readonly ends: ReadonlySet<number>;
  /** Where a part begins that was set apart by a comma, a dash or a level word; ascending, without 0. */
  readonly parts: readonly number[];
  /** The levels that the name's own level word allows; null when it has none. */
  readonly levels: readonly UnitLevel[] | null;
  readonly kind: string | null;
  /** Nothing was taken off. */
  readonly whole: boolean;
  /** The last part was put first. */
  readonly turned: boolean;
  /** What this way of reading costs, in points of the score. */
  readonly penalty: number;
}

interface Word {
  readonly letters: Letters;
  readonly apart: boolean;
}

interface Found extends LevelWord {
  readonly at: number;
  readonly leading: boolean;
  /** It stands at the beginning, or behind a comma or a dash. */
  readonly opens: boolean;
}

interface Part {
  readonly words: readonly Letters[];
  readonly level: LevelWord | null;
}

const MAX_WORDS = 24;
const MAX_LETTERS = 120;
const LEFTOVER_PENALTY = 0.01;
const MISSPELT_PENALTY = 0.02;
const TURNED_PENALTY = 0.02;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
const APART = /[,;:/|()[\]\n–—]|\s-\s/u;

/** All ways to understand a query, the whole as it stands first. What is longer than any name has none. */
export function readingsOf(query: string): Reading[] {
  const texts = wordsOf(query);
  const letters = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (texts.length === 0 || texts.length > MAX_WORDS || letters > MAX_LETTERS) return [];
  const readings = readingsOfWords(texts.map(toWord), null, 0);
  const leftovers = texts.map(({ text }) => leftoverOf(text));
  if (leftovers.some((leftover) => leftover !== null)) {
    const meant = texts.map(({ text, apart }, at) => toWord({ text: leftovers[at] ?? text, apart }));
    readings.push(...readingsOfWords(meant, null, LEFTOVER_PENALTY));
  }
  return unique(readings);
}

function wordsOf(query: string): { text: string; apart: boolean }[] {
  const words: { text: string; apart: boolean }[] = [];
  let end = 0;
  const text = query.normalize('NFC').toLowerCase();
  for (const match of text.matchAll(WORD)) {
    const apart = APART.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    // "P1", "Q.01": the number is a name of its own, and its leading zeros say nothing.
    const pieces = match[0].replace(/^([pqf])(?=\d+$)/u, '$1 ').split(' ');
    pieces.forEach((piece, at) => {
      words.push({ text: piece.replace(/^0+(?=\d)/u, ''), apart: apart && at === 0 });
    });
    if (words.length > MAX_WORDS) break;
  }
  return words;
}

const toWord = ({ text, apart }: { text: string; apart: boolean }): Word => ({
  letters: lettersOfWord(text),
  apart,
});

function readingsOfWords(words: readonly Word[], lead: LevelWord | null, penalty: number): Reading[] {
  const readings: Reading[] = [];
  const found = levelWordsIn(words);
  for (const drop of waysToDrop(found)) {
    const cost = penalty + (drop.some(({ trust }) => trust === 'misspelt') ? MISSPELT_PENALTY : 0);
    const parts = partsOf(words, drop, lead);
    const whole = drop.length === 0 && lead === null;
    readings.push(toReading(parts, whole, cost));
    for (const turned of turnsOf(parts)) {
      readings.push({ ...toReading(turned, false, cost + TURNED_PENALTY), turned: true });
    }
  }
  const [first, ...rest] = words;
  const within = first === undefined ? null : levelWordWithin(first.letters);
  if (first === undefined || within === null) return readings;
  const cut = { ...first, letters: sliceLetters(first.letters, within.letters) };
  const level = within.word.role === 'level' ? within.word : null;
  return [...readings, ...readingsOfWords([cut, ...rest], level, penalty + MISSPELT_PENALTY)];
}

function levelWordsIn(words: readonly Word[]): Found[] {
  const letters = words.map((word) => word.letters);
  const unaccented = letters.every(({ accented }) => !accented);
  const found: Found[] = [];
  let leading = true;
  for (let at = 0; at < letters.length; ) {
    const word = levelWordAt(letters, at, unaccented);
    if (word === null) {
      leading = false;
      at += 1;
    } else {
      found.push({ ...word, at, leading, opens: leading || words[at]?.apart === true });
      at += word.length;
      if (word.role === 'level') leading = false;
    }
  }
  return found.map((word, place) =>
    isDoubtful(word, found[place - 1], found[place + 1]) ? { ...word, trust: 'loose' } : word,
  );
}

/**
 * Of two level words side by side one belongs to a name: the second where the first opens a part ("xã Quan Sơn"),
 * else the first ("xã Đào Xá tỉnh Phú Thọ", where it is the name's end).
 */
function isDoubtful(word: Found, before: Found | undefined, after: Found | undefined): boolean {
  if (word.role !== 'level' || word.opens || word.trust !== 'exact') return false;
  const behindOpening =
    before?.opens === true && before.role === 'level' && before.at + before.length === word.at;
  return behindOpening || (after?.role === 'level' && word.at + word.length === after.at);
}

/** What may be taken off: nothing first, then by how certain it is, before the name and behind it separately. */
function waysToDrop(found: readonly Found[]): Found[][] {
  const leading = found.filter((word) => word.leading);
  const inner = found.filter((word) => !word.leading);
  const fronts = [[], leading.filter(({ role }) => role !== 'level'), leading];
  const backs = [
    [],
    inner.filter(({ trust, role }) => trust === 'exact' || role === 'year'),
    inner.filter(({ trust }) => trust !== 'misspelt'),
    inner,
    inner.slice(-1),
  ];
  // What stands at the front uncut is rarely worth the doubtful ways to cut the rest.
  const depths = [2, 3, 5];
  const ways = fronts.flatMap((front, at) => backs.slice(0, depths[at]).map((back) => [...front, ...back]));
  return distinctBy(ways, (way) => way.map(({ at }) => at).join(' '));
}

function partsOf(words: readonly Word[], drop: readonly Found[], lead: LevelWord | null): Part[] {
  const parts: { words: Letters[]; level: LevelWord | null }[] = [{ words: [], level: lead }];
  for (let at = 0; at < words.length; ) {
    const dropped = drop.find((word) => word.at === at);
    const word = words[at];
    const last = parts.at(-1);
    const apart = dropped !== undefined || word?.apart === true;
    if (apart && last !== undefined && last.words.length > 0) parts.push({ words: [], level: null });
    const current = parts.at(-1);
    if (current === undefined || word === undefined) break;
    if (dropped === undefined) current.words.push(word.letters);
    else if (dropped.role === 'level') current.level = dropped;
    at += dropped?.length ?? 1;
  }
  return parts.filter((part) => part.words.length > 0);
}

const RANKS: Readonly<Record<UnitLevel, number>> = { ministry: 0, province: 1, district: 2, commune: 3 };
const depth = (part: Part | undefined) =>
  Math.max(-1, ...(part?.level?.levels ?? []).map((level) => RANKS[level]));

/**
 * "Lạng Sơn - Bằng Mạc" names the parent first; not so when the level words say otherwise. Of three parts the last is
 * the name, or the last two are: "Huế, Chân Mây - Lăng Cô".
 */
function turnsOf(parts: readonly Part[]): Part[][] {
  const [first, last] = [depth(parts[0]), depth(parts.at(-1))];
  if (parts.length < 2 || (first >= 0 && last >= 0 && last <= first)) return [];
  const lastFirst = [...parts.slice(-1), ...parts.slice(0, -1)];
  return parts.length === 2 ? [lastFirst] : [lastFirst, [...parts.slice(1), ...parts.slice(0, 1)]];
}

function toReading(parts: readonly Part[], whole: boolean, penalty: number): Reading {
  const ends = new Set<number>();
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    if (length > 0) starts.push(length);
    for (const word of part.words) {
      length += word.base.length;
      ends.add(length);
    }
  }
  const level = parts[0]?.level ?? null;
  const letters = joinLetters(parts.flatMap((part) => part.words));
  const said = { levels: level?.levels ?? null, kind: level?.kind ?? null };
  return { letters, ends, parts: starts, ...said, whole, turned: false, penalty };
}

function sliceLetters({ base, accents, accented }: Letters, start: number): Letters {
  return { base: base.subarray(start), accents: accents.subarray(start), accented };
}

function unique(readings: readonly Reading[]): Reading[] {
  return distinctBy(readings, ({ letters, parts, levels, kind }) =>
    [letters.base, letters.accents, parts, levels ?? '', kind ?? ''].join('|'),
  ).filter(({ letters }) => letters.base.length > 0);
}
