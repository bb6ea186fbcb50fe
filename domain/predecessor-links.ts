import { fold } from './fold.ts';
import type { UnitId } from './ids.ts';
import type { Predecessor, Unit } from './unit.ts';

/**
 * Recognises the former units that are held as units of their own (e.g. those of a document from before 1/7/2025),
 * by name, level and the names of the units above. What two held units could mean stays unlinked.
 */
export function linkPredecessors(
  units: readonly Unit[],
  predecessors: readonly Predecessor[],
): readonly Predecessor[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const former = new Map<string, UnitId[]>();
  for (const unit of units) {
    if (unit.validTo === null) continue;
    const key = keyOf(unit.level, unit.name, above(unit, 'district', byId), above(unit, 'province', byId));
    former.set(key, [...(former.get(key) ?? []), unit.id]);
  }
  return predecessors.map((predecessor) => {
    const { level, name, districtName, provinceName } = predecessor;
    const [only, ...others] = former.get(keyOf(level, name, districtName, provinceName)) ?? [];
    return only === undefined || others.length > 0 ? predecessor : { ...predecessor, predecessorId: only };
  });
}

function above(unit: Unit, level: Unit['level'], byId: ReadonlyMap<UnitId, Unit>): string | null {
  let current: Unit | undefined = unit;
  while (current !== undefined) {
    if (current.level === level && current !== unit) return current.name;
    current = current.parentId === null ? undefined : byId.get(current.parentId);
  }
  return null;
}

const LEVEL_WORD = /^(?:huyen|quan|thi xa|thanh pho|tp|tinh) /u;
const bare = (name: string | null) => (name === null ? '' : fold(name).replace(LEVEL_WORD, ''));

const keyOf = (level: string, name: string, district: string | null, province: string | null) =>
  [level, fold(name), bare(district), bare(province)].join('|');
