import { fold, normalise } from './fold.ts';
import type { UnitId } from './ids.ts';
import type { UnitStore } from './storage.ts';
import { fullName, type Predecessor, type Unit } from './unit.ts';
import { createUnitIndex } from './unit-index.ts';

export type Resolution =
  /** `note`: what the asker should know, e.g. that a former name was used. */
  | { readonly kind: 'found'; readonly unit: Unit; readonly note: string | null }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Unit[] }
  | { readonly kind: 'unknown'; readonly candidates: readonly Unit[] };

export type ResolveOptions = {
  /** The asking group's own unit: a shared name means the one below it first. */
  readonly within: UnitId | null;
  /** Among units of one name, those that hold what is asked are meant. */
  readonly holds: (id: UnitId) => Promise<boolean>;
};

/** Finds units by the names that people write. Keeps its index until the stored units change. */
export type UnitDirectory = {
  readonly resolve: (units: UnitStore, query: string, options: ResolveOptions) => Promise<Resolution>;
};

type Snapshot = {
  readonly revision: string;
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly predecessors: readonly Predecessor[];
  readonly find: ReturnType<typeof createUnitIndex<UnitId>>['find'];
};

export function createUnitDirectory(): UnitDirectory {
  let snapshot: Snapshot | null = null;

  async function current(store: UnitStore): Promise<Snapshot> {
    const revision = await store.revision();
    if (snapshot?.revision !== revision) snapshot = await readSnapshot(store, revision);
    return snapshot;
  }

  return {
    async resolve(store, query, { within, holds }) {
      const { units, predecessors, find } = await current(store);
      const found = find(query, within === null ? {} : { within });
      const unit = found.match === null ? undefined : units.get(found.match);
      if (unit) return { kind: 'found', unit, note: formerNameNote(query, unit, predecessors) };

      const candidates = found.candidates.flatMap((id) => units.get(id) ?? []);
      const first = candidates[0];
      if (!first) return { kind: 'unknown', candidates: [] };
      const namesakes = candidates.filter((candidate) => fold(candidate.name) === fold(first.name));
      const holding = await withData(namesakes, holds);
      const only = holding[0];
      if (only && holding.length === 1 && namesOnly(query, only)) {
        return { kind: 'found', unit: only, note: namesakeNote(only, namesakes) };
      }
      return { kind: 'ambiguous', candidates };
    },
  };
}

async function readSnapshot(store: UnitStore, revision: string): Promise<Snapshot> {
  const [list, predecessors] = [await store.list(), await store.predecessors()];
  const held = new Set(list.map((unit) => unit.id));
  const formerNames = new Map<UnitId, string[]>();
  for (const { unitId, name, districtName, predecessorId } of predecessors) {
    // A predecessor that is held as a unit answers for itself.
    if (predecessorId !== null && held.has(predecessorId)) continue;
    const names = formerNames.get(unitId) ?? [];
    names.push(districtName === null ? name : `${name}, ${districtName}`);
    formerNames.set(unitId, names);
  }
  const index = createUnitIndex(
    list.map(({ id, name, level, parentId, aliases }) => ({
      id,
      name,
      level,
      parentId,
      aliases: [...aliases, ...(formerNames.get(id) ?? [])],
    })),
  );
  return { revision, units: new Map(list.map((unit) => [unit.id, unit])), predecessors, find: index.find };
}

async function withData(
  units: readonly Unit[],
  holds: (id: UnitId) => Promise<boolean>,
): Promise<readonly Unit[]> {
  const found: Unit[] = [];
  for (const unit of units) if (await holds(unit.id)) found.push(unit);
  return found;
}

/** The query says the unit's very name: only then may the data decide between namesakes. */
const namesOnly = (query: string, unit: Unit) => ` ${fold(query)} `.includes(` ${fold(unit.name)} `);

function namesakeNote(unit: Unit, namesakes: readonly Unit[]): string | null {
  const others = namesakes.filter((other) => other.id !== unit.id);
  if (others.length === 0) return null;
  return `Cùng tên còn có ${others.map(fullName).join(', ')} (chưa có số liệu này).`;
}

function formerNameNote(query: string, unit: Unit, predecessors: readonly Predecessor[]): string | null {
  const words = ` ${fold(query)} `;
  if (words.includes(` ${fold(unit.name)} `)) return null;
  const former = predecessors.find(
    (candidate) => candidate.unitId === unit.id && words.includes(` ${fold(candidate.name)} `),
  );
  if (!former) return null;
  const where = former.districtName === null ? '' : ` (${normalise(former.districtName)} cũ)`;
  return `${former.kind} ${former.name}${where} nay thuộc ${fullName(unit)}.`;
}
