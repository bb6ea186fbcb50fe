import { linkPredecessors } from '../../domain/predecessor-links.ts';
import type { Storage, Stores } from '../../domain/storage.ts';
import type { Predecessor, Unit } from '../../domain/unit.ts';
import { boNoiVu } from '../documents/units.ts';
import { readNationalUnits, type SkippedRow } from './national-units.ts';

export type LoadedUnits = {
  readonly provinces: number;
  readonly communes: number;
  readonly predecessors: number;
  readonly skipped: readonly SkippedRow[];
};

/** Today's provinces and communes with their predecessors, in one transaction; again changes nothing. */
export async function loadNationalUnits(storage: Storage): Promise<LoadedUnits> {
  const { units, predecessors, skipped } = readNationalUnits();
  const provinces = units.filter(({ level }) => level === 'province');
  const placed = units.map((unit) => (unit.level === 'province' ? { ...unit, parentId: boNoiVu.id } : unit));
  await storage.transaction(async (stores) => {
    await stores.units.save([boNoiVu, ...placed], predecessors);
    await relinkPredecessors(stores);
  });
  return {
    provinces: provinces.length,
    communes: units.length - provinces.length,
    predecessors: predecessors.length,
    skipped,
  };
}

/** After units came or went: former units that are held themselves are linked to what they became part of. */
export async function relinkPredecessors({ units }: Pick<Stores, 'units'>): Promise<void> {
  const [held, before] = [await units.list(), await units.predecessors()];
  const linked = linkPredecessors(held, before);
  const changed = new Set(
    linked
      .filter((link, index) => link.predecessorId !== before[index]?.predecessorId)
      .map(({ unitId: id }) => id),
  );
  if (changed.size === 0) return;
  const isChanged = ({ id }: Unit) => changed.has(id);
  const ofChanged = ({ unitId: id }: Predecessor) => changed.has(id);
  await units.save(held.filter(isChanged), linked.filter(ofChanged));
}
