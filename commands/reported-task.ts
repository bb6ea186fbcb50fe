import type { OccurrenceId, UnitId } from '../domain/ids.ts';
import type { Line } from '../domain/message.ts';
import { checkInFor } from '../domain/occurrences.ts';
import { type Report, taskCode } from '../domain/report.ts';
import type { Occurrence, TaskWithOccurrences } from '../domain/task.ts';
import { isCalled, type Meant, reportedOccurrence } from '../domain/task-life.ts';
import { fullName, splitLevelWord, type Unit } from '../domain/unit.ts';
import type { CommandDeps, CommandRequest } from './command.ts';

/** What a report may say of the task that it means. */
export type Meaning = Pick<Report, 'task'> & Partial<Pick<Report, 'unit' | 'occurrence'>>;

export type Found =
  | {
      readonly kind: 'found';
      readonly task: TaskWithOccurrences;
      readonly occurrence: Occurrence;
      /** Named in the confirmation when it is not the group's own. */
      readonly unit: Unit | null;
    }
  | { readonly kind: 'refused'; readonly line: Line };

const refused = (...line: Line): Found => ({ kind: 'refused', line });

/** The task and the due date that a report means, or the line that says why that is not clear. */
export async function reportedTask(
  meaning: Meaning,
  request: CommandRequest,
  own: UnitId,
  deps: CommandDeps,
): Promise<Found> {
  if (meaning.task === null) return repliedTask(meaning, request, deps);
  const unit = await namedUnit(meaning.unit, own, deps);
  if (unit.kind === 'unclear') {
    return refused(
      `Chưa rõ ${taskCode(meaning.task)} của đơn vị nào: “${unit.text}”. Ghi đủ tên đơn vị, hoặc bỏ tên nếu là việc của nhóm này.`,
    );
  }
  const task = await deps.stores.tasks.find(request.scope, unit.id, meaning.task);
  const named = await deps.stores.units.find(unit.id);
  if (task === null) return refused(...unknownLine(meaning.task, named));
  return meant(task, meaning, null, unit.id === own ? null : named, deps);
}

async function repliedTask(
  meaning: Meaning,
  { scope, repliesTo }: CommandRequest,
  deps: CommandDeps,
): Promise<Found> {
  const tasks: TaskWithOccurrences[] = [];
  for (const { taskId } of repliesTo) {
    const task = await deps.stores.tasks.findById(scope, taskId);
    if (task !== null && !tasks.some(({ id }) => id === task.id)) tasks.push(task);
  }
  const [task, ...others] = tasks;
  if (task === undefined) return refused(NO_CODE);
  if (others.length > 0) {
    const codes = tasks.map(({ number }) => taskCode(number)).join(', ');
    return refused(
      `Tin đó nói về nhiều nhiệm vụ (${codes}). Ghi rõ mã, ví dụ “${taskCode(task.number)} đã xong”.`,
    );
  }
  const about = repliesTo.find(({ taskId }) => taskId === task.id)?.occurrenceId ?? null;
  return meant(task, meaning, about, null, deps);
}

const NO_CODE = 'Chưa rõ báo cáo cho nhiệm vụ nào. Ghi kèm mã, ví dụ “NV-12 đã xong”; xem mã bằng /nhiemvu.';

const unknownLine = (number: number, unit: Unit | null): Line => [
  `Không có ${taskCode(number)} trong danh sách nhiệm vụ của ${unit === null ? 'đơn vị' : fullName(unit)}. Xem mã bằng `,
  { code: '/nhiemvu' },
  '.',
];

type NamedUnit =
  | { readonly kind: 'clear'; readonly id: UnitId }
  | { readonly kind: 'unclear'; readonly text: string };

/**
 * "NV-12 Bằng Mạc": the unit that the words after the code name. Words that name none are part of what is said,
 * unless a level word shows that a unit is meant.
 */
async function namedUnit(
  text: string | undefined,
  own: UnitId,
  { stores, directory }: CommandDeps,
): Promise<NamedUnit> {
  if (text === undefined) return { kind: 'clear', id: own };
  const found = await directory.resolve(stores.units, text, { within: own, holds: async (id) => id === own });
  if (found.kind === 'found') return { kind: 'clear', id: found.unit.id };
  return splitLevelWord(text).kind === null ? { kind: 'clear', id: own } : { kind: 'unclear', text };
}

function meant(
  task: TaskWithOccurrences,
  { occurrence: label = null }: { readonly occurrence?: string | null },
  about: OccurrenceId | null,
  unit: Unit | null,
  { today }: CommandDeps,
): Found {
  const found = (occurrence: Occurrence): Found => ({ kind: 'found', task, occurrence, unit });
  if (task.kind === 'continuous') return checkIn(task, label, today, found);
  const replied = task.occurrences.find(({ id }) => id === about);
  if (replied !== undefined && label === null) return found(replied);
  const chosen = reportedOccurrence(task.occurrences, label, today);
  return chosen.kind === 'found' ? found(chosen.occurrence) : refused(...unclearLine(task, label, chosen));
}

/** A continuous task is reported quarter by quarter: the current one, or one that was opened before. */
function checkIn(
  task: TaskWithOccurrences,
  label: string | null,
  today: string,
  found: (occurrence: Occurrence) => Found,
): Found {
  const current = checkInFor(task, today);
  const held = task.occurrences.find(({ id }) => id === current.id) ?? current;
  if (label === null || isCalled(held, label)) return found(held);
  const named = task.occurrences.find((occurrence) => isCalled(occurrence, label));
  if (named !== undefined) return found(named);
  return refused(
    `${taskCode(task.number)} là việc thường xuyên, báo theo quý: nay là kỳ ${current.label ?? ''}. Ghi “${taskCode(task.number)} đã xong”.`,
  );
}

function unclearLine(
  task: TaskWithOccurrences,
  label: string | null,
  why: Exclude<Meant, { kind: 'found' }>,
): Line {
  const code = taskCode(task.number);
  switch (why.kind) {
    case 'unknown-label': {
      const labels = task.occurrences.flatMap((occurrence) => occurrence.label ?? []).join(', ');
      return [
        `${code} không có kỳ “${label ?? ''}”. Các kỳ: ${labels}. Ghi kèm tên kỳ, ví dụ “${code} ${task.occurrences[0]?.label ?? ''} đã xong”.`,
      ];
    }
    case 'far-ahead':
      return [
        `${code}: kỳ ${why.reported.label ?? 'trước'} đã báo xong trước đó. Nếu báo cho kỳ sau, ghi rõ: “${code} ${why.next.label ?? ''} đã xong”.`,
      ];
    case 'none':
      return [`${code} chưa có kỳ báo cáo nào. Báo quản trị bot kiểm tra dữ liệu.`];
  }
}
