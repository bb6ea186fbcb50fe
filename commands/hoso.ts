import { displayDate } from '../domain/clock.ts';
import { type DossierSummary, summariseDossiers } from '../domain/dossier.ts';
import type { Line, Reply } from '../domain/message.ts';
import { fullName, type Unit } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import { mayRead, nameUnit, outOfScope } from './naming.ts';
import { noteLines } from './scorecard.ts';

export const hoso = {
  name: 'hoso',
  summary: 'Tình hình giải quyết hồ sơ TTHC',
  usage: ['/hoso – của đơn vị trong nhóm này', '/hoso Bắc Sơn'],
  audience: 'bound',
  async handle(request, deps) {
    const { dossiers } = deps.stores;
    const named = await nameUnit(request, deps, {
      command: 'hoso',
      unitText: request.argument.trim(),
      holds: async (id) => (await dossiers.list(request.scope, id)).length > 0,
    });
    if (!named.ok) return replied(named.refusal);
    const { unit, note } = named.value;
    if (!(await mayRead(request, deps, unit))) return replied(outOfScope('hồ sơ', unit, note));
    const list = await dossiers.list(request.scope, unit.id);
    if (list.length === 0) return replied(noDossiers(unit, note));
    const summary = summariseDossiers(list, deps.today);
    const isSample = list.some((dossier) => dossier.isSample);
    return replied(dossierReply(unit, note, summary, { today: deps.today, isSample }));
  },
} as const satisfies Command;

const noDossiers = (unit: Unit, note: string | null): Reply => ({
  lines: [
    [`Chưa có dữ liệu hồ sơ của ${fullName(unit)}.`],
    ...noteLines(note),
    ['Dữ liệu hồ sơ do đơn vị nạp từ hệ thống một cửa.'],
  ],
  buttons: [],
});

function dossierReply(
  unit: Unit,
  note: string | null,
  { total, buckets, fields }: DossierSummary,
  { today, isSample }: { readonly today: string; readonly isSample: boolean },
): Reply {
  const finished = buckets.early + buckets.onTime + buckets.late;
  const running = buckets.inTime + buckets.dueToday + buckets.overdue;
  const overdueFields = fields.filter(({ overdue }) => overdue > 0).toSorted((a, b) => b.overdue - a.overdue);
  return {
    lines: [
      [{ bold: `🗃 Hồ sơ TTHC – ${fullName(unit)}` }],
      [
        `Đến ngày ${displayDate(today)} · ${total} hồ sơ${isSample ? ' · ' : ''}`,
        ...(isSample ? [{ italic: 'dữ liệu mẫu' }] : []),
      ],
      ...noteLines(note),
      [],
      [
        'Đang giải quyết: ',
        { bold: String(running) },
        ` (trong hạn ${buckets.inTime}, hẹn trả hôm nay ${buckets.dueToday}, `,
        { bold: `quá hạn ${buckets.overdue}` },
        ')',
      ],
      [
        'Đã giải quyết: ',
        { bold: String(finished) },
        ` (trước hạn ${buckets.early}, đúng hạn ${buckets.onTime}, trễ hạn ${buckets.late})`,
      ],
      [
        `Tạm dừng: ${buckets.paused} · Rút hồ sơ: ${buckets.withdrawn} · Không ghi ngày hẹn trả: ${buckets.noDueDate}`,
      ],
      ...(overdueFields.length === 0 ? [] : [[], [{ bold: 'Quá hạn theo lĩnh vực:' }]]),
      ...overdueFields.map(({ field, overdue }): Line => [`• ${field}: `, { bold: String(overdue) }]),
    ],
    buttons: [],
  };
}
