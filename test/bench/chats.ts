/** Fifty groups: on Telegram one chat hears no more than a message a second, so a load is always spread. */
export const BENCH_CHATS: readonly number[] = Array.from(
  { length: 50 },
  (_, index) => -1_000_000_010_000 - index,
);
