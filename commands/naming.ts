import type { UnitId } from '../domain/ids.ts';
import type { Reply } from '../domain/message.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { fullName, placedName, placeText, type Unit } from '../domain/unit.ts';
import type { Resolution } from '../domain/unit-directory.ts';
import type { CommandDeps, CommandRequest } from './command.ts';

export type NamedUnit = { readonly unit: Unit; readonly note: string | null };

type Naming = {
  readonly command: string;
  readonly unitText: string;
  readonly year?: number | null;
  readonly holds: (id: UnitId) => Promise<boolean>;
  /** What the unit is chosen for, as the buttons' sentence ends. */
  readonly purpose?: 'xem' | 'gắn';
};

/**
 * The unit that a question is about: the button's, the named one, or the group's own.
 * The refusal is the reply to give: buttons for a shared name, a way on for an unknown one.
 */
export async function nameUnit(
  request: CommandRequest,
  { stores, directory }: CommandDeps,
  naming: Naming,
): Promise<Result<NamedUnit, Reply>> {
  const { command, unitText, holds } = naming;
  if (request.unitId !== null) return byId(stores.units.find, request.unitId);
  if (unitText === '') {
    return request.group === null
      ? refuse(whichUnit(command))
      : byId(stores.units.find, request.group.unitId);
  }
  const found = await directory.resolve(stores.units, unitText, {
    within: request.group?.unitId ?? null,
    holds,
  });
  if (found.kind === 'found') return accept({ unit: found.unit, note: found.note });
  if (found.kind === 'unknown') return refuse(unknownUnit(unitText, command));
  return refuse(chooseUnit(naming, found));
}

async function byId(
  find: (id: UnitId) => Promise<Unit | null>,
  id: UnitId,
): Promise<Result<NamedUnit, Reply>> {
  const unit = await find(id);
  if (unit !== null) return accept({ unit, note: null });
  return refuse({
    lines: [['Đơn vị này không còn trong danh mục. Gửi lại câu hỏi với tên đơn vị.']],
    buttons: [],
  });
}

/** Whether tasks, dossiers and indicators of the unit may be shown to the one who asks. */
export async function mayRead(
  { scope }: CommandRequest,
  { stores }: CommandDeps,
  unit: Unit,
): Promise<boolean> {
  if (scope.kind === 'everything') return true;
  return scope.kind === 'unit' && (await stores.units.isWithin(unit.id, scope.unitId));
}

/** `what` stands within the sentence: "nhiệm vụ"; `note` is the named unit's. */
export const outOfScope = (what: string, unit: Unit, note: string | null = null): Reply => ({
  lines: [
    [`Nhóm này không xem được ${what} của ${fullName(unit)}. Điểm đã công bố của đơn vị vẫn xem được.`],
    ...(note === null ? [] : [[{ italic: note }]]),
  ],
  buttons: [
    [
      {
        text: 'Điểm',
        allowed: null,
        action: { kind: 'ask', command: 'diem', argument: '', unitId: unit.id, year: null },
      },
    ],
  ],
});

/** "huyện Chi Lăng, tỉnh Lạng Sơn": where a unit lies, without itself and without the ministry. */
export async function placeOf(
  lineage: (id: UnitId) => Promise<readonly Unit[]>,
  id: UnitId,
): Promise<string> {
  const [, ...above] = await lineage(id);
  return placeText(above);
}

/** The unit with its place, and the day it ended. */
export async function placedNameOf(
  lineage: (id: UnitId) => Promise<readonly Unit[]>,
  unit: Unit,
): Promise<string> {
  const [, ...above] = await lineage(unit.id);
  return placedName(unit, above);
}

const whichUnit = (command: string): Reply => ({
  lines: [['Ghi tên đơn vị sau lệnh, ví dụ: ', { code: `/${command} Bằng Mạc` }]],
  buttons: [],
});

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
/** UTF-16 units read of a text for each grapheme shown: the longest emoji takes fewer. */
const UNITS_READ = 40;

/** What somebody wrote, cut between graphemes. */
export function echoed(text: string, most = 60): string {
  const read = text.slice(0, most * UNITS_READ);
  const signs = [...graphemes.segment(read)].map(({ segment }) => segment);
  if (signs.length <= most && read.length === text.length) return text;
  // The last one read may itself be cut.
  return `${signs.slice(0, Math.min(most, signs.length - 1)).join('')}…`;
}

const unknownUnit = (text: string, command: string): Reply => ({
  lines: [
    ['Không tìm thấy đơn vị “', echoed(text), '”.'],
    ['Kiểm tra lại tên, hoặc ghi kèm cấp trên, ví dụ: ', { code: `/${command} Tân Lập, Bắc Sơn` }],
  ],
  buttons: [],
});

function chooseUnit(
  { unitText, command, year = null, purpose = 'xem' }: Naming,
  { choices, more }: Extract<Resolution, { kind: 'ambiguous' }>,
): Reply {
  const others =
    more === 0
      ? ''
      : ` Còn ${more} đơn vị khác có tên này hoặc có tên cũ như vậy; ghi kèm cấp trên để chọn đúng.`;
  return {
    lines: [
      [`“${echoed(unitText)}” có thể là một trong các đơn vị sau.${others} Chọn đơn vị cần ${purpose}:`],
    ],
    buttons: choices.map(({ unit, label }) => [
      {
        text: label,
        allowed: null,
        action: { kind: 'ask', command, argument: '', unitId: unit.id, year },
      },
    ]),
  };
}
