import type { Generated, GeneratedAlways } from 'kysely';
import type { OfficialDocument } from '../domain/document.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Criterion, CriterionRank, Evaluation, Section } from '../domain/evaluation.ts';
import type { Group } from '../domain/group.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { OutboxState } from '../domain/outbox.ts';
import type { Slot } from '../domain/slot.ts';
import type { DeadlineKind, Occurrence, TaskEvent, TaskState } from '../domain/task.ts';
import type { UnitLevel } from '../domain/unit.ts';
import type { CalendarDay } from '../domain/working-calendar.ts';

/** Rows as they lie in the tables: days are `YYYY-MM-DD`, instants epoch ms, scores thousandths, booleans 0 or 1. */
export type Schema = {
  units: UnitTable;
  unit_aliases: { unit_id: string; position: number; alias: string; search_key: string };
  unit_predecessors: UnitPredecessorTable;
  documents: DocumentTable;
  evaluations: EvaluationTable;
  criteria: CriterionTable;
  indicators: IndicatorTable;
  tasks: TaskTable;
  task_criteria: { task_id: string; position: number; section: Section; code: string };
  occurrences: OccurrenceTable;
  task_events: TaskEventTable;
  dossiers: DossierTable;
  groups: GroupTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  outbox_holds: { chat_id: number; not_before: number };
  callbacks: CallbackTable;
  job_slots: JobSlotTable;
  told_items: { chat_id: number; rule: string; object: string; first_told_on: string };
  calendar_days: CalendarDayTable;
  facts: { name: string; value: string };
};

/** Where in a document the row stands. */
type PlaceColumns = { document_id: string; place_section: string; place_line: number };

type UnitTable = {
  id: string;
  name: string;
  kind: string;
  level: UnitLevel;
  parent_id: string | null;
  valid_from: string | null;
  valid_to: string | null;
  /** Folded name. */
  search_key: string;
};

type UnitPredecessorTable = {
  sequence: GeneratedAlways<number>;
  unit_id: string;
  name: string;
  kind: string;
  level: UnitLevel;
  district_name: string | null;
  province_name: string | null;
  predecessor_id: string | null;
  /** Folded name. */
  search_key: string;
};

type DocumentTable = {
  id: string;
  number: string | null;
  kind: OfficialDocument['kind'];
  title: string;
  issued_on: string;
  unit_id: string;
  note: string | null;
};

type EvaluationTable = PlaceColumns & {
  id: string;
  unit_id: string;
  year: number;
  version: Evaluation['version'];
  coverage: Evaluation['coverage'];
  max: number;
  self_assessed: number | null;
  achieved: number;
  declared_lost: number | null;
  rank: number | null;
  cohort_name: string | null;
  cohort_size: number | null;
  grade: string | null;
  decision_number: string | null;
  decision_issued_on: string | null;
  decision_issuer: string | null;
};

type CriterionTable = PlaceColumns & {
  evaluation_id: string;
  position: number;
  section: Section;
  code: string;
  parent_code: string | null;
  rank: CriterionRank;
  heading: string | null;
  title: string;
  max: number | null;
  self_assessed: number | null;
  appraised: number | null;
  achieved: number | null;
  lost: number | null;
  /** Figure columns that are "not applicable", space-separated; an empty figure that it does not name is missing. */
  not_applicable: string;
  label: Criterion['label'];
  reason: string | null;
  owner: string | null;
  remedy: string | null;
};

type IndicatorTable = PlaceColumns & {
  unit_id: string;
  code: string;
  title: string;
  criterion: string | null;
  measure: Indicator['measure'];
  numerator: number | null;
  denominator: number | null;
  value: number;
  target: number | null;
  as_of: string | null;
  as_of_text: string | null;
  owner: string | null;
};

type TaskTable = PlaceColumns & {
  id: string;
  unit_id: string;
  number: number;
  stt: string | null;
  title: string;
  product: string | null;
  requirement: string | null;
  lead: string | null;
  cooperating: string | null;
  deadline: string | null;
  kind: DeadlineKind;
  plan_year: number;
};

type OccurrenceTable = {
  id: string;
  task_id: string;
  kind: Occurrence['kind'];
  label: string | null;
  due_on: string | null;
  state: TaskState;
  percent: number | null;
};

type TaskEventTable = {
  sequence: GeneratedAlways<number>;
  id: string;
  task_id: string;
  occurrence_id: string;
  kind: TaskEvent['kind'];
  from_state: TaskState;
  to_state: TaskState;
  percent: number | null;
  due_on: string | null;
  note: string | null;
  undoes: string | null;
  person_id: number;
  person_name: string;
  /** The chat as it was called then: a group that became a supergroup keeps its old id here. */
  chat_id: number;
  message_id: number | null;
  at: number;
};

type DossierTable = {
  unit_id: string;
  code: string;
  procedure: string;
  field: string;
  office: string | null;
  status: Dossier['status'];
  received_on: string;
  due_on: string | null;
  finished_on: string | null;
  is_sample: number;
};

type GroupTable = {
  chat_id: number;
  title: string;
  unit_id: string;
  position: string | null;
  state: Group['state'];
  pause_reason: string | null;
  thread_id: number | null;
  bound_by: number;
  bound_at: number;
};

type InboxTable = {
  /** Order of arrival; Telegram's own ids can restart. */
  sequence: GeneratedAlways<number>;
  update_id: number;
  chat_id: number;
  message_key: string;
  body: string;
  received_at: number;
  state: Generated<'pending' | 'handled' | 'failed'>;
  attempts: Generated<number>;
  handled_at: number | null;
  last_error: string | null;
};

export type OutboxTable = {
  /** Order of creation: the queue's order, whatever the clock says. */
  sequence: GeneratedAlways<number>;
  id: string;
  dedupe_key: string;
  chat_id: number;
  thread_id: number | null;
  /** JSON of `OutboxContent`. */
  content: string;
  /** JSON of `About[]`. */
  about: string;
  state: Generated<OutboxState>;
  attempts: Generated<number>;
  unknowns: Generated<number>;
  not_before: Generated<number>;
  created_at: number;
  message_id: number | null;
  last_error: string | null;
  lease_owner: string | null;
  lease_until: number | null;
};

type CallbackTable = {
  id: string;
  chat_id: number;
  message_id: number | null;
  outbox_id: string | null;
  /** JSON of `Action`. */
  action: string;
  allowed: number | null;
  expires_at: number;
  used_at: number | null;
};

type JobSlotTable = {
  job: string;
  at: number;
  state: Generated<Slot['state']>;
  attempts: Generated<number>;
  finished_at: number | null;
  outcome: string | null;
  lease_owner: string | null;
  lease_until: number | null;
};

type CalendarDayTable = { date: string; kind: CalendarDay['kind']; name: string };
