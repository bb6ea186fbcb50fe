import { type RawBuilder, sql } from 'kysely';
import { assertNever } from '../domain/result.ts';
import type { Scope } from '../domain/scope.ts';

/**
 * Whether the viewer may see rows of the unit in that column. It climbs from the row's unit, which is at most a few
 * steps, instead of listing all units below the viewer's. `union` ends a climb that would go in a circle.
 */
export function visible(scope: Scope, unitColumn: string): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'none':
      return sql`1 = 0`;
    case 'everything':
      return sql`1 = 1`;
    case 'unit':
      return liesWithin(sql.ref(unitColumn), scope.unitId);
    default:
      return assertNever(scope);
  }
}

/** Whether the unit is `root` or lies below it. */
export const liesWithin = (unit: RawBuilder<unknown>, root: string): RawBuilder<boolean> => sql`exists (
  with recursive climb(id) as (
    select ${unit}
    union
    select units.parent_id from climb join units on units.id = climb.id where units.parent_id is not null
  )
  select 1 from climb where climb.id = ${root})`;
