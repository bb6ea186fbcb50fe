import { displayDate } from '../domain/clock.ts';
import type { Criterion, Evaluation, Scorecard } from '../domain/evaluation.ts';
import { fold } from '../domain/fold.ts';
import type { Button, Line, Reply } from '../domain/message.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { capitalised, fullName } from '../domain/unit.ts';
import type { CommandDeps, CommandRequest } from './command.ts';
import { mayRead, type NamedUnit, nameUnit, placedNameOf, placeOf } from './naming.ts';
import { readQuestion, type YearRefusal } from './question.ts';

export type AskedScorecard = NamedUnit &
  Scorecard & {
    readonly place: string;
    /** The group may read the unit's tasks. */
    readonly readsTasks: boolean;
  };

/** Reads "[đơn vị] [năm]" and finds the scorecard asked for; the refusal is the reply to give instead. */
export async function askedScorecard(
  command: string,
  request: CommandRequest,
  deps: CommandDeps,
): Promise<Result<AskedScorecard, Reply>> {
  const { evaluations, units } = deps.stores;
  const question = readQuestion(request.argument);
  if (!question.ok) return refuse(yearReply(question.refusal, command));
  const { unitText, doubtful } = question.value;
  if (doubtful !== null && !(await endsSoName(unitText, doubtful, deps))) {
    return refuse(yearReply({ kind: 'bad-year', text: doubtful }, command));
  }
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
  const readsTasks = await mayRead(request, deps, unit);
  if (scorecard !== null) {
    const place = await placeOf(units.lineage, unit.id);
    return accept({ unit, note, place, readsTasks, ...scorecard });
  }
  const years = await evaluations.years(request.scope, unit.id);
  if (years.length > 0) return refuse(withoutYear(named.value, year, years, command));
  return refuse(withoutScores(await placedNameOf(units.lineage, unit), named.value, readsTasks));
}

/** Whether the last number belongs to a name: some unit is called so ("Tân Lập 2"). */
async function endsSoName(
  unitText: string,
  number: string,
  { stores, directory }: CommandDeps,
): Promise<boolean> {
  const found = await directory.resolve(stores.units, unitText, {
    within: null,
    holds: async () => false,
  });
  if (found.kind === 'unknown') return false;
  const names =
    found.kind === 'found'
      ? [found.unit.name, found.note ?? '']
      : found.choices.flatMap(({ unit, label }) => [unit.name, label]);
  const words = names.flatMap((name) => fold(name.replace(UNTIL, '')).split(' '));
  return words.includes(String(Number(number)));
}

/** "(đến 30/6/2025)": no number of a name. */
const UNTIL = /\(đến [^)]*\)/gu;

const yearReply = (refusal: YearRefusal, command: string): Reply => {
  const example = { code: `/${command} Bằng Mạc 2023` };
  const line: Line =
    refusal.kind === 'several-years'
      ? ['Mỗi lần chỉ hỏi được một năm. Ghi một năm sau tên đơn vị, ví dụ: ', example]
      : ['Năm ', { bold: refusal.text }, ' không hợp lệ. Ghi năm có bốn chữ số, ví dụ: ', example];
  return { lines: [line], buttons: [] };
};

function withoutYear(
  { unit, note }: NamedUnit,
  year: number | null,
  years: readonly number[],
  command: string,
): Reply {
  return {
    lines: [
      ['Chưa có kết quả năm ', { bold: String(year) }, ' của ', fullName(unit), '.'],
      ...noteLines(note),
      ['Các năm đang có: ', years.join(', '), '. Chọn năm cần xem:'],
    ],
    buttons: [years.slice(0, 4).map((held) => askButton(`Năm ${held}`, command, unit.id, held))],
  };
}

function withoutScores(placed: string, { unit, note }: NamedUnit, readsTasks: boolean): Reply {
  return {
    lines: [
      [{ bold: capitalised(placed) }, ': chưa có điểm chỉ số CCHC trong dữ liệu.'],
      ...noteLines(note),
      ...(readsTasks ? [['Có thể xem nhiệm vụ và chỉ tiêu theo dõi của đơn vị:']] : []),
    ],
    buttons: readsTasks
      ? [[askButton('Nhiệm vụ', 'nhiemvu', unit.id, null), askButton('Chỉ tiêu', 'chitieu', unit.id, null)]]
      : [],
  };
}

/** [Nhiệm vụ], where this group may read that unit's tasks. */
export const taskButtons = ({ unit, readsTasks }: AskedScorecard): readonly Button[] =>
  readsTasks ? [askButton('Nhiệm vụ', 'nhiemvu', unit.id, null)] : [];

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
