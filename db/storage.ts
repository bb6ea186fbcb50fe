import type { Kysely } from 'kysely';
import type { Storage } from '../domain/storage.ts';
import type { DialectName } from './migrations/column-types.ts';
import { retryBusy } from './retry.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';
import { createStores } from './stores.ts';
import type { TransactionGuard } from './transaction-guard.ts';

export function createStorage(db: Kysely<Schema>, dialect: DialectName, guard: TransactionGuard): Storage {
  const inTransaction = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    retryBusy(() =>
      db
        .transaction()
        .execute((transaction) =>
          guard.inside(() => work({ db: transaction, dialect, atomically: (step) => step(transaction) })),
        ),
    );
  return {
    ...createStores({ db, dialect, atomically: (step) => inTransaction((session) => step(session.db)) }),
    transaction: (work) => inTransaction((session) => work(createStores(session))),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}
