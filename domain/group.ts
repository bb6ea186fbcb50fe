import type { ChatId, PersonId, UnitId } from './ids.ts';

/** A Telegram group bound to one unit, and to one position where it is an office's group. */
export type Group = {
  readonly chatId: ChatId;
  readonly title: string;
  readonly unitId: UnitId;
  readonly position: string | null;
  /** `paused`: Telegram refused us (kicked, blocked, deleted); nothing is sent until it is authorised again. */
  readonly state: 'active' | 'paused';
  readonly pauseReason: string | null;
  /** Topic that warnings go to; null for the General topic. */
  readonly threadId: number | null;
  readonly boundBy: PersonId;
  readonly boundAt: number;
};

export type GroupStore = {
  /** By chat id, active or paused; null when unbound. */
  readonly find: (chatId: ChatId) => Promise<Group | null>;
  /** Active groups bound to exactly this unit. */
  readonly ofUnit: (unitId: UnitId) => Promise<readonly Group[]>;
  readonly active: () => Promise<readonly Group[]>;
  /**
   * Binds or re-binds; the group is active afterwards. What still waited for it from a binding that was paused or of
   * another unit is given up: it spoke of that time, or of that unit.
   */
  readonly bind: (group: Group) => Promise<void>;
  readonly pause: (chatId: ChatId, reason: string) => Promise<void>;
  /**
   * A group became a supergroup: re-keys what still has to happen there (group, waiting inbox and outbox, callbacks, told
   * items). Posted messages and task events keep the old id, since the new chat counts its messages anew; a waiting
   * message loses the one that it answered or replaced. Where both ids are bound, the new one stays as it is.
   * Safe to repeat, in either order.
   */
  readonly migrate: (from: ChatId, to: ChatId) => Promise<void>;
};
