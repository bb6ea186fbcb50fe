import { type Kysely, Migrator, sql } from 'kysely';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { DialectName } from './migrations/column-types.ts';
import type { MigrationList } from './migrations/list.ts';
import { foreign, newer, type OpenRefusal } from './open-refusal.ts';
import type { Schema } from './schema.ts';

const MIGRATION_TABLE = 'cchc_migrations';
const LOCK_TABLE = 'cchc_migration_lock';

/**
 * Brings the database up to date, all pending migrations in one transaction. Refused, and left as it is, when it is
 * another program's (tables, but none of ours) or a newer version's. `place` names it to people.
 */
export async function migrate(
  db: Kysely<Schema>,
  dialect: DialectName,
  migrations: MigrationList,
  place: string,
): Promise<Result<void, OpenRefusal>> {
  const tables = await tableNames(db, dialect);
  if (tables.length > 0 && !tables.includes(MIGRATION_TABLE)) return refuse(foreign(place));
  const applied = tables.includes(MIGRATION_TABLE) ? await appliedNames(db) : [];
  const unknown = applied.find((name) => !(name in migrations));
  if (unknown !== undefined) return refuse(newer(place, unknown));
  if (applied.length < Object.keys(migrations).length) await migrateToLatest(db, dialect, migrations);
  return accept(undefined);
}

async function tableNames(db: Kysely<Schema>, dialect: DialectName): Promise<readonly string[]> {
  const query = {
    sqlite: sql<{
      name: string;
    }>`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`,
    postgres: sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = current_schema()`,
  }[dialect];
  const { rows } = await query.execute(db);
  return rows.map(({ name }) => name);
}

async function appliedNames(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(MIGRATION_TABLE)}`.execute(db);
  return rows.map(({ name }) => name);
}

async function migrateToLatest(
  db: Kysely<Schema>,
  dialect: DialectName,
  migrations: MigrationList,
): Promise<void> {
  const schema = dialect === 'postgres' ? await currentSchema(db) : undefined;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: LOCK_TABLE,
    // Without it Kysely takes another schema's table of that name for its own.
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('a migration failed and was rolled back', { cause: error });
}

async function currentSchema(db: Kysely<Schema>): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? undefined;
}
