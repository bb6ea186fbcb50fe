import { fold, normalise } from './fold.ts';
import type { UnitId } from './ids.ts';
import { fullName, type Predecessor, type Unit } from './unit.ts';

/** A former unit as it is spoken of: "xã Tân Lập", "xã Tân Lập (huyện Bắc Sơn cũ)". */
export type FormerName = { readonly shortName: string; readonly longName: string };

export type FormerNames = {
  /** The names of all that went into the unit, with their districts: "Tân Lập, Bắc Sơn". */
  readonly aliasesOf: (id: UnitId) => readonly string[];
  /** The former unit that the alias names; null where it is no former unit's. */
  readonly find: (id: UnitId, alias: string | null) => FormerName | null;
};

/** Of the former units that are not held themselves: those that are answer to their own names. */
export function formerNames(units: readonly Unit[], predecessors: readonly Predecessor[]): FormerNames {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const districtKinds = kindsOfDistricts(units, byId);
  const byUnit = new Map<UnitId, Map<string, FormerName>>();
  for (const former of predecessors) {
    if (former.predecessorId !== null && byId.has(former.predecessorId)) continue;
    const names = byUnit.get(former.unitId) ?? new Map<string, FormerName>();
    byUnit.set(former.unitId, names);
    const alias = aliasOf(former);
    if (!names.has(alias)) names.set(alias, toFormerName(former, districtKinds));
  }
  return {
    aliasesOf: (id) => [...(byUnit.get(id)?.keys() ?? [])],
    find: (id, alias) => (alias === null ? null : (byUnit.get(id)?.get(alias) ?? null)),
  };
}

const aliasOf = ({ name, districtName }: Predecessor) =>
  districtName === null ? name : `${name}, ${districtName}`;

function toFormerName(former: Predecessor, districtKinds: ReadonlyMap<string, string>): FormerName {
  const shortName = fullName(former);
  const { districtName, provinceName } = former;
  if (districtName === null) return { shortName, longName: shortName };
  const kind = /^\d+$/u.test(districtName)
    ? 'Quận'
    : (districtKinds.get(districtKey(districtName, provinceName)) ?? '');
  const district = fullName({ kind, name: normalise(districtName), level: 'district' });
  return { shortName, longName: `${shortName} (${district} cũ)` };
}

/** The source names former districts without their kind; it is known of those that are held as units. */
function kindsOfDistricts(
  units: readonly Unit[],
  byId: ReadonlyMap<UnitId, Unit>,
): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const { level, name, kind, parentId } of units) {
    if (level !== 'district') continue;
    const province = parentId === null ? undefined : byId.get(parentId);
    kinds.set(districtKey(name, province?.name ?? null), kind);
  }
  return kinds;
}

const districtKey = (name: string, province: string | null) => `${fold(name)}|${fold(province ?? '')}`;
