import type { Clock } from '../domain/clock.ts';
import type { TelegramClient } from './client.ts';
import { leadershipAsked } from './update.ts';

const REMEMBERED_MS = 5 * 60 * 1000;
const REMEMBERED_PEOPLE = 5_000;

/** Whether the person behind an update administers the group it comes from, where that matters; asked of Telegram. */
export function createLeadership(
  client: TelegramClient,
  realClock: Clock,
): (update: unknown) => Promise<boolean> {
  const known = new Map<string, { readonly isLeader: boolean; readonly until: number }>();
  return async (update) => {
    const asked = leadershipAsked(update);
    if (asked === null) return false;
    const key = `${asked.chat}:${asked.person}`;
    const remembered = known.get(key);
    if (remembered !== undefined && remembered.until > realClock()) return remembered.isLeader;
    const outcome = await client.call(
      'getChatMember',
      { chat_id: asked.chat, user_id: asked.person },
      { timeoutMs: 5_000 },
    );
    // Not told: nobody is a leader by accident.
    if (outcome.kind !== 'ok') return false;
    const isLeader = outcome.result.status === 'creator' || outcome.result.status === 'administrator';
    if (known.size >= REMEMBERED_PEOPLE) known.clear();
    known.set(key, { isLeader, until: realClock() + REMEMBERED_MS });
    return isLeader;
  };
}
