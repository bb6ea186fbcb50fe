import { displayDate, type LocalDate } from './clock.ts';
import type { Occurrence, Task, TaskState, TaskWithOccurrences } from './task.ts';
import { isOpen } from './task-life.ts';

export const STATE_TEXT: Readonly<Record<TaskState, string>> = {
  todo: 'chưa làm',
  in_progress: 'đang làm',
  reported: 'báo xong',
  done: 'hoàn thành',
  blocked: 'vướng',
  extension: 'xin gia hạn',
  obsolete: 'không còn phù hợp',
};

/** "đang làm 80 %" */
export function stateText({ state, percent }: Pick<Occurrence, 'state' | 'percent'>): string {
  return percent === null ? STATE_TEXT[state] : `${STATE_TEXT[state]} ${percent}\u00a0%`;
}

/** The date that matters now: of the earliest open occurrence, null when none is dated. */
export function nextDueOn({ occurrences }: TaskWithOccurrences): LocalDate | null {
  const dates = occurrences.flatMap(({ state, kind, dueOn }) =>
    isOpen(state) && kind === 'due' && dueOn !== null ? [dueOn] : [],
  );
  return dates.toSorted()[0] ?? null;
}

/** "hạn 31/3/2023 (Quý I/2023)", "thường xuyên", "không ghi thời hạn" */
export function deadlineText(task: Task, dueOn: LocalDate | null): string {
  const written = task.deadline?.trim() ?? '';
  if (task.kind === 'continuous') return written === '' ? 'thường xuyên' : written.toLowerCase();
  if (dueOn !== null) return `hạn ${displayDate(dueOn)}${written === '' ? '' : ` (${written})`}`;
  return written === '' ? 'không ghi thời hạn' : `thời hạn ghi “${written}”`;
}

/** At most `limit` characters, cut at a word. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : limit).trimEnd()}…`;
}
