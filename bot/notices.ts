import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import { type ChatId, chatId } from '../domain/ids.ts';
import type { Line } from '../domain/message.ts';
import type { OutboxMessage } from '../domain/outbox.ts';
import { post } from '../domain/posting.ts';
import type { Stores } from '../domain/storage.ts';

export type NoticeDeps = {
  readonly adminIds: readonly number[];
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly newId: () => string;
};

/** What the bot says of itself: to administrators that a message is lost, to a chat that a message could not be worked on. */
export type Notices = {
  readonly buried: (stores: Stores, message: OutboxMessage, reason: string) => Promise<void>;
  readonly givenUp: (update: unknown, stores: Stores) => Promise<void>;
};

const OWN_NOTICES = ['buried:', 'removed:', 'given-up:'];

const failedUpdate = z.looseObject({
  update_id: z.number(),
  message: z.looseObject({ message_id: z.number(), chat: z.looseObject({ id: z.number() }) }),
});

export function createNotices({ adminIds, clock, realClock, newId }: NoticeDeps): Notices {
  const say = async (
    stores: Stores,
    chat: ChatId,
    dedupeKey: string,
    lines: readonly Line[],
    replyTo: number | null,
  ) => {
    await post(
      stores,
      {
        dedupeKey,
        chatId: chat,
        threadId: null,
        reply: { lines, buttons: [] },
        replyTo,
        buttonsExpireAt: clock(),
      },
      { realNow: realClock(), newId },
    );
  };

  return {
    async buried(stores, message, reason) {
      // A notice about a notice would go on for ever.
      if (OWN_NOTICES.some((own) => message.dedupeKey.startsWith(own))) return;
      const group = await stores.groups.find(message.chatId);
      const where = group === null ? `chat ${message.chatId}` : `nhóm “${group.title}”`;
      for (const admin of adminIds) {
        await say(
          stores,
          chatId(admin),
          `buried:${message.id}:${admin}`,
          [
            [`⚠️ Một tin cho ${where} không gửi được (`, { code: reason }, ').'],
            [
              BURIED_ADVICE[reason] ??
                'Xem /trangthai và nhật ký của bot; nội dung vẫn còn trong cơ sở dữ liệu.',
            ],
          ],
          null,
        );
      }
    },
    async givenUp(update, stores) {
      const failed = failedUpdate.safeParse(update);
      if (!failed.success) return;
      const { update_id, message } = failed.data;
      const chat = chatId(message.chat.id);
      if (message.chat.id < 0 && (await stores.groups.find(chat)) === null) return;
      await say(
        stores,
        chat,
        `given-up:${update_id}`,
        [
          [
            'Chưa xử lý được tin này do lỗi của bot, chưa có gì được ghi. Gửi lại tin, nếu vẫn vậy thì báo quản trị bot.',
          ],
        ],
        message.message_id,
      );
    },
  };
}

const BURIED_ADVICE: Readonly<Record<string, string>> = {
  forbidden:
    'Bot không còn trong nhóm hoặc bị chặn: cảnh báo cho nhóm tạm dừng. Thêm bot lại rồi ghi /dangky trong nhóm.',
  unknown: 'Đã gửi lại một lần mà vẫn không rõ kết quả: kiểm tra trong nhóm xem tin đã đến chưa.',
};
