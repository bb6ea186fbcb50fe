import { fold, unaccent } from '../../domain/fold.ts';
import { fullName, type Unit } from '../../domain/unit.ts';

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** Mulberry32: the same seed gives the same row on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Written {
  readonly unit: Unit;
  readonly parent: Unit | undefined;
  readonly random: Random;
}

/** One way in which officers write a unit's name otherwise than the list has it. */
export interface NoiseKind {
  readonly name: string;
  /** No rule of the index was made or changed after looking at its failures. */
  readonly heldBack: boolean;
  /** The text says which parent is meant, so it needs no `within`. */
  readonly namesParent: boolean;
  readonly write: (written: Written) => string;
}

const LETTERS = 'abcdeghiklmnopqrstuvxy';
const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Changes the text at one random letter behind the first one; numbers are left alone, they are not typing slips. */
function atOneLetter(text: string, random: Random, change: (signs: string[], at: number) => void): string {
  const signs = [...text.normalize('NFC')];
  const places = signs.flatMap((sign, at) => (at > 0 && /\p{L}/u.test(sign) ? [at] : []));
  const at = pick(places, random);
  if (at !== undefined) change(signs, at);
  return signs.join('');
}

const lose = (text: string, random: Random) => atOneLetter(text, random, (signs, at) => signs.splice(at, 1));
const double = (text: string, random: Random) =>
  atOneLetter(text, random, (signs, at) => signs.splice(at, 0, signs[at] ?? ''));
const mistype = (text: string, random: Random) =>
  atOneLetter(text, random, (signs, at) => signs.splice(at, 1, pick([...LETTERS], random) ?? ''));
const insert = (text: string, random: Random) =>
  atOneLetter(text, random, (signs, at) => signs.splice(at, 0, pick([...LETTERS], random) ?? ''));
const swap = (text: string, random: Random) =>
  atOneLetter(text, random, (signs, at) => {
    const [letter = '', next = ''] = [signs[at], signs[at + 1]];
    if (/\p{L}/u.test(next)) signs.splice(at, 2, next, letter);
  });

const someUnaccented = (text: string, random: Random) =>
  text.replace(/\S+/gu, (word) => (random() < 0.5 ? unaccent(word) : word));

const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Puts another tone on one syllable: "Tịnh Biên" → "Tỉnh Biên". */
function otherTone(text: string, random: Random): string {
  const signs = [...text.normalize('NFD')];
  const at = pick(
    signs.flatMap((sign, place) => (TONES.includes(sign) ? [place] : [])),
    random,
  );
  if (at !== undefined) signs[at] = pick(TONES, random) ?? '';
  return signs.join('').normalize('NFC');
}

const SHORT_WORDS: Readonly<Record<string, readonly string[]>> = {
  Xã: ['X. ', 'x ', 'UBND xã ', 'xa '],
  Phường: ['P. ', 'P.', 'phuong ', 'UBND phường '],
  'Đặc khu': ['dac khu ', 'ĐK ', 'UBND đặc khu '],
  Tỉnh: ['T. ', 'tinh ', 'UBND tỉnh ', 'Ủy ban nhân dân tỉnh '],
  'Thành phố': ['TP ', 'TP. ', 'thanh pho ', 'UBND TP '],
};
const shortWord = ({ unit, random }: Written) => pick(SHORT_WORDS[unit.kind] ?? [''], random) ?? '';

const TELEX_MARKS = ['\u0302', '\u0306', '\u031b'];

/** With the keyboard switched to Telex and the program not taking it: "Bằng" → "Bawngf". */
function telex(text: string): string {
  return text
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const signs = [...word.normalize('NFD')];
      const tone = signs.find((sign) => TONES.includes(sign));
      const typed = signs.map((sign, at) => {
        if (TONES.includes(sign)) return '';
        if (sign === 'đ') return 'dd';
        const mark = TELEX_MARKS.indexOf(sign);
        const letter = TONES.includes(signs[at - 1] ?? '') ? signs[at - 2] : signs[at - 1];
        return mark < 0 ? sign : mark === 0 ? (letter ?? '') : 'w';
      });
      return `${typed.join('')}${tone === undefined ? '' : ('fsrxj'[TONES.indexOf(tone)] ?? '')}`;
    })
    .join(' ');
}

const kind = (name: string, write: NoiseKind['write'], options: Partial<NoiseKind> = {}): NoiseKind => ({
  name,
  write,
  heldBack: false,
  namesParent: false,
  ...options,
});
const parentName = ({ parent }: Written) => parent?.name ?? '';
const withParent = { namesParent: true };
const heldBack = { heldBack: true };

export const NOISE_KINDS: readonly NoiseKind[] = [
  kind('as it is', ({ unit }) => unit.name),
  kind('capitals', ({ unit }) => unit.name.toUpperCase()),
  kind('no accents', ({ unit }) => unaccent(unit.name).toLowerCase()),
  kind('some accents missing', ({ unit, random }) => someUnaccented(unit.name, random)),
  kind('decomposed', ({ unit }) => unit.name.normalize('NFD')),
  kind('another tone', ({ unit, random }) => otherTone(unit.name, random)),
  kind('a letter lost', ({ unit, random }) => lose(unit.name, random)),
  kind('a letter lost, no accents', ({ unit, random }) => lose(unaccent(unit.name).toLowerCase(), random)),
  kind('a letter doubled', ({ unit, random }) => double(unit.name, random)),
  kind('a wrong letter', ({ unit, random }) => mistype(unit.name, random)),
  kind('two letters swapped', ({ unit, random }) => swap(unit.name, random)),
  kind('no spaces', ({ unit }) => unit.name.replace(/\s/gu, '')),
  kind('spaces and signs', ({ unit }) => `  ${unit.name.replace(/\s/gu, '   ')} .`),
  kind('hyphens', ({ unit }) => unit.name.replace(/\s/gu, '-')),
  kind('level word', ({ unit }) => fullName(unit)),
  kind('short level word', (written) => `${shortWord(written)}${written.unit.name}`),
  kind('parent behind a comma', (written) => `${written.unit.name}, ${parentName(written)}`, withParent),
  kind('parent behind a dash', (written) => `${written.unit.name} - ${parentName(written)}`, withParent),
  kind('parent, no accents', (written) => fold(`${written.unit.name} ${parentName(written)}`), withParent),
  kind(
    'both level words',
    ({ unit, parent }) => `${fullName(unit)} ${parent ? fullName(parent) : ''}`,
    withParent,
  ),
  kind('no accents, a wrong letter', ({ unit, random }) => mistype(fold(unit.name), random), heldBack),
  kind('a foreign letter', ({ unit, random }) => insert(unit.name, random), heldBack),
  kind('Telex leftovers', ({ unit }) => telex(unit.name), heldBack),
  kind('level word run together', ({ unit }) => fold(fullName(unit)).replace(/\s/gu, ''), heldBack),
  kind(
    'organ and a slip',
    ({ unit, random }) => `UBND ${unit.kind.toLowerCase()} ${swap(unit.name, random)}`,
    heldBack,
  ),
  kind('decomposed, a slip', ({ unit, random }) => mistype(unit.name, random).normalize('NFD'), heldBack),
  kind(
    'parent, a slip',
    (written) => lose(`${written.unit.name}, ${parentName(written)}`, written.random),
    withParent,
  ),
];

export interface NoisyQuery {
  readonly query: string;
  readonly within: Unit['id'] | undefined;
  readonly wanted: Unit;
  readonly kind: NoiseKind;
}

/**
 * `count` queries, kinds and units in turn at random. Where several units are called alike, accents aside, the query
 * says where: by naming the parent, or by coming from it.
 */
export function noisyQueries(units: readonly Unit[], count: number, seed: number): NoisyQuery[] {
  const random = createRandom(seed);
  const byId = new Map<string, Unit>(units.map((unit) => [unit.id, unit]));
  const bearers = new Map<string, number>();
  for (const { name } of units) bearers.set(fold(name), (bearers.get(fold(name)) ?? 0) + 1);
  return Array.from({ length: count }, (_, turn) => turn).flatMap((turn) => {
    const unit = pick(units, random);
    const noise = NOISE_KINDS[turn % NOISE_KINDS.length];
    if (unit === undefined || noise === undefined) return [];
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    const shared = (bearers.get(fold(unit.name)) ?? 0) > 1;
    // A province that shares its name with a commune has nothing above it to be told by.
    if (shared && parent === undefined) return [];
    const within = shared && !noise.namesParent ? parent?.id : undefined;
    return [{ query: noise.write({ unit, parent, random }), within, wanted: unit, kind: noise }];
  });
}
