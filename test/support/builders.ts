import type { OfficialDocument } from '../../domain/document.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { Criterion, Evaluation, Scorecard } from '../../domain/evaluation.ts';
import type { Group } from '../../domain/group.ts';
import {
  callbackId,
  chatId,
  documentId,
  evaluationId,
  occurrenceId,
  outboxId,
  personId,
  taskEventId,
  taskId,
  unitId,
} from '../../domain/ids.ts';
import type { InboxUpdate } from '../../domain/inbox.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Callback, NewOutboxMessage } from '../../domain/outbox.ts';
import type { Stores } from '../../domain/storage.ts';
import type { Occurrence, TaskEvent, TaskWithOccurrences } from '../../domain/task.ts';
import type { Unit } from '../../domain/unit.ts';

/** One value of each noun, complete and plain; a test states only what it is about. */

/** A province with two districts, a commune in each, and a second province beside it. */
export const PLACES = {
  province: unitId('vn/lang-son'),
  district: unitId('vn/lang-son/chi-lang'),
  commune: unitId('vn/lang-son/chi-lang/bang-mac'),
  sibling: unitId('vn/lang-son/bac-son'),
  siblingCommune: unitId('vn/lang-son/bac-son/tan-lap'),
  elsewhere: unitId('vn/an-giang'),
} as const;

export const DOCUMENT_ID = documentId('000');

export const unit = (given: Partial<Unit> = {}): Unit => ({
  id: PLACES.commune,
  name: 'Bằng Mạc',
  kind: 'Xã',
  level: 'commune',
  parentId: PLACES.district,
  aliases: [],
  validFrom: null,
  validTo: null,
  ...given,
});

export const UNITS: readonly Unit[] = [
  unit({ aliases: ['Xã điểm'] }),
  unit({
    id: PLACES.district,
    name: 'Chi Lăng',
    kind: 'Huyện',
    level: 'district',
    parentId: PLACES.province,
  }),
  unit({ id: PLACES.province, name: 'Lạng Sơn', kind: 'Tỉnh', level: 'province', parentId: null }),
  unit({ id: PLACES.sibling, name: 'Bắc Sơn', kind: 'Huyện', level: 'district', parentId: PLACES.province }),
  unit({ id: PLACES.siblingCommune, name: 'Tân Lập', parentId: PLACES.sibling }),
  unit({ id: PLACES.elsewhere, name: 'An Giang', kind: 'Tỉnh', level: 'province', parentId: null }),
];

export const officialDocument = (given: Partial<OfficialDocument> = {}): OfficialDocument => ({
  id: DOCUMENT_ID,
  number: '34/KH-UBND',
  kind: 'plan',
  title: 'Kế hoạch khắc phục',
  issuedOn: '2024-03-01',
  unitId: PLACES.commune,
  note: null,
  ...given,
});

/** The places above and one document: what every other row refers to. */
export async function savePlaces(stores: Stores): Promise<void> {
  await stores.units.save(UNITS, []);
  await stores.documents.save(officialDocument());
}

const place = { documentId: DOCUMENT_ID, section: 'II', line: 12 };

export const evaluation = (given: Partial<Evaluation> = {}): Evaluation => ({
  id: evaluationId('bang-mac-2023'),
  unitId: PLACES.commune,
  year: 2023,
  version: 'published',
  coverage: 'losses',
  max: 100_000,
  selfAssessed: 91_320,
  achieved: 85_820,
  declaredLost: 14_180,
  rank: 3,
  cohort: { name: 'các xã, thị trấn huyện Chi Lăng', size: 20 },
  grade: null,
  decision: { number: '12/QĐ-UBND', issuedOn: '2024-01-15', issuer: 'UBND huyện Chi Lăng' },
  place,
  ...given,
});

export const criterion = (given: Partial<Criterion> = {}): Criterion => ({
  section: 'main',
  code: '1.5',
  parentCode: '1',
  rank: 'criterion',
  heading: null,
  title: 'Sáng kiến cải cách hành chính',
  max: 3000,
  selfAssessed: null,
  appraised: null,
  achieved: 0,
  lost: 3000,
  label: null,
  reason: null,
  owner: null,
  remedy: null,
  place,
  ...given,
});

export const scorecard = (
  given: Partial<Evaluation> = {},
  criteria: readonly Criterion[] = [criterion()],
): Scorecard => ({ evaluation: evaluation(given), criteria });

export const indicator = (given: Partial<Indicator> = {}): Indicator => ({
  unitId: PLACES.sibling,
  code: 'so-hoa-ho-so',
  title: 'Tỷ lệ số hóa hồ sơ',
  criterion: null,
  measure: 'percent',
  numerator: 658,
  denominator: null,
  value: 12_580,
  target: 60_000,
  asOf: null,
  asOfText: null,
  owner: null,
  place,
  ...given,
});

export const occurrence = (given: Partial<Occurrence> = {}): Occurrence => ({
  id: occurrenceId('bang-mac/12/2024-06-14'),
  taskId: taskId('bang-mac/12'),
  kind: 'due',
  label: null,
  dueOn: '2024-06-14',
  state: 'todo',
  percent: null,
  ...given,
});

export const task = (given: Partial<TaskWithOccurrences> = {}): TaskWithOccurrences => ({
  id: taskId('bang-mac/12'),
  unitId: PLACES.commune,
  number: 12,
  stt: '12',
  title: 'Số hóa hồ sơ tại Bộ phận Một cửa',
  product: null,
  requirement: null,
  lead: 'Văn phòng – Thống kê',
  cooperating: null,
  deadline: 'trước ngày 15/6/2024',
  kind: 'dates',
  planYear: 2024,
  criteria: [],
  place,
  occurrences: [occurrence()],
  ...given,
});

export const taskEvent = (given: Partial<TaskEvent> = {}): TaskEvent => ({
  id: taskEventId('event-1'),
  taskId: taskId('bang-mac/12'),
  occurrenceId: occurrenceId('bang-mac/12/2024-06-14'),
  kind: 'report',
  from: 'todo',
  to: 'reported',
  percent: null,
  dueOn: null,
  note: null,
  undoes: null,
  source: { personId: personId(7), personName: 'Cán bộ A', chatId: chatId(-100), messageId: 1 },
  at: 1_700_000_000_000,
  ...given,
});

export const dossier = (given: Partial<Dossier> = {}): Dossier => ({
  unitId: PLACES.sibling,
  code: '000.00.12.H37-230901-0001',
  procedure: 'Cấp đổi giấy chứng nhận',
  field: 'Đất đai',
  office: null,
  status: 'in_progress',
  receivedOn: '2023-09-01',
  dueOn: '2023-10-01',
  finishedOn: null,
  isSample: true,
  ...given,
});

export const group = (given: Partial<Group> = {}): Group => ({
  chatId: chatId(-100),
  title: 'UBND xã Bằng Mạc',
  unitId: PLACES.commune,
  position: null,
  state: 'active',
  pauseReason: null,
  threadId: null,
  boundBy: personId(7),
  boundAt: 1_700_000_000_000,
  ...given,
});

export const inboxUpdate = (id: number, given: Partial<InboxUpdate> = {}): InboxUpdate => ({
  updateId: id,
  chatId: chatId(-100),
  messageKey: `message:-100:${id}`,
  body: `{"update_id":${id}}`,
  receivedAt: 1_700_000_000_000 + id,
  ...given,
});

export const outboxMessage = (id: string, given: Partial<NewOutboxMessage> = {}): NewOutboxMessage => ({
  id: outboxId(id),
  dedupeKey: `key:${id}`,
  chatId: chatId(-100),
  threadId: null,
  content: { kind: 'send', lines: [['Xin chào']], buttons: [], messageId: null },
  about: [],
  createdAt: 1_700_000_000_000,
  ...given,
});

export const callback = (id: string, given: Partial<Callback> = {}): Callback => ({
  id: callbackId(id),
  chatId: chatId(-100),
  messageId: null,
  outboxId: null,
  action: { kind: 'undo', eventId: taskEventId('event-1') },
  allowed: personId(7),
  expiresAt: 1_700_000_600_000,
  usedAt: null,
  ...given,
});
