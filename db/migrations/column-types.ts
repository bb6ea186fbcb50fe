import { type Kysely, sql } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/** What the two dialects call the same thing. */
export type ColumnTypes = {
  /** Compared by code point in both, whatever the database's own collation. */
  readonly text: string;
  /** 53 bits and more. */
  readonly integer: string;
  /** A primary key that counts up and is never given twice. */
  readonly sequence: string;
  /** Ends a `create table`: without it SQLite stores any type in any column. */
  readonly end: string;
};

export const COLUMN_TYPES: Readonly<Record<DialectName, ColumnTypes>> = {
  sqlite: { text: 'text', integer: 'integer', sequence: 'integer primary key autoincrement', end: 'strict' },
  postgres: {
    text: 'text collate "C"',
    integer: 'bigint',
    sequence: 'bigint generated always as identity primary key',
    end: '',
  },
};

export const oneOf = (column: string, ...values: readonly string[]): string =>
  `check (${column} in (${values.map((value) => `'${value}'`).join(', ')}))`;

export const isDay = (column: string): string => `check (${column} like '____-__-__')`;

/** A boolean. */
export const isBit = (column: string): string => `check (${column} in (0, 1))`;

/** Runs the statements in order. They are constants of the migration, never input. */
export async function run(db: Kysely<unknown>, ...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
