import type { CalendarStore } from '../domain/storage.ts';
import { batches, lastByKey, type Session } from './session.ts';

export function createCalendarStore({ db, atomically }: Session): CalendarStore {
  return {
    list: async () => db.selectFrom('calendar_days').selectAll().orderBy('date').execute(),
    save: (days) =>
      atomically(async (transaction) => {
        for (const batch of batches(lastByKey(days, ({ date }) => date))) {
          await transaction
            .insertInto('calendar_days')
            .values(batch)
            .onConflict((conflict) =>
              conflict
                .column('date')
                .doUpdateSet(({ ref }) => ({ kind: ref('excluded.kind'), name: ref('excluded.name') })),
            )
            .execute();
        }
      }),
    remove: async (date) => {
      await db.deleteFrom('calendar_days').where('date', '=', date).execute();
    },
  };
}
