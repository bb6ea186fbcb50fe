import type { Update } from '@telegraf/types';
import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { createApp } from '../../bot/app.ts';
import { createTelegramClient } from '../../bot/client.ts';
import { unpaced } from '../../bot/pacing.ts';
import { TEST_BOT, TEST_TOKEN } from '../support/bot-api.ts';
import { createTestDatabase } from '../support/open-test-storage.ts';
import { bindGroups } from '../support/scene.ts';
import { type BenchApi, startBenchApi } from './bench-api.ts';
import { BENCH_CHATS } from './chats.ts';
import type { BenchRow } from './row.ts';

const QUESTION = { text: '/diem Bằng Mạc' } as const;
const BANG_MAC = 'vn/lang-son/chi-lang/bang-mac';
const ROUNDS = 9;
const BURST = 400;
const IN_TURN = 200;
const MEMORY_BOUND_MB = 20;

/** One way of answering, running against its Bot API until it is disposed of. */
type Contender = { readonly api: BenchApi; readonly [Symbol.asyncDispose]: () => Promise<void> };

/** The same client and poll, telegraf's router, a text sent back: the least that an answer can cost. */
async function startEcho(): Promise<Contender> {
  const api = await startBenchApi();
  const client = createTelegramClient({ token: TEST_TOKEN, apiRoot: api.url });
  const stopping = new AbortController();
  const bot = new Telegraf('0:none', { handlerTimeout: Number.POSITIVE_INFINITY });
  bot.botInfo = { ...TEST_ME };
  bot.on(message('text'), async (ctx) => {
    await client.call('sendMessage', {
      chat_id: ctx.chat.id,
      text: ctx.message.text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    });
  });
  const poll = async () => {
    let offset = 0;
    while (!stopping.signal.aborted) {
      const outcome = await client.call(
        'getUpdates',
        { offset, limit: 100, timeout: 50, allowed_updates: ['message'] },
        { signal: stopping.signal },
      );
      if (outcome.kind !== 'ok') continue;
      for (const update of outcome.result) offset = update.update_id + 1;
      await Promise.all(outcome.result.map((update) => bot.handleUpdate(update as unknown as Update)));
    }
  };
  const polling = poll();
  return {
    api,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await polling;
      await api[Symbol.asyncDispose]();
    },
  };
}

const TEST_ME = {
  id: TEST_BOT.id,
  is_bot: true,
  first_name: TEST_BOT.name,
  username: TEST_BOT.username,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as const;

export async function startOurs(): Promise<Contender> {
  const api = await startBenchApi();
  const database = await createTestDatabase('sqlite');
  const created = await createApp(
    {
      botToken: TEST_TOKEN,
      apiRoot: api.url,
      adminIds: [],
      databaseUrl: database.url,
      allowSampleData: false,
      httpsProxy: null,
      logLevel: 'silent',
      sandboxPort: 0,
    },
    { pacing: unpaced },
  );
  if (!created.ok) throw new Error(created.refusal);
  const app = created.value;
  await app.loadDocuments(false);
  await bindGroups(
    app.storage,
    BENCH_CHATS.map((chat) => [chat, BANG_MAC, 'Nhóm đo']),
  );
  const stopping = new AbortController();
  const running = app.run(stopping.signal, () => {});
  return {
    api,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
      await app[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** `/diem` through inbox, storage and all, against the bare echo; rounds in turn, so that the machine's moods hit both. */
export async function benchQuestions(): Promise<readonly BenchRow[]> {
  await using echo = await startEcho();
  await using ours = await startOurs();
  for (const { api } of [echo, ours]) await api.carryOut({ kind: 'burst', count: BURST, ...QUESTION });
  const ratios = { burst: [] as number[], inTurn: [] as number[] };
  const figures = {
    echo: [] as number[],
    ours: [] as number[],
    echoEach: [] as number[],
    oursEach: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const a = await echo.api.carryOut({ kind: 'burst', count: BURST, ...QUESTION });
    const b = await ours.api.carryOut({ kind: 'burst', count: BURST, ...QUESTION });
    ratios.burst.push(b.totalMs / a.totalMs);
    figures.echo.push(a.totalMs / BURST);
    figures.ours.push(b.totalMs / BURST);
    const c = await echo.api.carryOut({ kind: 'in-turn', count: IN_TURN, ...QUESTION });
    const d = await ours.api.carryOut({ kind: 'in-turn', count: IN_TURN, ...QUESTION });
    ratios.inTurn.push(median(d.eachMs) / median(c.eachMs));
    figures.echoEach.push(median(c.eachMs));
    figures.oursEach.push(median(d.eachMs));
  }
  const row = (
    name: string,
    ratio: readonly number[],
    ours: readonly number[],
    bare: readonly number[],
  ): BenchRow => ({
    name,
    figure: `${median(ratio).toFixed(2)} × (${median(ours).toFixed(2)} ms / ${median(bare).toFixed(2)} ms)`,
    bound: '≤ 2 ×',
    ok: median(ratio) <= 2,
  });
  return [
    row('/diem, 400 at once in 50 groups / bare telegraf echo', ratios.burst, figures.ours, figures.echo),
    row('/diem, one after another / bare telegraf echo', ratios.inTurn, figures.oursEach, figures.echoEach),
  ];
}

/** What ten thousand questions leave behind in memory, against one thousand. */
export async function benchMemory(): Promise<readonly BenchRow[]> {
  await using ours = await startOurs();
  const used = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed / 1024 / 1024;
  };
  const ask = async (count: number) => {
    for (let asked = 0; asked < count; asked += BURST)
      await ours.api.carryOut({ kind: 'burst', count: Math.min(BURST, count - asked), ...QUESTION });
  };
  await ask(1_000);
  const after1000 = used();
  await ask(9_000);
  const after10000 = used();
  const grown = after10000 - after1000;
  return [
    {
      name: 'heap after 10,000 questions less after 1,000',
      figure: `${grown.toFixed(1)} MB (${after1000.toFixed(1)} → ${after10000.toFixed(1)})`,
      bound: `≤ ${MEMORY_BOUND_MB} MB`,
      ok: grown <= MEMORY_BOUND_MB && globalThis.gc !== undefined,
    },
  ];
}
