import { daysBetween, displayDate } from '../domain/clock.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Group } from '../domain/group.ts';
import type { Line, Reply } from '../domain/message.ts';
import { inTurn } from '../domain/order.ts';
import { post } from '../domain/posting.ts';
import { unitScope } from '../domain/scope.ts';
import { fullName } from '../domain/unit.ts';
import type { Job, JobDeps, JobRun } from './job.ts';
import { BUTTON_LIFE_MS, counted, headLine, lateLines } from './wording.ts';

const RULE = 'overdue-dossiers';
const SHOWN_FIELDS = 6;
const SHOWN_OLDEST = 3;

/** Each group's morning digest of its unit's overdue dossiers: how many, new and cleared since the last, oldest, by field. */
export const overdueDossiers = {
  name: RULE,
  summary: 'Hồ sơ quá hạn',
  schedule: { days: 'working', at: '07:30' },
  windowMs: 10 * 60 * 60 * 1000,
  async run(run, deps) {
    let posted = 0;
    for (const group of await deps.stores.groups.active()) {
      if (await tell(group, run, deps)) posted += 1;
    }
    return counted(posted);
  },
} as const satisfies Job;

async function tell(group: Group, run: JobRun, { stores, posting }: JobDeps): Promise<boolean> {
  const overdue = await stores.dossiers.overdue(unitScope(group.unitId), group.unitId, run.today);
  const told = new Set((await stores.told.list(group.chatId, RULE)).map(({ object }) => object));
  if (overdue.length === 0 && told.size === 0) return false;

  const unit = await stores.units.find(group.unitId);
  const codes = new Set(overdue.map(({ code }) => code));
  const change = {
    isFirst: told.size === 0,
    fresh: overdue.filter(({ code }) => !told.has(code)).length,
    cleared: [...told].filter((code) => !codes.has(code)).length,
  };
  const posted = await post(
    stores,
    {
      dedupeKey: `${RULE}:${group.chatId}:${run.today}`,
      chatId: group.chatId,
      threadId: group.threadId,
      reply: digest(unit === null ? group.title : fullName(unit), group, overdue, change, run),
      buttonsExpireAt: run.at + BUTTON_LIFE_MS,
    },
    posting,
  );
  // Told and posted together: what a digest that was already sent said is not told anew.
  if (posted) await stores.told.replace(group.chatId, RULE, [...codes], run.today);
  return posted;
}

type Change = { readonly isFirst: boolean; readonly fresh: number; readonly cleared: number };

function digest(
  unitName: string,
  { unitId }: Group,
  overdue: readonly Dossier[],
  change: Change,
  run: JobRun,
): Reply {
  const isSample = overdue.some((dossier) => dossier.isSample);
  return {
    lines: [
      headLine('📂', 'Hồ sơ quá hạn', unitName, run.today),
      ...(isSample ? [[{ italic: 'dữ liệu mẫu' }]] : []),
      ...lateLines(run),
      countLine(overdue.length, change),
      ...fieldLines(overdue),
      ...oldestLines(overdue, run.today),
    ],
    buttons: [
      [
        {
          text: 'Tình hình hồ sơ',
          allowed: null,
          action: { kind: 'ask', command: 'hoso', argument: '', unitId, year: null },
        },
      ],
    ],
  };
}

function countLine(count: number, { isFirst, fresh, cleared }: Change): Line {
  if (count === 0) {
    return [
      '✅ Không còn hồ sơ quá hạn; ',
      { bold: `${cleared} hồ sơ` },
      ' của lần báo trước đã ra khỏi danh sách.',
    ];
  }
  if (isFirst) return [{ bold: `${count} hồ sơ` }, ' đang quá hạn.'];
  return [
    { bold: `${count} hồ sơ` },
    ` đang quá hạn · 🆕 mới ${fresh} · ✅ đã ra khỏi danh sách ${cleared} so với lần báo trước.`,
  ];
}

function fieldLines(overdue: readonly Dossier[]): readonly Line[] {
  if (overdue.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { field } of overdue) counts.set(field, (counts.get(field) ?? 0) + 1);
  const fields = [...counts].toSorted((a, b) => inTurn(b[1] - a[1], a[0].localeCompare(b[0], 'vi')));
  const rest = fields.slice(SHOWN_FIELDS).reduce((sum, [, count]) => sum + count, 0);
  return [
    [],
    [{ bold: 'Theo lĩnh vực:' }],
    ...fields.slice(0, SHOWN_FIELDS).map(([field, count]): Line => [`• ${field}: `, { bold: String(count) }]),
    ...(rest > 0 ? [[`• lĩnh vực khác: ${rest}`]] : []),
  ];
}

function oldestLines(overdue: readonly Dossier[], today: string): readonly Line[] {
  if (overdue.length === 0) return [];
  return [
    [],
    [{ bold: 'Quá hạn lâu nhất:' }],
    ...overdue.slice(0, SHOWN_OLDEST).map(({ code, procedure, dueOn, office }): Line => {
      const late =
        dueOn === null ? '' : ` – hẹn trả ${displayDate(dueOn)}, quá ${daysBetween(dueOn, today)} ngày`;
      return ['• ', { code }, ` ${procedure}${late}${office === null ? '' : ` · ${office}`}`];
    }),
  ];
}
