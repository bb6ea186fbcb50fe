import { fold } from '../domain/fold.ts';
import { unitId } from '../domain/ids.ts';
import type { Reply } from '../domain/message.ts';
import { fullName, splitLevelWord, type Unit } from '../domain/unit.ts';
import { type Command, replied, SILENCE } from './command.ts';
import { nameUnit } from './naming.ts';

const EXAMPLE = '/themdonvi Xã Hòa Bình; thuộc: huyện Bắc Sơn';

export const themdonvi = {
  name: 'themdonvi',
  summary: 'Thêm một đơn vị vào danh mục',
  usage: [EXAMPLE],
  audience: 'administrators',
  async handle(request, deps) {
    if (request.asker?.isAdmin !== true) return SILENCE;
    const [nameText = '', parentText = ''] = request.argument.normalize('NFC').split(/;\s*thu[oộ]c\s*:?/iu);
    const named = splitLevelWord(nameText.trim());
    if (named.kind === null || named.name === '' || parentText.trim() === '') return replied(howTo());
    const parent = await nameUnit({ ...request, unitId: null, group: null }, deps, {
      command: 'themdonvi',
      unitText: parentText.trim(),
      holds: async () => false,
    });
    if (!parent.ok)
      return replied({
        lines: [...parent.refusal.lines, ['Ghi rõ hơn đơn vị cấp trên, ví dụ: ', { code: EXAMPLE }]],
        buttons: [],
      });

    const above = parent.value.unit;
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
    if ((await deps.stores.units.find(unit.id)) !== null) {
      return replied(sentence(`Danh mục đã có ${fullName(unit)} thuộc ${fullName(above)}.`));
    }
    await deps.stores.units.save([unit], []);
    return replied(
      sentence(
        `✅ Đã thêm ${fullName(unit)} thuộc ${fullName(above)}. Gắn nhóm bằng /dangky trong nhóm của đơn vị.`,
      ),
    );
  },
} as const satisfies Command;

const howTo = (): Reply => ({
  lines: [['Ghi cấp và tên đơn vị, rồi đơn vị cấp trên, ví dụ: ', { code: EXAMPLE }]],
  buttons: [],
});

const sentence = (text: string): Reply => ({ lines: [[text]], buttons: [] });
