import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Dialect, Kysely } from 'kysely';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Storage } from '../domain/storage.ts';
import { migrate } from './migrate.ts';
import type { DialectName } from './migrations/column-types.ts';
import { type MigrationList, migrations } from './migrations/list.ts';
import { badUrl, busy, type OpenRefusal } from './open-refusal.ts';
import { createPostgresDialect } from './postgres-dialect.ts';
import { openPostgresServer, serverPlaceOf } from './postgres-server.ts';
import { isBusy, retryBusy } from './retry.ts';
import type { Schema } from './schema.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { openSqliteFile, openSqliteMemory } from './sqlite-file.ts';
import { createStorage } from './storage.ts';
import { createTransactionGuard, NO_GUARD, type TransactionGuard } from './transaction-guard.ts';

export type OpenOptions = {
  readonly migrations?: (dialect: DialectName) => MigrationList;
  /** How long SQLite waits for another process's lock before the transaction is retried. The process waits with it. */
  readonly busyTimeoutMs?: number;
  /**
   * Throws where an outer store is used inside a transaction, instead of waiting for ever. Every test has it;
   * in production it would slow every promise of the process by a tenth.
   */
  readonly guardsTransactions?: boolean;
};

type Opened = { readonly name: DialectName; readonly dialect: Dialect; readonly place: string };

const BUSY_TIMEOUT_MS = 1000;

/**
 * Opens `file:data/bot.db`, `:memory:` or `postgres://…` and brings its schema up to date. What a person can mend is
 * refused with a sentence for them, and then nothing was touched. A migration that fails is thrown, rolled back whole.
 */
export async function openStorage(
  databaseUrl: string,
  options: OpenOptions = {},
): Promise<Result<Storage, OpenRefusal>> {
  const guard = options.guardsTransactions === true ? createTransactionGuard() : NO_GUARD;
  const opened = await openDialect(databaseUrl.trim(), guard, options.busyTimeoutMs ?? BUSY_TIMEOUT_MS);
  if (!opened.ok) return opened;
  const { name, dialect, place } = opened.value;
  const db = new Kysely<Schema>({ dialect });
  try {
    const steps = (options.migrations ?? migrations)(name);
    const migrated = await retryBusy(() => migrate(db, name, steps, place));
    if (migrated.ok) return accept(createStorage(db, name, guard));
    await db.destroy();
    return migrated;
  } catch (error) {
    await db.destroy();
    if (isBusy(error)) return refuse(busy(place));
    throw error;
  }
}

async function openDialect(
  url: string,
  guard: TransactionGuard,
  busyTimeoutMs: number,
): Promise<Result<Opened, OpenRefusal>> {
  if (url === ':memory:' || url === 'file::memory:') {
    return accept({
      name: 'sqlite',
      dialect: createSqliteDialect(openSqliteMemory(), guard),
      place: ':memory:',
    });
  }
  if (url.startsWith('file:')) return openSqlite(url, guard, busyTimeoutMs);
  if (/^postgres(ql)?:\/\//u.test(url)) return openPostgres(url, guard);
  return refuse(badUrl());
}

function openSqlite(
  url: string,
  guard: TransactionGuard,
  busyTimeoutMs: number,
): Result<Opened, OpenRefusal> {
  const path = filePathOf(url);
  if (path === null) return refuse(badUrl());
  const file = openSqliteFile(resolve(path), busyTimeoutMs);
  if (!file.ok) return file;
  return accept({ name: 'sqlite', dialect: createSqliteDialect(file.value, guard), place: path });
}

/** `file:data/bot.db` is relative to the working directory, `file:///srv/bot.db` is a URL. */
function filePathOf(url: string): string | null {
  const path = url.slice('file:'.length);
  if (path === '' || path.endsWith('/') || /[?#\0]/u.test(path)) return null;
  if (!path.startsWith('//')) return path;
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}

async function openPostgres(url: string, guard: TransactionGuard): Promise<Result<Opened, OpenRefusal>> {
  const pool = await openPostgresServer(url);
  if (!pool.ok) return pool;
  const dialect = createPostgresDialect(pool.value, guard);
  return accept({ name: 'postgres', dialect, place: serverPlaceOf(url) ?? 'PostgreSQL' });
}
