import { startBotApi } from '../support/bot-api.ts';
import { GROUPS, PEOPLE, peopleAndGroups } from '../support/scene.ts';
import { BENCH_CHATS } from './chats.ts';

/** The strict Bot API in a process of its own, so that what is measured is the bot alone. Driven over IPC. */
export type BenchOrder =
  /** `count` questions at once, spread over the chats. */
  | { readonly kind: 'burst'; readonly count: number; readonly text: string }
  /** `count` questions, each after the answer to the one before. */
  | { readonly kind: 'in-turn'; readonly count: number; readonly text: string };

export type BenchReport =
  | { readonly kind: 'ready'; readonly url: string }
  /** Real milliseconds from the first question to the last answer; `each`: per question, when asked in turn. */
  | { readonly kind: 'done'; readonly totalMs: number; readonly eachMs: readonly number[] };

const api = await startBotApi({ clock: Date.now, keep: 2_000 });
peopleAndGroups(api);
for (const chatId of BENCH_CHATS) {
  api.groups.add({ chatId, title: 'Nhóm đo', bot: 'administrator', members: [PEOPLE.officer] });
}
let posted = 0;
api.events.on((event) => {
  if (event.kind === 'message' && event.message.from?.is_bot === true) posted += 1;
});

async function answers(count: number): Promise<void> {
  const goal = posted + count;
  await api.until(() => posted >= goal, 120_000);
}

async function carryOut(order: BenchOrder): Promise<BenchReport> {
  const ask = (index: number) =>
    api.say(BENCH_CHATS[index % BENCH_CHATS.length] ?? GROUPS.bangMac, PEOPLE.officer, order.text);
  const begin = performance.now();
  const eachMs: number[] = [];
  if (order.kind === 'burst') {
    const all = answers(order.count);
    for (let index = 0; index < order.count; index += 1) ask(index);
    await all;
  } else {
    for (let index = 0; index < order.count; index += 1) {
      const asked = performance.now();
      const one = answers(1);
      ask(index);
      await one;
      eachMs.push(performance.now() - asked);
    }
  }
  return { kind: 'done', totalMs: performance.now() - begin, eachMs };
}

const report = (message: BenchReport) => process.send?.(message);
process.on('message', (order: BenchOrder) => {
  void carryOut(order).then(report);
});
report({ kind: 'ready', url: api.url });
