import { fold } from '../domain/fold.ts';
import { unitId } from '../domain/ids.ts';
import type { Line, Reply } from '../domain/message.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import {
  capitalised,
  fullName,
  type SplitName,
  splitLevelWord,
  type Unit,
  type UnitLevel,
} from '../domain/unit.ts';
import type { UnitChoice } from '../domain/unit-directory.ts';
import { type Command, type CommandDeps, replied, SILENCE } from './command.ts';
import { echoed, placedNameOf } from './naming.ts';

const EXAMPLE = '/themdonvi Xã Hòa Bình; thuộc: huyện Bắc Sơn, tỉnh Lạng Sơn';
const LONGEST_NAME = 80;
const NAME = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N} '’-]+$/u;

export const themdonvi = {
  name: 'themdonvi',
  summary: 'Thêm một đơn vị vào danh mục',
  usage: [EXAMPLE],
  audience: 'administrators',
  async handle(request, deps) {
    if (request.asker?.isAdmin !== true) return SILENCE;
    const [nameText = '', parentText = ''] = request.argument.normalize('NFC').split(/;\s*thu[oộ]c\s*:?/iu);
    const named = splitLevelWord(nameText);
    const parentName = parentText.trim();
    if (named.kind === null || named.name === '' || parentName === '') return replied(howTo());
    if ([...named.name].length > LONGEST_NAME || !NAME.test(named.name)) return replied(badName(named.name));
    const parent = await nameParent(parentName, named, deps);
    if (!parent.ok) return replied(parent.refusal);

    const above = parent.value;
    const unit: Unit = {
      kind: named.kind,
      name: named.name,
      level: named.level ?? (above.level === 'ministry' ? 'province' : 'district'),
      id: unitId(`${above.id}/${fold(`${named.kind} ${named.name}`).replaceAll(' ', '-')}`),
      parentId: above.id,
      aliases: [],
      validFrom: deps.today,
      validTo: null,
    };
    const { units } = deps.stores;
    const placedAbove = await placedNameOf(units.lineage, above);
    if (DEPTHS[unit.level] <= DEPTHS[above.level]) return replied(notBelow(unit, placedAbove));
    if (await isHeld(unit, deps)) {
      return replied(sentence(`Danh mục đã có ${fullName(unit)} thuộc ${placedAbove}.`));
    }
    await units.save([unit], []);
    return replied(
      sentence(
        `✅ Đã thêm ${fullName(unit)} thuộc ${placedAbove}. Gắn nhóm bằng /dangky trong nhóm của đơn vị.`,
      ),
    );
  },
} as const satisfies Command;

const DEPTHS: Readonly<Record<UnitLevel, number>> = { ministry: 0, province: 1, district: 2, commune: 3 };

/** One of that name and level word, accents aside, directly below the same parent. */
async function isHeld(unit: Unit, { stores }: CommandDeps): Promise<boolean> {
  const key = (of: Unit) => fold(`${of.kind} ${of.name}`);
  const held = await stores.units.list();
  return held.some(
    (other) => other.id === unit.id || (other.parentId === unit.parentId && key(other) === key(unit)),
  );
}

/** Buttons cannot finish a sentence: of several possible parents the lines to write are shown. */
async function nameParent(
  text: string,
  named: SplitName,
  { stores, directory }: CommandDeps,
): Promise<Result<Unit, Reply>> {
  const found = await directory.resolve(stores.units, text.replace(/\(đến [^)]*\)$/iu, ''), {
    within: null,
    holds: async () => false,
  });
  if (found.kind === 'found') return accept(found.unit);
  if (found.kind === 'unknown') return refuse(unknownParent(text));
  const written = found.choices.find(({ label }) => fold(label) === fold(text));
  return written === undefined ? refuse(whichParent(text, named, found.choices)) : accept(written.unit);
}

const howTo = (): Reply => ({
  lines: [['Ghi cấp và tên đơn vị, rồi đơn vị cấp trên, ví dụ: ', { code: EXAMPLE }]],
  buttons: [],
});

const badName = (name: string): Reply => ({
  lines: [
    [
      `Tên “${echoed(name)}” không hợp lệ: chỉ gồm chữ, số, dấu cách, gạch nối, dấu nháy và không quá ${LONGEST_NAME} ký tự.`,
    ],
    ['Ví dụ: ', { code: EXAMPLE }],
  ],
  buttons: [],
});

const notBelow = (unit: Unit, placedAbove: string): Reply =>
  sentence(
    `${capitalised(fullName(unit))} không thể thuộc ${placedAbove}: cấp trên phải cao hơn cấp của đơn vị được thêm. Ghi đơn vị cấp cao hơn sau “thuộc:”.`,
  );

const unknownParent = (text: string): Reply => ({
  lines: [
    [`Không tìm thấy đơn vị cấp trên “${echoed(text)}”.`],
    [
      'Kiểm tra lại tên sau “thuộc:”; nếu đơn vị cấp trên chưa có trong danh mục thì thêm đơn vị đó trước. Ví dụ: ',
      { code: EXAMPLE },
    ],
  ],
  buttons: [],
});

/** Only units of a higher level can be the parent; a "thành phố" may be a district's. */
const canBeAbove = (unit: Unit, { level }: SplitName) => DEPTHS[unit.level] < DEPTHS[level ?? 'district'];

const whichParent = (text: string, named: SplitName, choices: readonly UnitChoice[]): Reply => {
  const possible = choices.filter(({ unit }) => canBeAbove(unit, named));
  return possible.length === 0 ? unknownParent(text) : parentLines(text, named, possible);
};

const parentLines = (text: string, { kind, name }: SplitName, choices: readonly UnitChoice[]): Reply => ({
  lines: [
    [`Đơn vị cấp trên “${echoed(text)}” có thể là:`],
    ...choices.map(({ label }): Line => [`• ${label}`]),
    [
      'Ghi lại lệnh với nguyên một dòng trên sau “thuộc:”, ví dụ: ',
      { code: `/themdonvi ${kind} ${name}; thuộc: ${choices[0]?.label ?? ''}` },
    ],
  ],
  buttons: [],
});

const sentence = (text: string): Reply => ({ lines: [[text]], buttons: [] });
