import { splitLevelWord, type UnitLevel } from '../unit.ts';
import { distinctBy } from './distinct.ts';
import { baseKey, joinLetters, type Letters, lettersOf, lettersOfWord } from './letters.ts';

/** What the index needs to know of a unit. `kind` narrows where two units differ in it alone (xã, phường). */
export interface IndexedUnit<Id extends string> {
  readonly id: Id;
  /** Without its level word. */
  readonly name: string;
  readonly level: UnitLevel;
  readonly parentId: Id | null;
  /** Former names, as "Triệu An", "Xã Triệu An" or with what they lay in: "Triệu An, Triệu Phong, Quảng Trị". */
  readonly aliases?: readonly string[];
  readonly kind?: string;
}

/** `current` is the unit's name, `former` an alias, `part` one half of a name like "Chân Mây - Lăng Cô". */
export type Standing = 'current' | 'former' | 'part';

/** One unit under one of its names. */
export interface Bearer {
  readonly unit: number;
  readonly standing: Standing;
  /** The alias as it was given; null for today's name and its parts. */
  readonly alias: string | null;
  /** Names that may follow this one: what the unit lies in, or lay in under its former name. */
  readonly surroundings: number;
}

export interface Names {
  readonly spellings: readonly Letters[];
  /** Who bears the spelling at the same position. */
  readonly bearers: readonly (readonly Bearer[])[];
  /** Rows of letters that may follow a name, by `Bearer.surroundings`. */
  readonly surroundings: readonly (readonly Letters[])[];
  /** Keys of the names of units that have others below them. */
  readonly parents: ReadonlySet<string>;
}

const MAX_DEPTH = 8;
const MAX_ALIASES_OF_PARENT = 16;

/** All names of all units, each spelling once. */
export function collectNames<Id extends string>(
  units: readonly IndexedUnit<Id>[],
  positions: ReadonlyMap<Id, number>,
): Names {
  const spellings: Letters[] = [];
  const bearers: Bearer[][] = [];
  const bySpelling = new Map<string, number>();
  const surroundings = createSurroundings(units, positions);

  const bear = (words: string, bearer: Bearer) => {
    const letters = lettersOfName(words);
    if (letters.base.length === 0) return;
    const key = spellingKey(letters);
    const at = bySpelling.get(key) ?? spellings.push(letters) - 1;
    bySpelling.set(key, at);
    const borne = bearers[at] ?? [];
    bearers[at] = borne;
    const known = ({ unit, surroundings: around }: Bearer) =>
      unit === bearer.unit && around === bearer.surroundings;
    if (!borne.some(known)) borne.push(bearer);
  };

  units.forEach((unit, position) => {
    const around = surroundings.of(unit, []);
    bear(unit.name, { unit: position, standing: 'current', alias: null, surroundings: around });
    for (const alias of [...(unit.aliases ?? []), ...initialsOf(unit)]) {
      const name = splitLevelWord(headOf(alias));
      const rest = alias
        .split(',')
        .slice(1)
        .map((part) => splitLevelWord(part).name);
      const former = {
        unit: position,
        standing: 'former',
        alias,
        surroundings: surroundings.of(unit, rest),
      } as const;
      bear(name.name, former);
      if (name.kind !== null) bear(`${name.kind} ${name.name}`, former);
    }
    const halves = unit.name.split(/\s[-–]\s/u);
    if (halves.length > 1)
      for (const half of halves)
        bear(half, { unit: position, standing: 'part', alias: null, surroundings: around });
  });
  return { spellings, bearers, surroundings: surroundings.rows, parents: parentKeys(units, positions) };
}

/** The units that a unit lies in, nearest first; ends at an unknown parent, and at a circle. */
export function ancestorsOf<Id extends string>(
  units: readonly IndexedUnit<Id>[],
  positions: ReadonlyMap<Id, number>,
  position: number,
): number[] {
  const ancestors: number[] = [];
  let parent = positions.get(units[position]?.parentId as Id);
  while (
    parent !== undefined &&
    parent !== position &&
    ancestors.length < MAX_DEPTH &&
    !ancestors.includes(parent)
  ) {
    ancestors.push(parent);
    parent = positions.get(units[parent]?.parentId as Id);
  }
  return ancestors;
}

const headOf = (alias: string) => alias.split(',')[0] ?? '';
const spellingKey = (letters: Letters) => `${baseKey(letters)}|${letters.accents.join(' ')}`;
const nameOf = ({ name }: { readonly name: string }) => name;

/** Numbers without leading zeros, as the readings have them. */
function lettersOfName(name: string): Letters {
  const words = name.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  return lettersOf(words.map((word) => word.replace(/^0+(?=\d)/u, '')));
}

/** "HCM" for the provinces with names of three words and more. */
function initialsOf({ name, level, aliases = [] }: IndexedUnit<string>): string[] {
  if (level !== 'province') return [];
  const names = [name, ...aliases.map((alias) => splitLevelWord(headOf(alias)).name)];
  return names
    .map((one) => one.match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((words) => words.length >= 3)
    .map((words) => words.map((word) => word.normalize('NFC').charAt(0)).join(''));
}

function createSurroundings<Id extends string>(
  units: readonly IndexedUnit<Id>[],
  positions: ReadonlyMap<Id, number>,
) {
  const rows: Letters[][] = [];
  const byKey = new Map<string, number>();
  return {
    rows,
    of(unit: IndexedUnit<Id>, former: readonly string[]): number {
      const key = [unit.parentId ?? '', ...former].join('|');
      const known = byKey.get(key);
      if (known !== undefined) return known;
      const position = positions.get(unit.id) ?? -1;
      const ancestors = ancestorsOf(units, positions, position).flatMap((at) => units[at] ?? []);
      const row = rows.push(rowsAround(ancestors, former)) - 1;
      byKey.set(key, row);
      return row;
    },
  };
}

/** Each name by itself, and each with the next outer one behind it. */
function rowsAround(ancestors: readonly IndexedUnit<string>[], former: readonly string[]): Letters[] {
  const chain = [...former, ...ancestors.map(nameOf)].map(lettersOfName);
  const others = ancestors.flatMap(({ aliases = [] }) =>
    aliases.slice(0, MAX_ALIASES_OF_PARENT).map((alias) => lettersOfName(splitLevelWord(headOf(alias)).name)),
  );
  const initials = ancestors.flatMap(initialsOf).map(lettersOfWord);
  const pairs = chain.flatMap((inner, at) => chain.slice(at + 1).map((outer) => joinLetters([inner, outer])));
  return distinctBy([...chain, ...pairs, ...others, ...initials], spellingKey).filter(
    ({ base }) => base.length > 0,
  );
}

function parentKeys<Id extends string>(
  units: readonly IndexedUnit<Id>[],
  positions: ReadonlyMap<Id, number>,
) {
  const parents = new Set<string>();
  for (const { parentId } of units) {
    const parent = parentId === null ? undefined : units[positions.get(parentId) ?? -1];
    if (parent !== undefined) parents.add(baseKey(lettersOfName(parent.name)));
  }
  return parents;
}
