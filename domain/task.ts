import type { LocalDate } from './clock.ts';
import type { Place } from './document.ts';
import type { Section } from './evaluation.ts';
import type { ChatId, OccurrenceId, PersonId, TaskEventId, TaskId, UnitId } from './ids.ts';
import type { Scope } from './scope.ts';

export type DeadlineKind = 'dates' | 'continuous' | 'conditional' | 'unknown';

/** chưa làm, đang làm, báo xong (chờ xác nhận), hoàn thành, vướng, xin gia hạn, không còn phù hợp */
export type TaskState = 'todo' | 'in_progress' | 'reported' | 'done' | 'blocked' | 'extension' | 'obsolete';

/** What a plan or a notice orders; it does not change when work is reported. Written `NV-12`. */
export type Task = {
  readonly id: TaskId;
  readonly unitId: UnitId;
  /** Per unit, never reused. For a plan's appendix: the row order. */
  readonly number: number;
  /** The number as the document prints it ("2..", "6"), null where it has none. */
  readonly stt: string | null;
  readonly title: string;
  readonly product: string | null;
  readonly requirement: string | null;
  readonly lead: string | null;
  readonly cooperating: string | null;
  /** The deadline as written; null where the cell is blank. */
  readonly deadline: string | null;
  readonly kind: DeadlineKind;
  readonly planYear: number;
  /** The criteria that the document links it to. */
  readonly criteria: readonly { readonly section: Section; readonly code: string }[];
  readonly place: Place;
};

/**
 * One due date of a task, or one quarterly check-in of a continuous one. Its state is what reports change.
 * A task without a date (conditional, unknown) has one occurrence with `dueOn` null.
 */
export type Occurrence = {
  readonly id: OccurrenceId;
  readonly taskId: TaskId;
  readonly kind: 'due' | 'check_in' | 'undated';
  /** As people name it: "Quý II", "15/6/2024"; null when the task has only one. */
  readonly label: string | null;
  readonly dueOn: LocalDate | null;
  readonly state: TaskState;
  /** 0–100 while `in_progress`, else null. */
  readonly percent: number | null;
};

export type TaskWithOccurrences = Task & { readonly occurrences: readonly Occurrence[] };

/** Who said it, in which message. `messageId` is null for a button. */
export type Source = {
  readonly personId: PersonId;
  readonly personName: string;
  readonly chatId: ChatId;
  readonly messageId: number | null;
};

/** Append-only. The state of an occurrence is what replaying its events gives. */
export type TaskEvent = {
  readonly id: TaskEventId;
  readonly taskId: TaskId;
  readonly occurrenceId: OccurrenceId;
  readonly kind: 'report' | 'undo';
  readonly from: TaskState;
  readonly to: TaskState;
  readonly percent: number | null;
  /** A new date that an extension asks for. */
  readonly dueOn: LocalDate | null;
  readonly note: string | null;
  /** On an undo: the event that it takes back. */
  readonly undoes: TaskEventId | null;
  readonly source: Source;
  readonly at: number;
};

export type TaskFilter = {
  readonly unitId: UnitId;
  /** `open`: some occurrence neither reported, done nor obsolete. Default: all. */
  readonly open?: boolean;
  /** Some open occurrence due in this closed range. */
  readonly due?: { readonly from: LocalDate; readonly to: LocalDate };
};

export type DueOccurrence = { readonly task: Task; readonly occurrence: Occurrence };

/** Every read is bounded by the scope; a task outside it does not exist for the viewer. */
export type TaskStore = {
  /** Of one unit, by number. */
  readonly list: (scope: Scope, filter: TaskFilter) => Promise<readonly TaskWithOccurrences[]>;
  readonly find: (scope: Scope, unitId: UnitId, number: number) => Promise<TaskWithOccurrences | null>;
  readonly findById: (scope: Scope, id: TaskId) => Promise<TaskWithOccurrences | null>;
  /** Open dated occurrences (state todo, in_progress, blocked, extension) of a unit due in the closed range. */
  readonly due: (
    scope: Scope,
    unitId: UnitId,
    from: LocalDate,
    to: LocalDate,
  ) => Promise<readonly DueOccurrence[]>;
  /** Inserts what is new and refreshes the documents' wording; never touches states or events. */
  readonly save: (tasks: readonly TaskWithOccurrences[]) => Promise<void>;
  /** Adds an occurrence unless its id exists (the check-in of a quarter, made when first reported). */
  readonly addOccurrence: (occurrence: Occurrence) => Promise<void>;
  /**
   * Appends the event and moves the occurrence to `event.to`, when it still is in `event.from` (compare-and-set).
   * False: somebody else moved it, or an event of this message for this occurrence exists; nothing is written.
   */
  readonly append: (event: TaskEvent) => Promise<boolean>;
  readonly event: (scope: Scope, id: TaskEventId) => Promise<TaskEvent | null>;
  /** What this message of this chat brought about, oldest first. */
  readonly ofMessage: (scope: Scope, chatId: ChatId, messageId: number) => Promise<readonly TaskEvent[]>;
  /** Oldest first. */
  readonly events: (scope: Scope, taskId: TaskId) => Promise<readonly TaskEvent[]>;
};
