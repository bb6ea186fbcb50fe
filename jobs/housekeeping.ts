import type { Job } from './job.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Telegram keeps updates for a day, and its ids can restart at random after a week. */
const KEPT_MS = 7 * DAY_MS;

/** Drops handled updates and dead buttons; says nothing to anybody. */
export const housekeeping = {
  name: 'housekeeping',
  summary: 'Dọn tin đã xử lý và nút hết hạn',
  schedule: { days: 'every', at: '03:00' },
  windowMs: DAY_MS,
  async run({ at }, { stores, posting }) {
    const updates = await stores.inbox.prune(posting.realNow - KEPT_MS);
    const buttons = await stores.callbacks.prune(at);
    return `dọn ${updates} tin, ${buttons} nút`;
  },
} as const satisfies Job;
