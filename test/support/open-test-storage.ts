import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenOptions, openStorage } from '../../db/open.ts';
import type { Storage } from '../../domain/storage.ts';
import { borrowDatabase, createBareDatabase, dropDatabase, giveBackDatabase } from './postgres-database.ts';

export type TestDialect = 'sqlite' | 'postgres';

/** For `describe.each`: PostgreSQL too when `TEST_POSTGRES_URL` names a server where databases may be created. */
export function dialects(): readonly TestDialect[] {
  return process.env.TEST_POSTGRES_URL === undefined ? ['sqlite'] : ['sqlite', 'postgres'];
}

/** A place for one database, gone when it is disposed of; opened twice it is what two processes see. */
export type TestDatabase = {
  readonly url: string;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Without any table: opening it migrates it. */
export const createTestDatabase = (dialect: TestDialect = 'sqlite'): Promise<TestDatabase> =>
  dialect === 'sqlite' ? createFolder() : createOnServer();

async function createFolder(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-test-'));
  return {
    url: `file:${join(folder, 'bot.db')}`,
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

const server = (): string => process.env.TEST_POSTGRES_URL ?? '';

async function createOnServer(): Promise<TestDatabase> {
  const url = await createBareDatabase(server());
  return { url, [Symbol.asyncDispose]: () => dropDatabase(server(), url) };
}

/** Opens a database that a test has made; a refusal fails the test. */
export async function openDatabase(
  database: Pick<TestDatabase, 'url'>,
  options: OpenOptions = {},
): Promise<Storage> {
  const opened = await openStorage(database.url, { guardsTransactions: true, ...options });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.value;
}

/**
 * A storage of its own, with every table and no row; what it leaves behind goes when it is disposed of.
 * SQLite is in memory: what is about files, processes or a restart takes a `createTestDatabase`.
 */
export async function openTestStorage(dialect: TestDialect = 'sqlite'): Promise<Storage> {
  if (dialect === 'sqlite') return openDatabase({ url: ':memory:' });
  const url = await borrowDatabase(server());
  const storage = await openDatabase({ url });
  return {
    ...storage,
    [Symbol.asyncDispose]: async () => {
      await storage[Symbol.asyncDispose]();
      await giveBackDatabase(url);
    },
  };
}
