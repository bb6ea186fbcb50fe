import type { Migration } from 'kysely';
import { unitsAndDocuments } from './0001-units-and-documents.ts';
import { scores } from './0002-scores.ts';
import { tasks } from './0003-tasks.ts';
import { dossiers } from './0004-dossiers.ts';
import { messages } from './0005-messages.ts';
import { jobs } from './0006-jobs.ts';
import type { DialectName } from './column-types.ts';

export type MigrationList = Readonly<Record<string, Migration>>;

/** Every migration by name, in order. A migration that has run anywhere is never changed: a new one is added. */
export const migrations = (dialect: DialectName): MigrationList => ({
  '0001-units-and-documents': unitsAndDocuments(dialect),
  '0002-scores': scores(dialect),
  '0003-tasks': tasks(dialect),
  '0004-dossiers': dossiers(dialect),
  '0005-messages': messages(dialect),
  '0006-jobs': jobs(dialect),
});
