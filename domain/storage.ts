import type { LocalDate } from './clock.ts';
import type { OfficialDocument } from './document.ts';
import type { DossierStore } from './dossier.ts';
import type { EvaluationStore } from './evaluation.ts';
import type { GroupStore } from './group.ts';
import type { DocumentId, UnitId } from './ids.ts';
import type { InboxStore } from './inbox.ts';
import type { IndicatorStore } from './indicator.ts';
import type { CallbackStore, OutboxStore } from './outbox.ts';
import type { SlotStore } from './slot.ts';
import type { TaskStore } from './task.ts';
import type { ToldStore } from './told.ts';
import type { Predecessor, Unit } from './unit.ts';
import type { CalendarDay } from './working-calendar.ts';

export type UnitStore = {
  readonly list: () => Promise<readonly Unit[]>;
  readonly find: (id: UnitId) => Promise<Unit | null>;
  /** From the unit itself up to its topmost parent. */
  readonly lineage: (id: UnitId) => Promise<readonly Unit[]>;
  /** Whether `id` is `root` or lies below it. */
  readonly isWithin: (id: UnitId, root: UnitId) => Promise<boolean>;
  readonly predecessors: () => Promise<readonly Predecessor[]>;
  /** Units that this one became part of. */
  readonly successors: (id: UnitId) => Promise<readonly Unit[]>;
  /** Inserts or replaces units by id, and the predecessors of every unit that is given some; raises `revision`. */
  readonly save: (units: readonly Unit[], predecessors: readonly Predecessor[]) => Promise<void>;
  /** Another text after every save of units, documents or evaluations: whoever keeps an index or an answer asks. */
  readonly revision: () => Promise<string>;
};

export type DocumentStore = {
  readonly find: (id: DocumentId) => Promise<OfficialDocument | null>;
  readonly save: (document: OfficialDocument) => Promise<void>;
};

export type CalendarStore = {
  readonly list: () => Promise<readonly CalendarDay[]>;
  readonly save: (days: readonly CalendarDay[]) => Promise<void>;
  readonly remove: (date: LocalDate) => Promise<void>;
};

/** Facts of the database itself, e.g. `holds_sample`. */
export type FactStore = {
  readonly get: (name: string) => Promise<string | null>;
  readonly set: (name: string, value: string) => Promise<void>;
};

export type Stores = {
  readonly units: UnitStore;
  readonly documents: DocumentStore;
  readonly evaluations: EvaluationStore;
  readonly indicators: IndicatorStore;
  readonly tasks: TaskStore;
  readonly dossiers: DossierStore;
  readonly groups: GroupStore;
  readonly inbox: InboxStore;
  readonly outbox: OutboxStore;
  readonly callbacks: CallbackStore;
  readonly slots: SlotStore;
  readonly told: ToldStore;
  readonly calendar: CalendarStore;
  readonly facts: FactStore;
};

export type Storage = Stores & {
  /**
   * All or nothing. Inside, use only the stores handed in. Retried whole when the database was busy, locked or
   * had to break a deadlock, so `work` must have no effect outside the database.
   */
  readonly transaction: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};
