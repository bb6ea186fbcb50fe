import { AsyncLocalStorage } from 'node:async_hooks';

/** Knows whether the running code stands inside a transaction of this storage. */
export type TransactionGuard = {
  readonly inside: <T>(work: () => Promise<T>) => Promise<T>;
  /** Throws inside: there is one connection on SQLite, so an outer store would wait for its own transaction for ever. */
  readonly assertOutside: () => void;
};

export const NO_GUARD: TransactionGuard = { inside: (work) => work(), assertOutside: () => {} };

export function createTransactionGuard(): TransactionGuard {
  // What a transaction has started and left running may use the outer stores once it is over.
  const transactions = new AsyncLocalStorage<{ open: boolean }>();
  return {
    inside: async (work) => {
      const transaction = { open: true };
      try {
        return await transactions.run(transaction, work);
      } finally {
        transaction.open = false;
      }
    },
    assertOutside: () => {
      if (transactions.getStore()?.open === true) {
        throw new Error(
          'an outer store was used inside a transaction: use the stores that the transaction hands in',
        );
      }
    },
  };
}
