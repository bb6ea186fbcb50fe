import { setInterval } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type RunningBotApi, startBotApi, TEST_TOKEN } from './bot-api.ts';
import { type BotProcess, startProcess } from './bot-process.ts';
import { createTestDatabase, openDatabase } from './open-test-storage.ts';
import { bindSceneGroups, PEOPLE, peopleAndGroups } from './scene.ts';

/** The real program as a child process against the strict Bot API, on a database file of its own. */
export type Harness = {
  readonly api: RunningBotApi;
  readonly databasePath: string;
  readonly env: Readonly<Record<string, string>>;
  /** Starts the bot and waits until Telegram knows it. */
  readonly start: () => Promise<BotProcess>;
  readonly run: (...args: readonly string[]) => BotProcess;
  /** Resolves when it holds, looked at every 50 ms: what a process does to its database raises no event here. */
  readonly until: (condition: () => boolean, timeoutMs?: number) => Promise<void>;
  /** What messages that were given up said, where the administrators were told of it: a reported terminal state. */
  readonly givenUpAndReported: () => readonly string[];
  /** Reads the database from outside. */
  readonly query: <Row>(sql: string) => readonly Row[];
  /**
   * Lets the waits that are kept in the database pass: leases run out, cool-downs end. Only while no bot runs;
   * the program itself is not told.
   */
  readonly passTime: (ms: number) => void;
  /** What every run must leave behind: a sound database, and no token or message text in what was logged. */
  readonly check: (secrets: readonly string[]) => {
    readonly quickCheck: string;
    readonly leaked: readonly string[];
  };
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export async function startHarness(options: { readonly sample?: boolean } = {}): Promise<Harness> {
  const database = await createTestDatabase('sqlite');
  const databasePath = database.url.slice('file:'.length);
  const api = await startBotApi({ clock: Date.now, idBase: 1000 });
  peopleAndGroups(api);
  const env = {
    BOT_TOKEN: TEST_TOKEN,
    TELEGRAM_API_ROOT: api.url,
    ADMIN_IDS: String(PEOPLE.admin),
    DATABASE_URL: database.url,
    LOG_LEVEL: 'info',
    ...(options.sample === true ? { ALLOW_SAMPLE_DATA: '1' } : {}),
  };
  const processes: BotProcess[] = [];
  const run = (...args: readonly string[]) => {
    const process = startProcess(args, env);
    processes.push(process);
    return process;
  };
  const loaded = run('documents', ...(options.sample === true ? ['--sample'] : []));
  if ((await loaded.ended) !== 0) throw new Error(loaded.output());
  {
    await using storage = await openDatabase(database);
    await bindSceneGroups(storage);
  }

  const harness: Harness = {
    api,
    databasePath,
    env,
    run,
    async start() {
      // A poll is on record only when it ends; the menus are shown right before the first.
      const menus = () => api.calls.filter(({ method }) => method === 'setMyCommands').length;
      const before = menus();
      const process = run('start');
      await Promise.race([
        api.until(() => menus() > before, 20_000),
        process.ended.then(() => {
          throw new Error(`the bot ended early:\n${process.output()}`);
        }),
      ]);
      return process;
    },
    async until(condition, timeoutMs = 10_000) {
      const giveUpAt = performance.now() + timeoutMs;
      for await (const _look of setInterval(50)) {
        if (condition()) return;
        if (performance.now() > giveUpAt)
          throw new Error(`still not so after ${timeoutMs} ms: ${condition.toString()}`);
      }
    },
    query(sql) {
      const db = new Database(databasePath, { readonly: true });
      try {
        return db.prepare(sql).all() as never;
      } finally {
        db.close();
      }
    },
    givenUpAndReported() {
      const rows = harness.query<{ content: string }>(
        `select content from outbox where state = 'buried' and exists
         (select 1 from outbox as notice where notice.dedupe_key like 'buried:' || outbox.id || ':%')`,
      );
      return rows.map(({ content }) => content);
    },
    passTime(ms) {
      const db = new Database(databasePath);
      try {
        db.prepare('update outbox set lease_until = lease_until - ?, not_before = not_before - ?').run(
          ms,
          ms,
        );
        db.prepare('update outbox_holds set not_before = not_before - ?').run(ms);
      } finally {
        db.close();
      }
    },
    check(secrets) {
      const db = new Database(databasePath);
      const quickCheck = String(db.pragma('quick_check', { simple: true }));
      db.close();
      const logged = processes.map((process) => process.output()).join('\n');
      return { quickCheck, leaked: [TEST_TOKEN, ...secrets].filter((secret) => logged.includes(secret)) };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(processes.map((process) => process.kill()));
      await api.close();
      await database[Symbol.asyncDispose]();
    },
  };
  return harness;
}
