import type Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import { boundValues } from './bound-text.ts';
import type { TransactionGuard } from './transaction-guard.ts';

/** Statements kept ready; the program has fewer texts than this but for imports, whose last batch varies in length. */
const PREPARED_STATEMENTS = 400;

/** Kysely prepares every statement anew: this keeps them by text. */
function withPreparedStatements(database: Database.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();

  function prepare(text: string): SqliteStatement {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = bindingCleanText(database.prepare<unknown[]>(text));
    const [oldest] = statements.keys();
    if (statements.size >= PREPARED_STATEMENTS && oldest !== undefined) statements.delete(oldest);
    statements.set(text, statement);
    return statement;
  }

  return { prepare, close: () => database.close() };
}

function bindingCleanText(statement: Database.Statement<unknown[]>): SqliteStatement {
  const read = statement.reader ? rowReader(statement) : () => [];
  return {
    reader: statement.reader,
    all: (values) => read(boundValues(values)),
    run: (values) => statement.run(boundValues(values)),
    iterate: (values) => statement.iterate(boundValues(values)),
  };
}

/** The driver is twice as fast when it hands out arrays and the objects are made here. */
function rowReader(statement: Database.Statement<unknown[]>): (values: unknown[]) => unknown[] {
  const names = statement.columns().map(({ name }) => name);
  const arrays = statement.raw() as Database.Statement<unknown[], readonly unknown[]>;
  return (values) => arrays.all(values).map((row) => toRecord(names, row));
}

function toRecord(names: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  names.forEach((name, index) => {
    record[name] = row[index];
  });
  return record;
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #guard: TransactionGuard;

  constructor(database: Database.Database, guard: TransactionGuard) {
    super({ database: withPreparedStatements(database) });
    this.#database = database;
    this.#guard = guard;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#guard.assertOutside();
    return super.acquireConnection();
  }

  /** A deferred transaction that reads first fails at its first write when another process wrote in between. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk makes SQLite roll back by itself; a second rollback would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  /** SQLite has it; only with this a failed migration leaves nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

export function createSqliteDialect(database: Database.Database, guard: TransactionGuard): Dialect {
  const plain = new SqliteDialect({ database });
  return {
    createDriver: () => new ImmediateDriver(database, guard),
    createQueryCompiler: () => plain.createQueryCompiler(),
    createAdapter: () => new TransactionalDdlAdapter(),
    createIntrospector: (db) => plain.createIntrospector(db),
  };
}
