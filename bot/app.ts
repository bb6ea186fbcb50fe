import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type Logger, pino } from 'pino';
import { EnvHttpProxyAgent } from 'undici';
import { loadDocuments } from '../db/documents/load.ts';
import { loadNationalUnits, relinkPredecessors } from '../db/import/load-national-units.ts';
import { openStorage } from '../db/open.ts';
import type { Clock } from '../domain/clock.ts';
import type { OutboxSender } from '../domain/delivery.ts';
import { breakdownName } from '../domain/log.ts';
import { plainText } from '../domain/message.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Storage } from '../domain/storage.ts';
import { createOutboxWorker } from '../jobs/outbox-worker.ts';
import { jobs } from '../jobs/registry.ts';
import { startScheduler } from '../jobs/scheduler.ts';
import { createSlotRunner, type SlotRunner } from '../jobs/slot-runner.ts';
import { createTelegramClient } from './client.ts';
import type { Config } from './config.ts';
import { createNotices } from './notices.ts';
import { createPacing, type Pacing } from './pacing.ts';
import { type Edge, type RunningBotOptions, runBot } from './running-bot.ts';
import { DEMO_OWNER } from './sandbox/demo.ts';
import { openSandbox, prepareSandbox, proveIt } from './sandbox-bot.ts';
import { createSender } from './sender.ts';
import { sleep } from './sleep.ts';

/** What a test or a measurement replaces; never the database. */
export type Overrides = {
  readonly clock?: Clock;
  readonly pacing?: Pacing;
  readonly guardsTransactions?: boolean;
};

type Say = (text: string) => void;

export type App = {
  readonly storage: Storage;
  /** Until the signal aborts: the real bot, or without a token the sandbox. The refusal is a sentence for the administrator. */
  readonly run: (signal: AbortSignal, say: Say) => Promise<Result<null, string>>;
  readonly loadDocuments: (withSample: boolean) => Promise<string>;
  readonly loadUnits: () => Promise<string>;
  /** One job once at a logical time (null: now); says what it posted. */
  readonly runJob: (name: string, at: number | null, say: Say) => Promise<Result<null, string>>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

type Parts = {
  readonly config: Config;
  readonly storage: Storage;
  readonly overrides: Overrides;
  readonly log: Logger;
  readonly realClock: Clock;
  readonly newId: () => string;
  /** Names this process in leases. */
  readonly owner: string;
};

/** The one place where the parts meet. The refusal is a sentence for whoever started the process. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<Result<App, string>> {
  const opened = await openStorage(config.databaseUrl, {
    guardsTransactions: overrides.guardsTransactions ?? false,
  });
  if (!opened.ok) return refuse(opened.refusal.sentence);
  const storage = opened.value;
  const parts: Parts = {
    config,
    storage,
    overrides,
    log: pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true })),
    realClock: Date.now,
    newId: () => randomBytes(16).toString('base64url'),
    owner: `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`,
  };
  return accept({
    storage,
    run: (signal, say) =>
      config.botToken === null
        ? runInSandbox(parts, signal, say)
        : runOnTelegram(parts, config.botToken, signal, say),
    loadDocuments: (withSample) => loadDocumentsInto(parts, withSample),
    loadUnits: () => loadUnitsInto(parts),
    runJob: (name, at, say) => runJob(parts, name, at, say),
    [Symbol.asyncDispose]: () => storage[Symbol.asyncDispose](),
  });
}

async function runOnTelegram(
  parts: Parts,
  token: string,
  signal: AbortSignal,
  say: Say,
): Promise<Result<null, string>> {
  const refusal = await sampleRefusal(parts);
  if (refusal !== null) return refuse(refusal);
  const edge = telegramEdge(parts, token);
  const scheduled = createRunner(parts, edge.clock);
  return runBot(
    {
      ...botOptions(parts, edge),
      beside: async () => {
        const onFailure = (error: unknown) =>
          parts.log.error({ error: breakdownName(error) }, 'the scheduler failed');
        const scheduler = startScheduler(scheduled, onFailure);
        say('Bot đang chạy. Dừng bằng Ctrl+C.');
        return scheduler.stop;
      },
    },
    signal,
  );
}

/** A trial's invented dossiers must not reach a real group. */
async function sampleRefusal({ config, storage }: Parts): Promise<string | null> {
  if (config.allowSampleData || (await storage.facts.get('holds_sample')) !== '1') return null;
  return 'Cơ sở dữ liệu này có dữ liệu mẫu nên bot thật không chạy trên đó. Dùng cơ sở dữ liệu khác (DATABASE_URL), hoặc đặt ALLOW_SAMPLE_DATA=1 nếu chỉ thử trong nhóm thử.';
}

async function runInSandbox(parts: Parts, signal: AbortSignal, say: Say): Promise<Result<null, string>> {
  const { config, storage, realClock } = parts;
  const prepared = await prepareSandbox(storage, () => loadDocumentsInto(parts, true));
  if (!prepared.ok) return prepared;
  let clock: Clock = realClock;
  const runner = createRunner(parts, () => clock());
  const opened = await openSandbox(storage, config.sandboxPort, realClock, runner.replay);
  if (!opened.ok) return opened;
  const world = opened.value;
  clock = world.clock.now;
  await using sandbox = world.sandbox;
  const edge = sandboxEdge(parts, sandbox.url, sandbox.token, clock);
  // Awaited: the sandbox closes when this scope ends.
  return await runBot(
    {
      ...botOptions(parts, edge),
      beside: async (wakeDelivery) => {
        world.connect(wakeDelivery);
        await proveIt(sandbox, say);
        say(`Trang chạy thử: ${sandbox.url}/ (chỉ mở trên máy này; dừng bằng Ctrl+C)`);
        return async () => {};
      },
    },
    signal,
  );
}

function botOptions(
  { config, storage, realClock, owner, log }: Parts,
  edge: Edge,
): Omit<RunningBotOptions, 'beside'> {
  return {
    storage,
    edge,
    // A SQLite file serves one bot: leases that it finds at its start are a dead one's.
    createDelivery: (sender, onBuried) =>
      createOutboxWorker({
        storage,
        sender,
        realClock,
        sleep,
        owner,
        onBuried,
        log,
        isAlone: !config.databaseUrl.startsWith('postgres'),
      }),
  };
}

function createRunner({ storage, realClock, newId, owner, log }: Parts, clock: Clock): SlotRunner {
  return createSlotRunner({
    storage,
    jobs,
    clock,
    realClock,
    newId,
    owner,
    onFailure: (job, error) => log.error({ job, error: breakdownName(error) }, 'a job failed'),
  });
}

function telegramEdge(parts: Parts, token: string): Edge {
  const { config, overrides, realClock } = parts;
  const dispatcher =
    config.httpsProxy === null
      ? {}
      : { dispatcher: new EnvHttpProxyAgent({ httpsProxy: config.httpsProxy }) };
  return {
    ...commonEdge(parts),
    client: createTelegramClient({ token, apiRoot: config.apiRoot, ...dispatcher }),
    adminIds: config.adminIds,
    clock: overrides.clock ?? realClock,
  };
}

/** The demo's administrator is one of its people; ADMIN_IDS may add others. */
function sandboxEdge(parts: Parts, url: string, token: string, clock: Clock): Edge {
  return {
    ...commonEdge(parts),
    client: createTelegramClient({ token, apiRoot: url }),
    adminIds: [DEMO_OWNER.id, ...parts.config.adminIds],
    clock,
  };
}

const commonEdge = ({
  overrides,
  realClock,
  newId,
  log,
}: Parts): Omit<Edge, 'client' | 'adminIds' | 'clock'> => ({
  pacing: overrides.pacing ?? createPacing({ realClock, sleep }),
  realClock,
  sleep,
  random: Math.random,
  newId,
  log,
});

async function loadDocumentsInto({ storage }: Parts, withSample: boolean): Promise<string> {
  const loaded = await loadDocuments(storage, { sample: withSample });
  await storage.transaction((stores) => relinkPredecessors(stores));
  const sample = withSample ? `, ${loaded.dossiers} hồ sơ mẫu` : '';
  return `Đã nạp ${loaded.documents} văn bản: ${loaded.scorecards} bảng điểm, ${loaded.criteria} tiêu chí, ${loaded.tasks} nhiệm vụ, ${loaded.indicators} chỉ tiêu${sample}.`;
}

async function loadUnitsInto({ storage }: Parts): Promise<string> {
  const { provinces, communes, predecessors, skipped } = await loadNationalUnits(storage);
  return `Đã nạp ${provinces} tỉnh, thành phố và ${communes} xã, phường, đặc khu; ${predecessors} đơn vị cũ; bỏ qua ${skipped.length} dòng không dùng được.`;
}

async function runJob(
  parts: Parts,
  name: string,
  at: number | null,
  say: Say,
): Promise<Result<null, string>> {
  const job = jobs.find((candidate) => candidate.name === name);
  if (job === undefined) {
    const known = jobs.map((listed) => `${listed.name} (${listed.summary})`).join(', ');
    return refuse(`Không có lịch “${name}”. Các lịch: ${known}.`);
  }
  const slotAt = at ?? parts.realClock();
  const opened = await openJobEdge(parts, () => slotAt);
  if (!opened.ok) return opened;
  await using place = opened.value;

  const result = await createRunner(parts, place.edge.clock).runOnce(job, slotAt);
  if (result.kind === 'failed') return refuse(`${name}: chạy lỗi, chưa gửi gì. Xem nhật ký ở trên.`);
  say(`${name}: ${result.kind === 'done' ? result.outcome : 'lần chạy này đã có trước đó, không gửi gì'}.`);
  await deliverWaiting(parts, place.edge, say);
  return accept(null);
}

type JobPlace = { readonly edge: Edge; readonly [Symbol.asyncDispose]: () => Promise<void> };

/** Telegram, or without a token a sandbox that lives as long as the job. */
async function openJobEdge(parts: Parts, clock: Clock): Promise<Result<JobPlace, string>> {
  const { config, storage, realClock } = parts;
  if (config.botToken !== null) {
    const refusal = await sampleRefusal(parts);
    if (refusal !== null) return refuse(refusal);
    return accept({
      edge: { ...telegramEdge(parts, config.botToken), clock },
      [Symbol.asyncDispose]: async () => {},
    });
  }
  const prepared = await prepareSandbox(storage, () => loadDocumentsInto(parts, true));
  if (!prepared.ok) return prepared;
  const opened = await openSandbox(storage, 0, realClock, async () => {});
  if (!opened.ok) return opened;
  const { sandbox } = opened.value;
  return accept({
    edge: sandboxEdge(parts, sandbox.url, sandbox.token, clock),
    [Symbol.asyncDispose]: sandbox.close,
  });
}

/** Sends what is due now, and says where each message went. */
async function deliverWaiting(
  { storage, realClock, newId, owner, log }: Parts,
  edge: Edge,
  say: Say,
): Promise<void> {
  const sender = createSender({ client: edge.client, pacing: edge.pacing, realClock, log });
  const { buried } = createNotices({ adminIds: edge.adminIds, clock: edge.clock, realClock, newId });
  const telling: OutboxSender = {
    async send(message, signal) {
      const outcome = await sender.send(message, signal);
      if (outcome.kind === 'accepted') {
        const group = await storage.groups.find(message.chatId);
        say(`\n[${group?.title ?? message.chatId}]\n${plainText(message.content.lines)}`);
      }
      return outcome;
    },
  };
  const outbox = createOutboxWorker({
    storage,
    sender: telling,
    realClock,
    sleep,
    owner,
    onBuried: buried,
    log,
  });
  let begun = 1;
  while (begun > 0) begun = await outbox.step();
}
