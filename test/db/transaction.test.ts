import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/list.ts';
import type { Schema } from '../../db/schema.ts';
import { createSqliteDialect } from '../../db/sqlite-dialect.ts';
import { openSqliteFile } from '../../db/sqlite-file.ts';
import { createStorage } from '../../db/storage.ts';
import { createTransactionGuard } from '../../db/transaction-guard.ts';
import { EVERYTHING } from '../../domain/scope.ts';
import type { Storage, Stores } from '../../domain/storage.ts';
import { outboxMessage, savePlaces, task, taskEvent } from '../support/builders.ts';
import { createTestDatabase, dialects, openDatabase, openTestStorage } from '../support/open-test-storage.ts';

/** Reads a counter and writes it back raised: two that overlap must not lose a step. */
async function raise({ facts }: Pick<Stores, 'facts'>): Promise<void> {
  await facts.set('count', String(Number((await facts.get('count')) ?? 0) + 1));
}

describe.each(dialects())('a transaction on %s', (dialect) => {
  test('is all or nothing across stores', async () => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    await storage.tasks.save([task()]);
    const work = storage.transaction(async (stores) => {
      await stores.tasks.append(taskEvent());
      await stores.outbox.add(outboxMessage('a'));
      throw new Error('killed before the commit');
    });
    await expect(work).rejects.toThrow('killed before the commit');
    expect(await storage.tasks.events(EVERYTHING, task().id)).toEqual([]);
    expect(await storage.outbox.findByKey('key:a')).toBeNull();
  });

  test('gives back what its work returns', async () => {
    await using storage = await openTestStorage(dialect);
    expect(await storage.transaction(async ({ facts }) => facts.get('x'))).toBeNull();
  });

  test('is not seen from outside before it commits', async () => {
    await using database = await createTestDatabase(dialect);
    await using storage = await openDatabase(database);
    await using other = await openDatabase(database);
    const seen = await storage.transaction(async (stores) => {
      await stores.facts.set('x', '1');
      return other.facts.get('x');
    });
    expect(seen).toBeNull();
    expect(await other.facts.get('x')).toBe('1');
  });

  test.each<{ name: string; misuse: (storage: Storage) => Promise<unknown> }>([
    { name: 'an outer store', misuse: (storage) => storage.facts.get('x') },
    { name: 'an outer store that takes several statements', misuse: (storage) => storage.units.save([], []) },
    { name: 'a second transaction', misuse: (storage) => storage.transaction(async () => undefined) },
  ])('refuses $name inside instead of waiting for itself', async ({ misuse }) => {
    await using storage = await openTestStorage(dialect);
    const work = storage.transaction(async () => misuse(storage));
    await expect(work).rejects.toThrow('use the stores that the transaction hands in');
    await storage.facts.set('x', 'works again');
    expect(await storage.facts.get('x')).toBe('works again');
  });

  test('leaves what it started free once it is over', async () => {
    await using storage = await openTestStorage(dialect);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const started: Promise<string | null>[] = [];
    await storage.transaction(async () => {
      started.push(gate.then(() => storage.facts.get('x')));
    });
    release();
    expect(await Promise.all(started)).toEqual([null]);
  });

  test('waits for the others of its own process', async () => {
    await using storage = await openTestStorage('sqlite');
    await Promise.all(Array.from({ length: 20 }, () => storage.transaction(raise)));
    expect(await storage.facts.get('count')).toBe('20');
  });
});

describe('a SQLite database that another process writes to', () => {
  test('loses no step of two that overlap', async () => {
    await using database = await createTestDatabase();
    await using one = await openDatabase(database, { busyTimeoutMs: 5 });
    await using two = await openDatabase(database, { busyTimeoutMs: 5 });
    const runs = [one, two, one, two, one, two].map((storage) => storage.transaction(raise));
    await Promise.all(runs);
    expect(await one.facts.get('count')).toBe('6');
  });

  test('has the whole transaction retried until the lock is gone', async () => {
    await using database = await createTestDatabase();
    await using storage = await openDatabase(database, { busyTimeoutMs: 1 });
    const other = new Database(database.url.slice('file:'.length));
    other.exec('begin immediate');
    const work = storage.transaction(raise);
    setImmediate(() => other.exec('commit'));
    await work;
    other.close();
    expect(await storage.facts.get('count')).toBe('1');
  });

  test('ends with the reason when the lock stays, and works when it is gone', async () => {
    await using database = await createTestDatabase();
    await using storage = await openDatabase(database, { busyTimeoutMs: 1 });
    const other = new Database(database.url.slice('file:'.length));
    other.exec('begin immediate');
    await expect(storage.transaction(raise)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    other.exec('commit');
    other.close();
    await storage.transaction(raise);
    expect(await storage.facts.get('count')).toBe('1');
  });

  test('still answers questions while it is locked', async () => {
    await using database = await createTestDatabase();
    await using storage = await openDatabase(database, { busyTimeoutMs: 1 });
    await storage.facts.set('x', '1');
    const other = new Database(database.url.slice('file:'.length));
    other.exec('begin immediate');
    expect(await storage.facts.get('x')).toBe('1');
    other.close();
  });
});

const pagesOf = (database: Database.Database) => Number(database.pragma('page_count', { simple: true }));

describe('a full disk', () => {
  test('is told as what it is, leaves nothing half done, and is got over', async () => {
    await using database = await createTestDatabase();
    const file = openSqliteFile(database.url.slice('file:'.length), 0);
    if (!file.ok) throw new Error(file.refusal.sentence);
    const guard = createTransactionGuard();
    const db = new Kysely<Schema>({ dialect: createSqliteDialect(file.value, guard) });
    await migrate(db, 'sqlite', migrations('sqlite'), 'test');
    file.value.pragma(`max_page_count = ${pagesOf(file.value) + 20}`);
    await using storage = createStorage(db, 'sqlite', guard);
    const rows = (from: number) =>
      Array.from({ length: 60 }, (_, index) => `${from + index} ${'x'.repeat(2000)}`);
    const flood = storage.transaction(async ({ facts }) => {
      await facts.set('small', '1');
      for (const row of rows(0)) await facts.set(row, row);
      for (const row of rows(100)) await facts.set(row, row);
    });
    await expect(flood).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    expect(await storage.facts.get('small')).toBeNull();
    await storage.facts.set('small', '2');
    expect(await storage.facts.get('small')).toBe('2');
  });
});

describe.runIf(dialects().includes('postgres'))('a PostgreSQL deadlock', () => {
  test('is broken and the broken transaction run again', async () => {
    await using storage = await openTestStorage('postgres');
    await storage.facts.set('a', '0');
    await storage.facts.set('b', '0');
    let meet: () => void = () => undefined;
    let waiting = 0;
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const crossing = (first: string, second: string) =>
      storage.transaction(async ({ facts }) => {
        await facts.set(first, '1');
        waiting += 1;
        if (waiting === 2) meet();
        await both;
        await facts.set(second, '1');
        return 'done';
      });
    expect(await Promise.all([crossing('a', 'b'), crossing('b', 'a')])).toEqual(['done', 'done']);
    expect(waiting).toBe(3);
  });
});
