import type { Insertable, Selectable } from 'kysely';
import { fold } from '../domain/fold.ts';
import { unitId } from '../domain/ids.ts';
import type { Predecessor, Unit } from '../domain/unit.ts';
import type { Schema } from './schema.ts';

export const toUnitRow = (unit: Unit): Insertable<Schema['units']> => ({
  id: unit.id,
  name: unit.name,
  kind: unit.kind,
  level: unit.level,
  parent_id: unit.parentId,
  valid_from: unit.validFrom,
  valid_to: unit.validTo,
  search_key: fold(unit.name),
});

export const toAliasRows = (unit: Unit): readonly Insertable<Schema['unit_aliases']>[] =>
  unit.aliases.map((alias, position) => ({ unit_id: unit.id, position, alias, search_key: fold(alias) }));

export const toPredecessorRow = (predecessor: Predecessor): Insertable<Schema['unit_predecessors']> => ({
  unit_id: predecessor.unitId,
  name: predecessor.name,
  kind: predecessor.kind,
  level: predecessor.level,
  district_name: predecessor.districtName,
  province_name: predecessor.provinceName,
  predecessor_id: predecessor.predecessorId,
  search_key: fold(predecessor.name),
});

export const fromPredecessorRow = (row: Selectable<Schema['unit_predecessors']>): Predecessor => ({
  unitId: unitId(row.unit_id),
  name: row.name,
  kind: row.kind,
  level: row.level,
  districtName: row.district_name,
  provinceName: row.province_name,
  predecessorId: row.predecessor_id === null ? null : unitId(row.predecessor_id),
});

/** A unit joined with one of its aliases, or with none. */
export type UnitAliasRow = Selectable<Schema['units']> & { readonly alias: string | null };

/** One unit per run of rows; rows of a unit follow each other, aliases in order. */
export function fromUnitRows(rows: readonly UnitAliasRow[]): readonly Unit[] {
  const aliases = new Map<string, string[]>();
  for (const { id, alias } of rows) {
    const known = aliases.get(id) ?? [];
    if (alias !== null) known.push(alias);
    aliases.set(id, known);
  }
  const firstRows = new Map(rows.toReversed().map((row) => [row.id, row]));
  return [...aliases].flatMap(([id, names]) => {
    const row = firstRows.get(id);
    return row === undefined ? [] : [fromUnitRow(row, names)];
  });
}

const fromUnitRow = (row: UnitAliasRow, aliases: readonly string[]): Unit => ({
  id: unitId(row.id),
  name: row.name,
  kind: row.kind,
  level: row.level,
  parentId: row.parent_id === null ? null : unitId(row.parent_id),
  aliases,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});
