import type { Stores } from '../domain/storage.ts';
import { createCalendarStore } from './calendar-store.ts';
import { createCallbackStore } from './callback-store.ts';
import { createDocumentStore } from './document-store.ts';
import { createDossierStore } from './dossier-store.ts';
import { createEvaluationStore } from './evaluation-store.ts';
import { createFactStore } from './fact-store.ts';
import { createGroupStore } from './group-store.ts';
import { createInboxStore } from './inbox-store.ts';
import { createIndicatorStore } from './indicator-store.ts';
import { createOutboxStore } from './outbox-store.ts';
import type { Session } from './session.ts';
import { createSlotStore } from './slot-store.ts';
import { createTaskStore } from './task-store.ts';
import { createToldStore } from './told-store.ts';
import { createUnitStore } from './unit-store.ts';

export const createStores = (session: Session): Stores => ({
  units: createUnitStore(session),
  documents: createDocumentStore(session),
  evaluations: createEvaluationStore(session),
  indicators: createIndicatorStore(session),
  tasks: createTaskStore(session),
  dossiers: createDossierStore(session),
  groups: createGroupStore(session),
  inbox: createInboxStore(session),
  outbox: createOutboxStore(session),
  callbacks: createCallbackStore(session),
  slots: createSlotStore(session),
  told: createToldStore(session),
  calendar: createCalendarStore(session),
  facts: createFactStore(session),
});
