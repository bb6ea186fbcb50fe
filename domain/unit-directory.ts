import { fold } from './fold.ts';
import { type FormerNames, formerNames } from './former-names.ts';
import type { UnitId } from './ids.ts';
import type { UnitStore } from './storage.ts';
import { capitalised, placedName, type Unit } from './unit.ts';
import { createUnitIndex, type UnitHit, type UnitIndex } from './unit-index.ts';

/** A unit that may have been meant; `label` tells it from the others: its place, its end, the former name it is offered for. */
export type UnitChoice = { readonly unit: Unit; readonly label: string };

export type Resolution =
  /** `note`: what the asker should know, e.g. that a former name was used. */
  | { readonly kind: 'found'; readonly unit: Unit; readonly note: string | null }
  /** At most six; `more` is how many others there are. */
  | { readonly kind: 'ambiguous'; readonly choices: readonly UnitChoice[]; readonly more: number }
  | { readonly kind: 'unknown' };

export type ResolveOptions = {
  /** The asking group's own unit: a shared name means itself first, then the one below it. */
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
  readonly former: FormerNames;
  readonly search: UnitIndex<UnitId>['search'];
};

const MOST_CHOICES = 6;
const MOST_IN_NOTE = 3;

export function createUnitDirectory(): UnitDirectory {
  let snapshot: Snapshot | null = null;

  async function current(store: UnitStore): Promise<Snapshot> {
    const revision = await store.revision();
    if (snapshot?.revision !== revision) snapshot = await readSnapshot(store, revision);
    return snapshot;
  }

  return {
    async resolve(store, query, { within, holds }) {
      const known = await current(store);
      const { match, hits, isExact } = known.search(query, within === null ? {} : { within });
      const namesakes = isExact ? bearersOfTheName(hits, known) : [];
      const unit = match === null ? undefined : known.units.get(match.id);
      if (match !== null && unit !== undefined) {
        const note = formerNote(match, unit, known) ?? (await betterHeldNote(unit, namesakes, holds, known));
        return { kind: 'found', unit, note };
      }
      const [only, ...others] = await withData(namesakes, holds);
      if (only !== undefined && others.length === 0) {
        return { kind: 'found', unit: only, note: namesakeNote(only, namesakes, known) };
      }
      const choices = hits.slice(0, MOST_CHOICES).flatMap((hit) => toChoice(hit, known));
      if (choices.length === 0) return { kind: 'unknown' };
      return { kind: 'ambiguous', choices, more: isExact ? hits.length - choices.length : 0 };
    },
  };
}

async function readSnapshot(store: UnitStore, revision: string): Promise<Snapshot> {
  const [list, predecessors] = [await store.list(), await store.predecessors()];
  const units = new Map(list.map((unit) => [unit.id, unit]));
  const former = formerNames(list, predecessors);
  const { search } = createUnitIndex(
    list.map((unit) => ({ ...unit, aliases: [...unit.aliases, ...former.aliasesOf(unit.id)] })),
  );
  return { revision, units, former, search };
}

/** The units that bear the written name today, or did until their end: between them alone the data may decide. */
const bearersOfTheName = (hits: readonly UnitHit<UnitId>[], { units, former }: Snapshot): readonly Unit[] =>
  hits
    .filter(({ id, alias, isRival }) => isRival && former.find(id, alias) === null)
    .flatMap(({ id }) => units.get(id) ?? []);

async function withData(
  units: readonly Unit[],
  holds: (id: UnitId) => Promise<boolean>,
): Promise<readonly Unit[]> {
  const found: Unit[] = [];
  for (const unit of units) if (await holds(unit.id)) found.push(unit);
  return found;
}

function toChoice({ id, alias }: UnitHit<UnitId>, known: Snapshot): readonly UnitChoice[] {
  const unit = known.units.get(id);
  if (unit === undefined) return [];
  const former = known.former.find(id, alias);
  const why = former === null ? '' : ` (có ${former.shortName} cũ)`;
  return [{ unit, label: `${capitalised(labelOf(unit, known))}${why}` }];
}

const labelOf = (unit: Unit, { units }: Snapshot): string => placedName(unit, unitsAbove(unit, units));

function namesakeNote(unit: Unit, namesakes: readonly Unit[], known: Snapshot): string | null {
  const others = namesakes.filter((other) => other.id !== unit.id);
  if (others.length === 0) return null;
  return `Cùng tên còn có ${listed(others, known)}, chưa có số liệu này.`;
}

/** The group's own unit answers to its name; where only a namesake holds what is asked, the asker is told. */
async function betterHeldNote(
  unit: Unit,
  namesakes: readonly Unit[],
  holds: ResolveOptions['holds'],
  known: Snapshot,
): Promise<string | null> {
  const others = namesakes.filter((other) => other.id !== unit.id);
  if (others.length === 0 || (await holds(unit.id))) return null;
  const holding = await withData(others, holds);
  return holding.length === 0 ? null : `Cùng tên còn có ${listed(holding, known)}, đang có số liệu này.`;
}

function listed(units: readonly Unit[], known: Snapshot): string {
  const more = units.length - MOST_IN_NOTE;
  const shown = units.slice(0, MOST_IN_NOTE).map((unit) => labelOf(unit, known));
  return [...shown, ...(more > 0 ? [`${more} đơn vị khác`] : [])].join('; ');
}

function formerNote({ id, alias }: UnitHit<UnitId>, unit: Unit, known: Snapshot): string | null {
  const former = known.former.find(id, alias);
  if (former === null || fold(former.shortName) === fold(`${unit.kind} ${unit.name}`)) return null;
  return `${capitalised(former.longName)} nay thuộc ${labelOf(unit, known)}.`;
}

const MOST_STEPS = 8;

/** Nearest first; ends at an unknown parent, and at a circle. */
function unitsAbove(unit: Unit, units: ReadonlyMap<UnitId, Unit>): readonly Unit[] {
  const above: Unit[] = [];
  let parent = unit.parentId === null ? undefined : units.get(unit.parentId);
  while (parent !== undefined && above.length < MOST_STEPS) {
    above.push(parent);
    parent = parent.parentId === null ? undefined : units.get(parent.parentId);
  }
  return above;
}
