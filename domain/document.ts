import type { LocalDate } from './clock.ts';
import type { DocumentId, UnitId } from './ids.ts';

/** An official document that rows were read from. */
export type OfficialDocument = {
  readonly id: DocumentId;
  /** As written, e.g. "34/KH-UBND"; null where the document leaves it blank. */
  readonly number: string | null;
  readonly kind: 'plan' | 'notice' | 'appendix';
  readonly title: string;
  readonly issuedOn: LocalDate;
  /** The unit whose document it is. */
  readonly unitId: UnitId;
  /** What a reader of the row must know, e.g. a number that the scan shows in two ways. */
  readonly note: string | null;
};

/** Where in a document a row stands: its section as written, and the line of the text (1-based). */
export type Place = {
  readonly documentId: DocumentId;
  readonly section: string;
  readonly line: number;
};
