import { displayDate } from '../domain/clock.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Line } from '../domain/message.ts';
import { formatScore } from '../domain/score.ts';
import { fullName } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';
import { mayRead, nameUnit, outOfScope } from './naming.ts';
import { askButton, noteLines } from './scorecard.ts';

export const chitieu = {
  name: 'chitieu',
  summary: 'Chỉ tiêu theo dõi (số hóa, giải ngân, …)',
  usage: ['/chitieu – của đơn vị trong nhóm này', '/chitieu Bắc Sơn'],
  audience: 'bound',
  async handle(request, deps) {
    const { indicators } = deps.stores;
    const named = await nameUnit(request, deps, {
      command: 'chitieu',
      unitText: request.argument.trim(),
      holds: async (id) => (await indicators.list(request.scope, id)).length > 0,
    });
    if (!named.ok) return replied(named.refusal);
    const { unit, note } = named.value;
    if (!(await mayRead(request, deps, unit))) {
      return replied(outOfScope('chỉ tiêu theo dõi', unit, note));
    }
    const held = await indicators.list(request.scope, unit.id);
    const body: readonly Line[] =
      held.length === 0
        ? [['Chưa có chỉ tiêu theo dõi nào của đơn vị trong dữ liệu.']]
        : held.flatMap(indicatorLines);
    return replied({
      lines: [[{ bold: `📈 Chỉ tiêu theo dõi – ${fullName(unit)}` }], ...noteLines(note), ...body],
      buttons: [[askButton('Nhiệm vụ', 'nhiemvu', unit.id, null), askButton('Điểm', 'diem', unit.id, null)]],
    });
  },
} as const satisfies Command;

/** "• 7.5 Số hóa hồ sơ: 12,58 % / chỉ tiêu 60 % (658 hồ sơ; không ghi ngày)" */
function indicatorLines({
  title,
  criterion,
  measure,
  value,
  target,
  numerator,
  denominator,
  asOf,
  asOfText,
  owner,
}: Indicator): readonly Line[] {
  const sign = measure === 'percent' ? '\u00a0%' : '';
  const code = criterion === null ? '' : `${criterion} `;
  const goal = target === null ? '' : ` / chỉ tiêu ${formatScore(target)}${sign}`;
  const parts = [
    counts(numerator, denominator),
    asOfText ?? (asOf === null ? 'không ghi ngày' : `tính đến ${displayDate(asOf)}`),
  ];
  return [
    [`• ${code}${title}: `, { bold: `${formatScore(value)}${sign}` }, goal],
    [`   ${parts.filter((part) => part !== '').join('; ')}${owner === null ? '' : ` · ${owner}`}`],
  ];
}

const grouped = (count: number) => count.toString().replace(/\B(?=(?:\d{3})+$)/gu, '.');

function counts(numerator: number | null, denominator: number | null): string {
  if (numerator === null) return '';
  return denominator === null ? grouped(numerator) : `${grouped(numerator)}/${grouped(denominator)}`;
}
