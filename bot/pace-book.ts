import type { ChatId } from '../domain/ids.ts';

const CHAT_SPACING_MS = 1_000;
const GROUP_WINDOW = { count: 20, ms: 60_000 };
const OVERALL_WINDOW = { count: 30, ms: 1_000 };
const CHATS_KEPT = 2_000;

/** What was sent when, and who must wait. Real time, epoch ms. */
export type PaceBook = {
  readonly earliest: (chatId: ChatId, now: number) => number;
  readonly note: (chatId: ChatId, now: number) => void;
  readonly hold: (chatId: ChatId | null, until: number) => void;
};

export function createPaceBook(): PaceBook {
  const sent = new Map<ChatId, number[]>();
  const heldUntil = new Map<ChatId, number>();
  const overall: number[] = [];
  let allHeldUntil = 0;

  /** The clock was set back: what is noted would hold everyone for as long. */
  const forgetAll = () => {
    sent.clear();
    overall.length = 0;
  };

  const forgetOld = (now: number) => {
    for (const [chat, times] of sent) if ((times.at(-1) ?? 0) < now - GROUP_WINDOW.ms) sent.delete(chat);
    for (const [chat, until] of heldUntil) if (until < now) heldUntil.delete(chat);
  };

  return {
    earliest(chatId, now) {
      if ((overall.at(-1) ?? 0) > now) forgetAll();
      const times = sent.get(chatId) ?? [];
      const spacedAt = (times.at(-1) ?? -CHAT_SPACING_MS) + CHAT_SPACING_MS;
      const windowAt = chatId < 0 ? freeAt(times, GROUP_WINDOW) : 0;
      return Math.max(
        allHeldUntil,
        heldUntil.get(chatId) ?? 0,
        spacedAt,
        windowAt,
        freeAt(overall, OVERALL_WINDOW),
      );
    },
    note(chatId, now) {
      sent.set(chatId, [...(sent.get(chatId) ?? []).slice(1 - GROUP_WINDOW.count), now]);
      overall.push(now);
      if (overall.length > OVERALL_WINDOW.count) overall.shift();
      if (sent.size > CHATS_KEPT) forgetOld(now);
    },
    hold(chatId, until) {
      if (chatId === null) allHeldUntil = Math.max(allHeldUntil, until);
      else heldUntil.set(chatId, Math.max(heldUntil.get(chatId) ?? 0, until));
    },
  };
}

/** When the window has room for one more. */
const freeAt = (times: readonly number[], window: { readonly count: number; readonly ms: number }): number =>
  (times.at(-window.count) ?? -window.ms) + window.ms;
