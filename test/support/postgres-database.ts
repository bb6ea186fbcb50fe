import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll } from 'vitest';
import { openStorage } from '../../db/open.ts';

const MIGRATIONS = new URL('../../db/migrations/', import.meta.url);
const TEMPLATE_PREFIX = 'cchc_template_';
/** Two workers never build the template at once. */
const TEMPLATE_LOCK = 4_171_846_122;

let template: Promise<string> | undefined;

/** Migrated databases of this test file that are free and hold no row. */
const idle: string[] = [];
if (process.env.VITEST !== undefined) afterAll(dropIdle);

/** A new database without any table. Returns its URL. */
export const createBareDatabase = (server: string): Promise<string> => createDatabase(server, 'template0');

/** A database with every table and no row; one that was given back is taken again. Returns its URL. */
export async function borrowDatabase(server: string): Promise<string> {
  const free = idle.pop();
  if (free !== undefined) return free;
  template ??= ensureTemplate(server);
  return createDatabase(server, await template);
}

/** Deleting the few rows of a test is many times faster than making a database. */
export async function giveBackDatabase(url: string): Promise<void> {
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = current_schema() and tablename not like 'cchc%'`,
    );
    // Without triggers and foreign keys, so in any order.
    const deletes = rows.map(({ tablename }) => `delete from ${tablename};`).join('\n');
    await client.query(`set session_replication_role = replica;\n${deletes}`);
  });
  idle.push(url);
}

export async function dropDatabase(server: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
}

async function dropIdle(): Promise<void> {
  const server = process.env.TEST_POSTGRES_URL ?? '';
  for (const url of idle.splice(0)) await dropDatabase(server, url);
}

async function createDatabase(server: string, source: string): Promise<string> {
  const name = `cchc_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, (client) =>
    client.query(`create database ${name} encoding 'UTF8' template ${source}`),
  );
  return urlOf(server, name);
}

/** Copying a migrated database is several times faster than migrating; it stays for the next run of the same schema. */
function ensureTemplate(server: string): Promise<string> {
  const name = `${TEMPLATE_PREFIX}${schemaHash()}`;
  return onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [TEMPLATE_PREFIX],
    );
    if (rows.some(({ datname }) => datname === name)) return name;
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
    await buildTemplate(client, server, name);
    return name;
  });
}

/** Gets its name only when it is complete. */
async function buildTemplate(client: pg.Client, server: string, name: string): Promise<void> {
  const draft = await createBareDatabase(server);
  const opened = await openStorage(draft);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  await opened.value[Symbol.asyncDispose]();
  await client.query(`alter database ${new URL(draft).pathname.slice(1)} rename to ${name}`);
}

function schemaHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).toSorted()) hash.update(readFileSync(new URL(file, MIGRATIONS)));
  return hash.digest('hex').slice(0, 16);
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  // No test pulls the plug on the server.
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
