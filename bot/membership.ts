import type { ChatMemberUpdated, UserFromGetMe } from '@telegraf/types';
import { type Clock, localDateOf } from '../domain/clock.ts';
import { type ChatId, chatId } from '../domain/ids.ts';
import type { Line } from '../domain/message.ts';
import { post } from '../domain/posting.ts';
import type { Storage, Stores } from '../domain/storage.ts';

/** Where the bot stands in a group, as Telegram tells. */
export type Standing = {
  /** creator, administrator, member, restricted, left or kicked. */
  readonly status: string;
  readonly canSend: boolean;
};

export type MembershipDeps = {
  readonly me: UserFromGetMe;
  readonly storage: Storage;
  readonly adminIds: readonly number[];
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly newId: () => string;
  /** Null when Telegram did not tell. */
  readonly standingIn: (chat: ChatId) => Promise<Standing | null>;
  /** Says it at once, at most once: a group that is not bound, or paused, is not served by the outbox. */
  readonly greet: (chat: ChatId, lines: readonly Line[]) => Promise<void>;
  readonly wakeOutbox: () => void;
};

/** The bot's own place in groups: joining, leaving, and whether it can hear plain messages there. */
export type Membership = {
  /** Looks at privacy mode and rights, and says in the group what to change; silent when all is well. */
  readonly checkRights: (chat: ChatId) => Promise<void>;
  /** The bot was added, removed or given other rights. */
  readonly changed: (
    update: ChatMemberUpdated,
    stores: Stores,
    afterCommit: (() => Promise<void>)[],
  ) => Promise<void>;
};

export function createMembership(deps: MembershipDeps): Membership {
  const { me, storage, clock, wakeOutbox } = deps;

  async function checkRights(chat: ChatId): Promise<void> {
    const standing = await deps.standingIn(chat);
    if (standing === null || standing.status === 'left' || standing.status === 'kicked') return;
    const hearsAll =
      me.can_read_all_group_messages || standing.status === 'administrator' || standing.status === 'creator';
    if (hearsAll && standing.canSend) return;
    const day = localDateOf(clock());
    await storage.transaction(async (stores) => {
      if (standing.canSend) return say(stores, chat, `rights:${chat}:${day}`, CANNOT_HEAR);
      // Where it may not write, only the administrators can be told.
      const group = await stores.groups.find(chat);
      for (const admin of deps.adminIds) {
        await say(
          stores,
          chatId(admin),
          `rights:${chat}:${day}:${admin}`,
          cannotSend(group?.title ?? String(chat)),
        );
      }
    });
    wakeOutbox();
  }

  async function say(stores: Stores, chat: ChatId, dedupeKey: string, lines: readonly Line[]): Promise<void> {
    const group = await stores.groups.find(chat);
    await post(
      stores,
      {
        dedupeKey,
        chatId: chat,
        threadId: group?.threadId ?? null,
        reply: { lines, buttons: [] },
        buttonsExpireAt: clock(),
      },
      { realNow: deps.realClock(), newId: deps.newId },
    );
  }

  async function removed(update: ChatMemberUpdated, stores: Stores): Promise<void> {
    const chat = chatId(update.chat.id);
    const group = await stores.groups.find(chat);
    if (group === null || isGone(group.pauseReason)) return;
    await stores.groups.pause(chat, update.new_chat_member.status);
    const unit = await stores.units.find(group.unitId);
    const name = unit === null ? group.title : `${group.title} (${unit.kind} ${unit.name})`;
    for (const admin of deps.adminIds) {
      await say(stores, chatId(admin), `removed:${chat}:${update.date}:${admin}`, [
        [`Bot đã bị đưa ra khỏi nhóm “${name}”. Cảnh báo cho nhóm này tạm dừng.`],
        ['Muốn dùng lại: thêm bot vào nhóm rồi ghi ', { code: '/dangky <tên đơn vị>' }, ' trong nhóm.'],
      ]);
    }
  }

  async function joined(
    update: ChatMemberUpdated,
    stores: Stores,
    afterCommit: (() => Promise<void>)[],
  ): Promise<void> {
    const chat = chatId(update.chat.id);
    const group = await stores.groups.find(chat);
    const greeting: Line =
      group === null
        ? [
            'Nhóm này chưa gắn với đơn vị nào. Quản trị bot ghi ',
            { code: '/dangky <tên đơn vị>' },
            ' để bắt đầu.',
          ]
        : [
            'Bot đã được thêm lại. Quản trị bot ghi ',
            { code: '/dangky <tên đơn vị>' },
            ' để mở lại cảnh báo cho nhóm.',
          ];
    afterCommit.push(() => deps.greet(chat, [greeting]));
  }

  return {
    checkRights,
    async changed(update, stores, afterCommit) {
      if (update.chat.type === 'private' || update.chat.type === 'channel') return;
      const was = isIn(update.old_chat_member.status);
      const is = isIn(update.new_chat_member.status);
      if (was || is) afterCommit.push(async () => wakeOutbox());
      if (was && !is) return removed(update, stores);
      if (!is) return;
      if (!was) await joined(update, stores, afterCommit);
      afterCommit.push(() => checkRights(chatId(update.chat.id)));
    },
  };
}

/** The administrators have heard already that the bot is out; a refused send alone does not tell them. */
const isGone = (pauseReason: string | null) => pauseReason === 'kicked' || pauseReason === 'left';

const isIn = (status: string) => status !== 'left' && status !== 'kicked';

const CANNOT_HEAR: readonly Line[] = [
  [{ bold: 'Bot chưa đọc được tin thường trong nhóm này' }, ', nên “Đã hoàn thành NV-12” sẽ không được ghi.'],
  [
    'Cách sửa: đặt bot làm quản trị viên của nhóm (không cần quyền nào khác), hoặc tắt chế độ riêng tư ở @BotFather rồi thêm lại bot.',
  ],
  ['Trong lúc chờ, các lệnh như ', { code: '/xong NV-12' }, ' vẫn dùng được.'],
];

const cannotSend = (title: string): readonly Line[] => [
  [`Bot bị hạn chế gửi tin trong nhóm “${title}”. Quản trị viên nhóm cần mở quyền gửi tin cho bot.`],
];
