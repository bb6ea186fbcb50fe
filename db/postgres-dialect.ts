import {
  type Dialect,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { boundValues } from './bound-text.ts';
import type { TransactionGuard } from './transaction-guard.ts';

const { builtins } = pg.types;
/** Integers here stay within 53 bits; PostgreSQL's driver would hand them out as text. */
const AS_NUMBERS: readonly number[] = [builtins.INT8, builtins.NUMERIC];

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    AS_NUMBERS.includes(id) && format !== 'binary' ? Number : pg.types.getTypeParser(id, format),
};

export function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    application_name: 'cchc-bot',
    connectionTimeoutMillis: 10_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection was lost between two queries. Nobody waits for it, and the next query fails or opens another;
  // without a listener the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createPostgresDialect(pool: pg.Pool, guard: TransactionGuard): Dialect {
  return new PostgresDialect({ pool: guardedPool(pool, guard) });
}

function guardedPool(pool: pg.Pool, guard: TransactionGuard): PostgresPool {
  // Kysely knows a connection by its client object, so each client keeps one wrapping.
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  function wrap(client: pg.PoolClient): PostgresPoolClient {
    const wrapping = new BoundClient(client);
    wrapped.set(client, wrapping);
    return wrapping;
  }

  return {
    connect: async () => {
      guard.assertOutside();
      const client = await pool.connect();
      return wrapped.get(client) ?? wrap(client);
    },
    end: () => pool.end(),
  };
}

class BoundClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(
    text: string | PostgresCursor<Row>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof text !== 'string') throw new Error('no cursor is configured');
    // The driver types its rows as records; Kysely knows them by the query.
    return this.#client.query(text, boundValues(values)) as unknown as Promise<PostgresQueryResult<Row>>;
  }

  release(): void {
    this.#client.release();
  }
}
