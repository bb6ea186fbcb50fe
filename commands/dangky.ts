import type { Reply } from '../domain/message.ts';
import { post } from '../domain/posting.ts';
import { capitalised, fullName } from '../domain/unit.ts';
import { type Command, type CommandDeps, type CommandRequest, replied, SILENCE } from './command.ts';
import { type NamedUnit, nameUnit, placedNameOf } from './naming.ts';
import { noteLines } from './scorecard.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export const dangky = {
  name: 'dangky',
  summary: 'Gắn nhóm này với một đơn vị',
  usage: ['/dangky Bằng Mạc', '/dangky huyện Bắc Sơn, Lạng Sơn'],
  audience: 'administrators',
  async handle(request, deps) {
    if (request.asker?.isAdmin !== true) return SILENCE;
    if (request.chat.kind === 'private')
      return replied(sentence('Lệnh này ghi trong nhóm cần gắn với đơn vị, không ghi ở đây.'));
    const unitText = request.argument.trim();
    if (unitText === '' && request.unitId === null) {
      return replied(sentence('Ghi tên đơn vị sau lệnh, ví dụ: /dangky Bằng Mạc, Chi Lăng'));
    }
    // Which of two namesakes the group belongs to is never decided by the data held.
    const named = await nameUnit({ ...request, group: null }, deps, {
      command: 'dangky',
      unitText,
      holds: async () => false,
      purpose: 'gắn',
    });
    if (!named.ok) return replied(named.refusal);
    return bind(named.value, request, request.asker.id, deps);
  },
} as const satisfies Command;

async function bind(
  { unit, note }: NamedUnit,
  { chat, group }: CommandRequest,
  boundBy: NonNullable<CommandRequest['asker']>['id'],
  deps: CommandDeps,
) {
  const { stores, now, posting } = deps;
  await stores.groups.bind({
    chatId: chat.id,
    title: chat.title,
    unitId: unit.id,
    position: null,
    state: 'active',
    pauseReason: null,
    threadId: chat.threadId,
    boundBy,
    boundAt: now,
  });
  const before = group === null || group.unitId === unit.id ? null : await stores.units.find(group.unitId);
  const placed = await placedNameOf(stores.units.lineage, unit);
  await post(
    stores,
    {
      dedupeKey: `bound:${chat.id}:${unit.id}:${now}`,
      chatId: chat.id,
      threadId: chat.threadId,
      reply: {
        lines: [
          ['✅ Nhóm này từ nay của ', { bold: placed }, '.'],
          ...noteLines(note),
          ...(before === null ? [] : [[`${capitalised(fullName(before))} không còn gắn với nhóm này.`]]),
          [
            'Gửi ',
            { code: '/trogiup' },
            ' để xem các lệnh; cảnh báo đến hạn và hồ sơ quá hạn sẽ được gửi vào đây.',
          ],
        ],
        buttons: [],
      },
      buttonsExpireAt: now + YEAR_MS,
    },
    posting,
  );
  return { kind: 'bound', chatId: chat.id } as const;
}

const sentence = (text: string): Reply => ({ lines: [[text]], buttons: [] });
