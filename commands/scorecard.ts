import { displayDate } from '../domain/clock.ts';
import type { Criterion, Evaluation, Scorecard } from '../domain/evaluation.ts';
import type { Button, Line, Reply } from '../domain/message.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { fullName } from '../domain/unit.ts';
import type { CommandDeps, CommandRequest } from './command.ts';
import { type NamedUnit, nameUnit, placeOf } from './naming.ts';
import { readQuestion } from './question.ts';

export type AskedScorecard = NamedUnit & Scorecard & { readonly place: string };

/** Reads "[đơn vị] [năm]" and finds the scorecard asked for; the refusal is the reply to give instead. */
export async function askedScorecard(
  command: string,
  request: CommandRequest,
  deps: CommandDeps,
): Promise<Result<AskedScorecard, Reply>> {
  const { evaluations, units } = deps.stores;
  const question = readQuestion(request.argument);
  if (!question.ok) return refuse(badYear(question.refusal.text, command));
  const { unitText } = question.value;
  const year = request.year ?? question.value.year;

  const named = await nameUnit(request, deps, {
    command,
    unitText,
    year,
    holds: async (id) => (await evaluations.years(request.scope, id)).length > 0,
  });
  if (!named.ok) return named;
  const { unit, note } = named.value;
  const scorecard = await evaluations.find(request.scope, unit.id, year ?? undefined);
  if (scorecard !== null)
    return accept({ unit, note, place: await placeOf(units.lineage, unit.id), ...scorecard });

  const years = await evaluations.years(request.scope, unit.id);
  return refuse(
    years.length === 0 ? withoutScores(named.value) : withoutYear(named.value, year, years, command),
  );
}

const badYear = (text: string, command: string): Reply => ({
  lines: [
    [
      'Năm ',
      { bold: text },
      ' không hợp lệ. Ghi năm có bốn chữ số, ví dụ: ',
      { code: `/${command} Bằng Mạc 2023` },
    ],
  ],
  buttons: [],
});

function withoutYear(
  { unit }: NamedUnit,
  year: number | null,
  years: readonly number[],
  command: string,
): Reply {
  return {
    lines: [
      ['Chưa có kết quả năm ', { bold: String(year) }, ' của ', fullName(unit), '.'],
      ['Các năm đang có: ', years.join(', '), '. Chọn năm cần xem:'],
    ],
    buttons: [years.slice(0, 4).map((held) => askButton(`Năm ${held}`, command, unit.id, held))],
  };
}

function withoutScores({ unit, note }: NamedUnit): Reply {
  return {
    lines: [
      [{ bold: capitalised(fullName(unit)) }, ': chưa có điểm chỉ số CCHC trong dữ liệu.'],
      ...(note === null ? [] : [[note]]),
      ['Có thể xem nhiệm vụ và chỉ tiêu theo dõi của đơn vị:'],
    ],
    buttons: [
      [askButton('Nhiệm vụ', 'nhiemvu', unit.id, null), askButton('Chỉ tiêu', 'chitieu', unit.id, null)],
    ],
  };
}

export const askButton = (
  text: string,
  command: string,
  unitId: NamedUnit['unit']['id'],
  year: number | null,
): Button => ({
  text,
  allowed: null,
  action: { kind: 'ask', command, argument: '', unitId, year },
});

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "QĐ số 202/QĐ-UBND ngày 15/01/2024 của UBND huyện Chi Lăng" */
export function decisionText({ decision }: Evaluation): string | null {
  if (decision === null) return null;
  return `Quyết định số ${decision.number} ngày ${displayDate(decision.issuedOn)} của ${decision.issuer}`;
}

/** "1.5 Đổi mới sáng tạo"; rows without a code are named by their title alone. */
export const criterionName = ({ code, title, rank }: Criterion): string =>
  rank === 'section' ? title : `${code} ${title}`;

export const noteLines = (note: string | null): readonly Line[] =>
  note === null ? [] : [[{ italic: note }]];
