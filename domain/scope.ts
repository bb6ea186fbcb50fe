import type { UnitId } from './ids.ts';

/**
 * What a viewer may read. Deny by default: every store method that touches a unit's data takes one.
 * - `none`: an unbound group or a stranger's private chat.
 * - `unit`: a bound group: its unit and all below it; published scores of every unit.
 * - `everything`: an administrator's private chat, and the jobs, which choose each group's own scope themselves.
 */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'unit'; readonly unitId: UnitId }
  | { readonly kind: 'everything' };

export const NO_SCOPE: Scope = { kind: 'none' };
export const EVERYTHING: Scope = { kind: 'everything' };
export const unitScope = (unitId: UnitId): Scope => ({ kind: 'unit', unitId });
