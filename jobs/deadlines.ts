import { daysBetween, displayDate, type LocalDate } from '../domain/clock.ts';
import type { Group } from '../domain/group.ts';
import type { Line, Reply } from '../domain/message.ts';
import { inTurn } from '../domain/order.ts';
import { post } from '../domain/posting.ts';
import { taskCode } from '../domain/report.ts';
import { unitScope } from '../domain/scope.ts';
import { type Stage, stageOn, stageReach, warns } from '../domain/stages.ts';
import type { DueOccurrence } from '../domain/task.ts';
import { shorten, stateText } from '../domain/task-text.ts';
import { fullName } from '../domain/unit.ts';
import type { Job, JobDeps, JobRun } from './job.ts';
import { BUTTON_LIFE_MS, counted, headLine, lateLines } from './wording.ts';

type Warning = DueOccurrence & { readonly stage: Stage };

/** Warns each group of its unit's tasks at the stages T-7 … +28; each stage once per occurrence. */
export const deadlines = {
  name: 'deadlines',
  summary: 'Nhắc nhiệm vụ đến hạn, quá hạn',
  schedule: { days: 'working', at: '07:30' },
  windowMs: 10 * 60 * 60 * 1000,
  async run(run, deps) {
    let posted = 0;
    for (const group of await deps.stores.groups.active()) {
      const warnings = await warningsFor(group, run, deps);
      if (warnings.length > 0 && (await tell(group, warnings, run, deps))) posted += 1;
    }
    return counted(posted);
  },
} as const satisfies Job;

async function warningsFor(
  { unitId }: Group,
  { today }: JobRun,
  { stores, calendar }: JobDeps,
): Promise<readonly Warning[]> {
  const { from, to } = stageReach(today);
  const due = await stores.tasks.due(unitScope(unitId), unitId, from, to);
  const warnings: Warning[] = [];
  for (const { task, occurrence } of due) {
    if (occurrence.dueOn === null) continue;
    const document = await stores.documents.find(task.place.documentId);
    const issuedOn = document?.issuedOn ?? null;
    if (!warns({ planYear: task.planYear, issuedOn, dueOn: occurrence.dueOn, today })) continue;
    const stage = stageOn({ dueOn: occurrence.dueOn, today, calendar });
    if (stage !== null) warnings.push({ task, occurrence, stage });
  }
  return warnings.toSorted((a, b) =>
    inTurn((a.occurrence.dueOn ?? '').localeCompare(b.occurrence.dueOn ?? ''), a.task.number - b.task.number),
  );
}

async function tell(
  group: Group,
  warnings: readonly Warning[],
  run: JobRun,
  { stores, posting }: JobDeps,
): Promise<boolean> {
  const unit = await stores.units.find(group.unitId);
  return post(
    stores,
    {
      dedupeKey: `deadlines:${group.chatId}:${run.today}`,
      chatId: group.chatId,
      threadId: group.threadId,
      about: warnings.map(({ task, occurrence }) => ({ taskId: task.id, occurrenceId: occurrence.id })),
      reply: warningReply(unit === null ? group.title : fullName(unit), group, warnings, run),
      buttonsExpireAt: run.at + BUTTON_LIFE_MS,
    },
    posting,
  );
}

function warningReply(unitName: string, { unitId }: Group, warnings: readonly Warning[], run: JobRun): Reply {
  return {
    lines: [
      headLine('⏰', 'Nhiệm vụ đến hạn', unitName, run.today),
      ...lateLines(run),
      ...warnings.flatMap((warning) => taskLines(warning, run.today)),
      [],
      [{ italic: 'Báo kết quả: trả lời tin này “xong rồi”, hoặc ghi “NV-… đã xong”.' }],
    ],
    buttons: [
      [
        {
          text: 'Xem nhiệm vụ',
          allowed: null,
          action: { kind: 'ask', command: 'nhiemvu', argument: '', unitId, year: null },
        },
      ],
    ],
  };
}

function taskLines({ task, occurrence, stage }: Warning, today: LocalDate): readonly Line[] {
  const { label, dueOn } = occurrence;
  const which = label === null ? '' : ` (${label})`;
  return [
    [],
    [
      `${stage.days > 0 ? '🔴' : '🟡'} `,
      { bold: `${taskCode(task.number)}${which}` },
      ` ${shorten(task.title, 300)}`,
    ],
    [
      `Hạn ${dueOn === null ? '' : displayDate(dueOn)} · `,
      { bold: stageText(stage, dueOn, today) },
      ` · ${stateText(occurrence)}`,
    ],
    ...(task.lead === null ? [] : [[`Chủ trì: ${task.lead}`]]),
    ...(task.product === null ? [] : [[`Sản phẩm: ${shorten(task.product, 200)}`]]),
  ];
}

/** The days that really remain; a stage that moved off a holiday says so instead of a name that would not fit. */
function stageText(stage: Stage, dueOn: LocalDate | null, today: LocalDate): string {
  const late = dueOn === null ? stage.days : daysBetween(dueOn, today);
  const name = late === stage.days ? stage.label : late < 0 ? 'báo sớm vì ngày nghỉ' : 'báo sau ngày nghỉ';
  if (late === 0) return `đến hạn hôm nay (${name})`;
  return late < 0 ? `còn ${-late} ngày (${name})` : `quá hạn ${late} ngày (${name})`;
}
