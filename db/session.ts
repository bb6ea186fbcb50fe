import type { Kysely } from 'kysely';
import type { DialectName } from './migrations/column-types.ts';
import type { Schema } from './schema.ts';

/** What a store works on: the database, or a transaction of it. */
export type Session = {
  readonly db: Kysely<Schema>;
  readonly dialect: DialectName;
  /** Runs several statements as one: in the transaction that is open, else in one of its own. */
  readonly atomically: <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;
};

/** One row a key, the last that is given: an upsert may meet each row only once. */
export function lastByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** Rows to a statement: several times faster than one by one, and within every limit on bound values. */
const BATCH_ROWS = 100;

export function batches<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / BATCH_ROWS);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * BATCH_ROWS, (index + 1) * BATCH_ROWS),
  );
}
