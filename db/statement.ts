import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { DialectName } from './migrations/column-types.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** Stands for a parameter while the query is compiled. */
class Placeholder {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A query for the way from a question to its answer: compiled once per dialect, later only bound.
 * `build` gets placeholders, so it may bind its parameters but never look at them.
 */
export function statement<Parameters extends readonly unknown[], Row>(
  build: (db: Kysely<Schema>, ...parameters: Parameters) => Compilable<Row>,
): (session: Session, ...parameters: Parameters) => Promise<QueryResult<Row>> {
  const compiled = new Map<DialectName, CompiledQuery<Row>>();

  function compile({ db, dialect }: Session): CompiledQuery<Row> {
    const placeholders = Array.from({ length: build.length - 1 }, (_, index) => new Placeholder(index));
    const query = build(db, ...(placeholders as unknown as Parameters)).compile();
    compiled.set(dialect, query);
    return query;
  }

  return (session, ...parameters) =>
    run(session, compiled.get(session.dialect) ?? compile(session), parameters);
}

/** The same for several rows at once, compiled once per dialect and number of rows; at most a batch of them. */
export function rowsStatement<Row extends Record<string, unknown>>(
  columns: readonly (keyof Row & string)[],
  build: (db: Kysely<Schema>, rows: readonly Row[]) => Compilable<unknown>,
): (session: Session, rows: readonly Row[]) => Promise<QueryResult<unknown>> {
  const compiled = new Map<string, CompiledQuery<unknown>>();

  function compile({ db, dialect }: Session, count: number): CompiledQuery<unknown> {
    const row = (index: number) =>
      Object.fromEntries(
        columns.map((column, offset) => [column, new Placeholder(index * columns.length + offset)]),
      ) as unknown as Row;
    const query = build(
      db,
      Array.from({ length: count }, (_, index) => row(index)),
    ).compile();
    compiled.set(`${dialect} ${count}`, query);
    return query;
  }

  return (session, rows) => {
    const query = compiled.get(`${session.dialect} ${rows.length}`) ?? compile(session, rows.length);
    return run(
      session,
      query,
      rows.flatMap((row) => columns.map((column) => row[column])),
    );
  };
}

function run<Row>(
  { db }: Session,
  query: CompiledQuery<Row>,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  const parameters = query.parameters.map((value) =>
    value instanceof Placeholder ? values[value.index] : value,
  );
  return db.executeQuery({ ...query, parameters });
}
