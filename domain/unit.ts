import type { LocalDate } from './clock.ts';
import { normalise } from './fold.ts';
import type { UnitId } from './ids.ts';

export type UnitLevel = 'ministry' | 'province' | 'district' | 'commune';

/** One unit of the administration. `validFrom` and `validTo` are inclusive days; null is open. */
export interface Unit {
  readonly id: UnitId;
  /** Without its level word: "Bằng Mạc". */
  readonly name: string;
  /** The level word as written: "Xã", "Phường", "Thị trấn", "Đặc khu", "Huyện", "Tỉnh", "Thành phố", "Bộ". */
  readonly kind: string;
  readonly level: UnitLevel;
  readonly parentId: UnitId | null;
  readonly aliases: readonly string[];
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** A former unit that went, whole or in part, into the unit `unitId`. */
export interface Predecessor {
  /** The successor. */
  readonly unitId: UnitId;
  readonly name: string;
  readonly kind: string;
  readonly level: UnitLevel;
  /** Without their level words, as they were then. */
  readonly districtName: string | null;
  readonly provinceName: string | null;
  /** The former unit itself, where it is held too. */
  readonly predecessorId: UnitId | null;
}

export interface SplitName {
  /** The level word in its usual spelling; null when the text has none. */
  readonly kind: string | null;
  /** Null when there is no level word, or when it does not decide: a "thành phố" is a province's or a district's. */
  readonly level: UnitLevel | null;
  readonly name: string;
}

const LEVEL_WORDS: readonly { readonly kind: string; readonly level: UnitLevel | null }[] = [
  { kind: 'Thị trấn', level: 'commune' },
  { kind: 'Đặc khu', level: 'commune' },
  { kind: 'Phường', level: 'commune' },
  { kind: 'Xã', level: 'commune' },
  { kind: 'Thị xã', level: 'district' },
  { kind: 'Huyện', level: 'district' },
  { kind: 'Quận', level: 'district' },
  { kind: 'Thành phố', level: null },
  { kind: 'Tỉnh', level: 'province' },
  { kind: 'Bộ', level: 'ministry' },
];

/** "Xã Bằng Mạc" → Xã, commune, "Bằng Mạc". Only the first level word goes: "Phường Phường Đúc" is called "Phường Đúc". */
export function splitLevelWord(text: string): SplitName {
  const whole = normalise(text);
  const lower = whole.toLowerCase();
  const word = LEVEL_WORDS.find(({ kind }) => lower.startsWith(`${kind.toLowerCase()} `));
  if (word === undefined) return { kind: null, level: null, name: whole };
  return { ...word, name: whole.slice(word.kind.length + 1) };
}

/** As it stands within a sentence: "xã Bằng Mạc". "Bộ" keeps its capital. */
export function fullName(unit: Pick<Unit, 'kind' | 'name' | 'level'>): string {
  const kind = unit.level === 'ministry' ? unit.kind : unit.kind.toLowerCase();
  return kind === '' ? unit.name : `${kind} ${unit.name}`;
}

/** "Xã Bằng Mạc": as it begins a sentence or a button. */
export const capitalised = (text: string): string => {
  const [first = '', ...rest] = text;
  return `${first.toUpperCase()}${rest.join('')}`;
};

/** "huyện Chi Lăng, tỉnh Lạng Sơn". `above`: the units that a unit lies in, nearest first; the ministry is no place. */
export const placeText = (above: readonly Unit[]): string =>
  above
    .filter(({ level }) => level !== 'ministry')
    .map(fullName)
    .join(', ');

/** All that tells a unit from its namesakes: "xã Bằng Mạc, huyện Chi Lăng, tỉnh Lạng Sơn (đến 30/6/2025)". */
export function placedName(unit: Unit, above: readonly Unit[]): string {
  const place = placeText(above);
  const until = unit.validTo === null ? '' : ` (đến ${dayText(unit.validTo)})`;
  return `${fullName(unit)}${place === '' ? '' : `, ${place}`}${until}`;
}

const dayText = (date: LocalDate): string => date.split('-').map(Number).toReversed().join('/');
