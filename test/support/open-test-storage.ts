import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { OpenOptions } from '../../db/open.ts';
import { openStorage } from '../../db/open.ts';
import type { Storage } from '../../domain/storage.ts';

export type TestDialect = 'sqlite' | 'postgres';

/** For `describe.each`: PostgreSQL too when `TEST_POSTGRES_URL` names a server where databases may be created. */
export function dialects(): readonly TestDialect[] {
  return process.env.TEST_POSTGRES_URL === undefined ? ['sqlite'] : ['sqlite', 'postgres'];
}

/** An empty place for a database; opening it twice gives two processes' view of one database. */
export type TestDatabase = {
  readonly url: string;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export async function createTestDatabase(dialect: TestDialect = 'sqlite'): Promise<TestDatabase> {
  return dialect === 'sqlite' ? createFolder() : createDatabase(process.env.TEST_POSTGRES_URL ?? '');
}

function createFolder(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-test-'));
  return {
    url: `file:${join(folder, 'bot.db')}`,
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `cchc_test_${randomUUID().replaceAll('-', '')}`;
  await runOnServer(server, `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => runOnServer(server, `drop database if exists ${name} with (force)`),
  };
}

async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const MEMORY: TestDatabase = { url: ':memory:', [Symbol.asyncDispose]: async () => undefined };

/** Opens a database that a test has made; a refusal fails the test. */
export async function openDatabase(database: TestDatabase, options: OpenOptions = {}): Promise<Storage> {
  const opened = await openStorage(database.url, options);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.value;
}

/**
 * A storage of its own, with every table and no row; what it leaves behind goes when it is disposed of.
 * SQLite is in memory: what is about files, processes or a restart takes a `createTestDatabase`.
 */
export async function openTestStorage(dialect: TestDialect = 'sqlite'): Promise<Storage> {
  const database = dialect === 'sqlite' ? MEMORY : await createTestDatabase(dialect);
  const storage = await openDatabase(database);
  return {
    ...storage,
    [Symbol.asyncDispose]: async () => {
      await storage[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}
