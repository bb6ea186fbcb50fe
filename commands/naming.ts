import type { UnitId } from '../domain/ids.ts';
import type { Reply } from '../domain/message.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { fullName, type Unit } from '../domain/unit.ts';
import type { CommandDeps, CommandRequest } from './command.ts';

export type NamedUnit = { readonly unit: Unit; readonly note: string | null };

type Naming = {
  readonly command: string;
  readonly unitText: string;
  readonly year?: number | null;
  readonly holds: (id: UnitId) => Promise<boolean>;
};

/**
 * The unit that a question is about: the button's, the named one, or the group's own.
 * The refusal is the reply to give: buttons for a shared name, a way on for an unknown one.
 */
export async function nameUnit(
  request: CommandRequest,
  { stores, directory }: CommandDeps,
  { command, unitText, year = null, holds }: Naming,
): Promise<Result<NamedUnit, Reply>> {
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
  const parents = new Map<UnitId, string>();
  for (const { id } of found.candidates) parents.set(id, await placeOf(stores.units.lineage, id));
  return refuse(chooseUnit(unitText, command, year, found.candidates, parents));
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
  return above
    .filter(({ level }) => level !== 'ministry')
    .map(fullName)
    .join(', ');
}

const whichUnit = (command: string): Reply => ({
  lines: [
    ['Nhóm này chưa gắn với đơn vị nào. Ghi tên đơn vị sau lệnh, ví dụ: ', { code: `/${command} Bằng Mạc` }],
  ],
  buttons: [],
});

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const unknownUnit = (text: string, command: string): Reply => ({
  lines: [
    ['Không tìm thấy đơn vị “', shown(text), '”.'],
    ['Kiểm tra lại tên, hoặc ghi kèm cấp trên, ví dụ: ', { code: `/${command} Tân Lập, Bắc Sơn` }],
  ],
  buttons: [],
});

function chooseUnit(
  text: string,
  command: string,
  year: number | null,
  candidates: readonly Unit[],
  places: ReadonlyMap<UnitId, string>,
): Reply {
  return {
    lines: [['“', shown(text), '” có thể là một trong các đơn vị sau. Chọn đơn vị cần xem:']],
    buttons: candidates.map((unit) => {
      const place = places.get(unit.id) ?? '';
      const label = place === '' ? fullName(unit) : `${fullName(unit)}, ${place}`;
      return [
        {
          text: label.charAt(0).toUpperCase() + label.slice(1),
          allowed: null,
          action: { kind: 'ask', command, argument: '', unitId: unit.id, year },
        },
      ];
    }),
  };
}
