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

  return (session, ...parameters) => {
    const query = compiled.get(session.dialect) ?? compile(session);
    const bound = query.parameters.map((value) =>
      value instanceof Placeholder ? parameters[value.index] : value,
    );
    return session.db.executeQuery({ ...query, parameters: bound });
  };
}
