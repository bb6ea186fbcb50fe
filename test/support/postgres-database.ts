import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { openStorage } from '../../db/open.ts';

const MIGRATIONS = new URL('../../db/migrations/', import.meta.url);
const TEMPLATE_PREFIX = 'cchc_template_';
/** Two workers never build the template at once. */
const TEMPLATE_LOCK = 4_171_846_122;

let template: Promise<string> | undefined;

/** A new, empty database on the server, with every table when it is `migrated`. Returns its URL. */
export async function createPostgresDatabase(server: string, migrated: boolean): Promise<string> {
  const name = `cchc_test_${randomUUID().replaceAll('-', '')}`;
  template ??= ensureTemplate(server);
  const source = migrated ? await template : 'template0';
  await onServer(server, (client) =>
    client.query(`create database ${name} encoding 'UTF8' template ${source}`),
  );
  return urlOf(server, name);
}

export async function dropPostgresDatabase(server: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
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
  const draft = `cchc_test_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${draft} encoding 'UTF8' template template0`);
  const opened = await openStorage(urlOf(server, draft));
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  await opened.value[Symbol.asyncDispose]();
  await client.query(`alter database ${draft} rename to ${name}`);
}

function schemaHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).toSorted()) hash.update(readFileSync(new URL(file, MIGRATIONS)));
  return hash.digest('hex').slice(0, 16);
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
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
