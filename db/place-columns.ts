import type { Place } from '../domain/document.ts';
import { documentId } from '../domain/ids.ts';

export type PlaceRow = {
  readonly document_id: string;
  readonly place_section: string;
  readonly place_line: number;
};

export const toPlaceRow = (place: Place): PlaceRow => ({
  document_id: place.documentId,
  place_section: place.section,
  place_line: place.line,
});

export const fromPlaceRow = (row: PlaceRow): Place => ({
  documentId: documentId(row.document_id),
  section: row.place_section,
  line: row.place_line,
});
