import { readNationalUnits } from '../../db/import/national-units.ts';
import type { Unit } from '../../domain/unit.ts';
import { createUnitIndex } from '../../domain/unit-index.ts';

/** Today's units with their former names ("Triệu An, Triệu Phong"), and the index over them. */
export function createNationalIndex() {
  const { units, predecessors } = readNationalUnits();
  const aliases = new Map<string, string[]>();
  for (const { unitId, name, districtName } of predecessors) {
    const known = aliases.get(unitId) ?? [];
    aliases.set(unitId, [...known, districtName === null ? name : `${name}, ${districtName}`]);
  }
  const named = units.map((unit): Unit => ({ ...unit, aliases: aliases.get(unit.id) ?? [] }));
  return { units: named, index: createUnitIndex(named) };
}
