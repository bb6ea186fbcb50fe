import type { Selectable } from 'kysely';
import type { OfficialDocument } from '../domain/document.ts';
import { documentId, unitId } from '../domain/ids.ts';
import type { DocumentStore } from '../domain/storage.ts';
import { raiseRevision } from './revision.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';
import { statement } from './statement.ts';

const selectById = statement((db, id: string) => db.selectFrom('documents').selectAll().where('id', '=', id));

export function createDocumentStore(session: Session): DocumentStore {
  const { atomically } = session;
  return {
    find: async (id) => {
      const { rows } = await selectById(session, id);
      return rows[0] === undefined ? null : fromRow(rows[0]);
    },
    save: (document) =>
      atomically(async (db) => {
        const { id, ...columns } = toRow(document);
        await db
          .insertInto('documents')
          .values({ id, ...columns })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
          .execute();
        await raiseRevision(db);
      }),
  };
}

const toRow = (document: OfficialDocument) => ({
  id: document.id,
  number: document.number,
  kind: document.kind,
  title: document.title,
  issued_on: document.issuedOn,
  unit_id: document.unitId,
  note: document.note,
});

const fromRow = (row: Selectable<Schema['documents']>): OfficialDocument => ({
  id: documentId(row.id),
  number: row.number,
  kind: row.kind,
  title: row.title,
  issuedOn: row.issued_on,
  unitId: unitId(row.unit_id),
  note: row.note,
});
