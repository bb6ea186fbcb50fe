import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { type MigrationList, migrations } from '../../db/migrations/list.ts';
import { openStorage } from '../../db/open.ts';
import { EVERYTHING } from '../../domain/scope.ts';
import { savePlaces, task, taskEvent } from '../support/builders.ts';
import {
  createTestDatabase,
  dialects,
  openDatabase,
  type TestDialect,
} from '../support/open-test-storage.ts';

/** A migration list whose last step makes a table and then fails. */
const failing = (dialect: TestDialect): MigrationList => ({
  ...migrations(dialect),
  '8888-half': {
    up: async (db) => {
      await sql`create table half_made (id integer)`.execute(db);
      await sql`create table half_made (id integer)`.execute(db);
    },
  },
});

/** Fails when the table is there already. */
const makesTable = (dialect: TestDialect): MigrationList => ({
  ...migrations(dialect),
  '8888-half': { up: async (db) => void (await sql`create table half_made (id integer)`.execute(db)) },
});

describe.each(dialects())('migrations on %s', (dialect) => {
  test('a migration that fails midway leaves nothing, in a new database', async () => {
    await using database = await createTestDatabase(dialect);
    await expect(openStorage(database.url, { migrations: failing })).rejects.toThrow('rolled back');
    await using storage = await openDatabase(database, { migrations: makesTable });
    expect(await storage.units.list()).toEqual([]);
  });

  test('a migration that fails midway leaves a filled database as it was', async () => {
    await using database = await createTestDatabase(dialect);
    await using before = await openDatabase(database);
    await before.facts.set('holds_sample', '1');
    await expect(openStorage(database.url, { migrations: failing })).rejects.toThrow('rolled back');
    await using after = await openDatabase(database);
    expect(await after.facts.get('holds_sample')).toBe('1');
  });

  test('two processes that start at once migrate it once', async () => {
    await using database = await createTestDatabase(dialect);
    const opened = await Promise.all([1, 2].map(() => openDatabase(database, { busyTimeoutMs: 1 })));
    for (const [index, storage] of opened.entries()) await storage.facts.set(`process ${index}`, 'runs');
    expect(await opened[1]?.facts.get('process 0')).toBe('runs');
    for (const storage of opened) await storage[Symbol.asyncDispose]();
  });

  test('a database of a newer version is refused and the sentence names the step', async () => {
    await using database = await createTestDatabase(dialect);
    await using newer = await openDatabase(database, { migrations: makesTable });
    await newer.facts.set('x', '1');
    const opened = await openStorage(database.url);
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'newer' } });
    expect(opened.ok ? '' : opened.refusal.sentence).toContain('8888-half');
  });

  test.each([`update task_events set note = 'x'`, 'delete from task_events'])(
    'nobody may %s',
    async (statement) => {
      await using database = await createTestDatabase(dialect);
      await using storage = await openDatabase(database);
      await savePlaces(storage);
      await storage.tasks.save([task()]);
      await storage.tasks.append(taskEvent());
      const tampering = () => ({
        ...migrations(dialect),
        '8888-tamper': { up: async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db)) },
      });
      const opening = openStorage(database.url, { migrations: tampering });
      await expect(opening).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      });
      expect(await storage.tasks.events(EVERYTHING, task().id)).toEqual([taskEvent()]);
    },
  );
});

describe.runIf(dialects().includes('postgres'))('a PostgreSQL database of another program', () => {
  test('is refused and gets no table', async () => {
    await using database = await createTestDatabase('postgres');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create table customers (id integer)');
    const opened = await openStorage(database.url);
    const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'public'`);
    await client.end();
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'foreign' } });
    expect(rows).toEqual([{ tablename: 'customers' }]);
  });
});
