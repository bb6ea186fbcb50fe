import { displayDate } from '../domain/clock.ts';
import type { Line } from '../domain/message.ts';
import { taskCode } from '../domain/report.ts';
import { assertNever } from '../domain/result.ts';
import type { Occurrence, TaskEvent, TaskWithOccurrences } from '../domain/task.ts';
import type { Move, ReportRefusal } from '../domain/task-life.ts';
import { STATE_TEXT, shorten, stateText } from '../domain/task-text.ts';
import { fullName, type Unit } from '../domain/unit.ts';

export const ANONYMOUS =
  'Không ghi được báo cáo của người gửi ẩn danh hoặc kênh. Gửi lại bằng tài khoản của mình.';

export const EDITED =
  'Tin này đã được ghi trước khi sửa; báo cáo đã ghi chưa đổi. Muốn sửa: bấm Hoàn tác ở tin xác nhận rồi gửi tin mới.';

const STATE_MARKS = {
  todo: '▫️',
  in_progress: '⏳',
  reported: '✅',
  done: '✅',
  blocked: '⚠️',
  extension: '📅',
  obsolete: '▫️',
} as const satisfies Readonly<Record<Move['to'], string>>;

/** "✅ Đã ghi NV-18 (Quý II): báo xong – …, hạn 30/6/2023" */
export function recordedLine(
  {
    task,
    occurrence,
    unit,
  }: { readonly task: TaskWithOccurrences; readonly occurrence: Occurrence; readonly unit: Unit | null },
  { to, percent, dueOn }: Move,
): Line {
  const { kind, label } = occurrence;
  const which = kind === 'check_in' ? ` kỳ ${label ?? ''}` : label === null ? '' : ` (${label})`;
  const whose = unit === null ? '' : ` ${fullName(unit)}`;
  const due = kind === 'due' && occurrence.dueOn !== null ? `, hạn ${displayDate(occurrence.dueOn)}` : '';
  const asked =
    to === 'extension' ? (dueOn === null ? ' (chưa ghi đến ngày nào)' : ` đến ${displayDate(dueOn)}`) : '';
  return [
    `${STATE_MARKS[to]} Đã ghi `,
    { bold: `${taskCode(task.number)}${whose}${which}` },
    `: ${stateText({ state: to, percent })}${asked} – ${shorten(task.title, 70)}${due}`,
  ];
}

export const overtakenLine = ({ number }: TaskWithOccurrences): Line => [
  `${taskCode(number)}: tin này đã được ghi, hoặc trạng thái vừa được người khác đổi. Xem `,
  { code: '/nhiemvu' },
  ' rồi báo lại nếu cần.',
];

/** "NV-3 đến NV-6" is never closed as a whole. */
export function rangeLine(numbers: readonly number[]): Line {
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  return [
    `Chưa ghi ${taskCode(first)} đến ${taskCode(last)}: tin nêu cả một dãy. Ghi từng mã, ví dụ “${taskCode(first)}, ${taskCode(last)} đã xong”.`,
  ];
}

/** `last`: the event that brought the state about, where it is known. */
export function refusalLine(
  { number }: TaskWithOccurrences,
  refusal: ReportRefusal,
  last: TaskEvent | undefined,
): Line {
  const code = taskCode(number);
  switch (refusal.kind) {
    case 'closed':
      return [`${code} đang ở trạng thái “${STATE_TEXT[refusal.state]}”, không ghi thêm báo cáo.`];
    case 'past-date':
      return [
        `${code}: chưa ghi xin gia hạn vì ngày ${displayDate(refusal.dueOn)} đã qua. Ghi lại ngày, ví dụ “${code} xin gia hạn đến 30/6”.`,
      ];
    case 'already': {
      const by = last === undefined ? '' : ` (${last.source.personName})`;
      return [`${code} đã ghi “${STATE_TEXT[refusal.state]}” trước đó${by}, không ghi lại.`];
    }
    default:
      return assertNever(refusal);
  }
}
