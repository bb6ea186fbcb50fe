import { plannedOccurrences } from '../../domain/occurrences.ts';
import type { Storage, Stores } from '../../domain/storage.ts';
import type { TaskWithOccurrences } from '../../domain/task.ts';
import { createWorkingCalendar } from '../../domain/working-calendar.ts';
import { officialDaysOff } from '../calendar-days.ts';
import type { DocumentEntry } from './entry.ts';
import { documentEntries } from './list.ts';
import { sampleDossiers } from './sample-dossiers.ts';

/** How many rows of each kind the documents hold, whether they were new or not. */
export type LoadedDocuments = {
  readonly documents: number;
  readonly units: number;
  readonly scorecards: number;
  readonly criteria: number;
  readonly indicators: number;
  readonly tasks: number;
  readonly occurrences: number;
  readonly dossiers: number;
};

/**
 * Loads the five documents and the days off in one transaction. Safe to repeat: what people reported stays. With
 * `sample` it adds the sample dossiers and records for good that the database holds them.
 */
export async function loadDocuments(
  storage: Storage,
  { sample }: { readonly sample: boolean },
): Promise<LoadedDocuments> {
  return storage.transaction(async (stores) => {
    const entries = documentEntries.map((entry) => ({ ...entry, tasks: withOccurrences(entry) }));
    const units = [
      ...new Map(documentEntries.flatMap((entry) => entry.units).map((unit) => [unit.id, unit])).values(),
    ];
    await stores.units.save(units, []);
    await stores.calendar.save(officialDaysOff);
    for (const entry of entries) await saveEntry(stores, entry);
    const dossiers = sample ? sampleDossiers() : [];
    if (sample) {
      await stores.dossiers.save(dossiers);
      await stores.facts.set('holds_sample', '1');
    }
    return { ...counted(entries), units: units.length, dossiers: dossiers.length };
  });
}

type Entry = Omit<DocumentEntry, 'tasks'> & { readonly tasks: readonly TaskWithOccurrences[] };

function withOccurrences({ document, tasks }: DocumentEntry): readonly TaskWithOccurrences[] {
  const { issuedOn } = document;
  const calendar = createWorkingCalendar(officialDaysOff);
  return tasks.map((task) => ({ ...task, occurrences: plannedOccurrences(task, { issuedOn, calendar }) }));
}

async function saveEntry(stores: Stores, { document, scorecards, tasks, indicators }: Entry): Promise<void> {
  await stores.documents.save(document);
  for (const scorecard of scorecards) await stores.evaluations.save(scorecard);
  await stores.tasks.save(tasks);
  await stores.indicators.save(indicators);
}

function counted(entries: readonly Entry[]): Omit<LoadedDocuments, 'units' | 'dossiers'> {
  const scorecards = entries.flatMap((entry) => entry.scorecards);
  const tasks = entries.flatMap((entry) => entry.tasks);
  return {
    documents: entries.length,
    scorecards: scorecards.length,
    criteria: scorecards.flatMap(({ criteria }) => criteria).length,
    indicators: entries.flatMap(({ indicators }) => indicators).length,
    tasks: tasks.length,
    occurrences: tasks.flatMap(({ occurrences }) => occurrences).length,
  };
}
