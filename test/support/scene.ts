import { type App, createApp } from '../../bot/app.ts';
import type { Config } from '../../bot/config.ts';
import { unpaced } from '../../bot/pacing.ts';
import type { WireMessage } from '../../bot/sandbox/wire.ts';
import { instantOf } from '../../domain/clock.ts';
import { chatId, personId, unitId } from '../../domain/ids.ts';
import type { Storage } from '../../domain/storage.ts';
import { type RunningBotApi, startBotApi, TEST_TOKEN } from './bot-api.ts';
import { createTestDatabase, type TestDialect } from './open-test-storage.ts';

export const PEOPLE = { admin: 101, leader: 102, officer: 103, other: 104 } as const;

export const GROUPS = {
  bangMac: -1_000_000_000_001,
  trieuAn: -1_000_000_000_002,
  bacSon: -1_000_000_000_003,
  tinhBien: -1_000_000_000_004,
  unbound: -1_000_000_000_009,
} as const;

const BOUND: readonly (readonly [number, string, string])[] = [
  [GROUPS.bangMac, 'vn/lang-son/chi-lang/bang-mac', 'Xã Bằng Mạc'],
  [GROUPS.trieuAn, 'vn/quang-tri/trieu-phong/trieu-an', 'Xã Triệu An'],
  [GROUPS.bacSon, 'vn/lang-son/bac-son', 'Huyện Bắc Sơn'],
  [GROUPS.tinhBien, 'vn/an-giang/tinh-bien', 'Huyện Tịnh Biên'],
];

export type Scene = {
  readonly app: App;
  readonly api: RunningBotApi;
  readonly clock: { now: number };
  /** Says it in a chat and returns the bot's whole answer there, all its messages joined. */
  readonly ask: (chat: number, text: string, person?: number) => Promise<string>;
  /** Says it and returns what the bot posted in that chat before it answered a later /start: nothing, when it kept silent. */
  readonly heard: (chat: number, text: string, person?: number) => Promise<readonly string[]>;
  readonly nextPost: (chat: number, act: () => unknown) => Promise<WireMessage>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

const GREETING = 'Bot theo dõi';

export type SceneOptions = {
  readonly sample?: boolean;
  readonly at?: number;
  readonly dialect?: TestDialect;
};

/** The whole bot in this process, against the strict local Bot API and a fresh database with the five documents. */
export async function startScene({
  sample = false,
  at = instantOf('2023-10-23', '08:00'),
  dialect = 'sqlite',
}: SceneOptions = {}): Promise<Scene> {
  const clock = { now: at };
  const database = await createTestDatabase(dialect);
  const api = await startBotApi({ clock: () => clock.now });
  const config: Config = {
    botToken: TEST_TOKEN,
    apiRoot: api.url,
    adminIds: [PEOPLE.admin],
    databaseUrl: database.url,
    allowSampleData: sample,
    httpsProxy: null,
    logLevel: 'silent',
    sandboxPort: 0,
  };
  const created = await createApp(config, {
    clock: () => clock.now,
    pacing: unpaced,
    guardsTransactions: true,
  });
  if (!created.ok) throw new Error(created.refusal);
  const app = created.value;
  await app.loadDocuments(sample);
  peopleAndGroups(api);
  await bindSceneGroups(app.storage);
  const stopping = new AbortController();
  const running = app.run(stopping.signal, () => {});

  const nextPost = async (chat: number, act: () => unknown): Promise<WireMessage> => {
    const before = api.posted(chat).length;
    act();
    await api.until(() => api.posted(chat).length > before);
    const posted = api.posted(chat)[before];
    if (posted === undefined) throw new Error('nothing was posted');
    return posted;
  };

  const heard = async (chat: number, text: string, person: number = PEOPLE.officer) => {
    const before = api.posted(chat).length;
    api.say(chat, person, text);
    // The chat's order is kept: the answer to /start comes after whatever the text brought about.
    api.say(chat, PEOPLE.admin, '/start');
    const since = () =>
      api
        .posted(chat)
        .slice(before)
        .map((post) => post.text ?? '');
    await api.until(() => since().some((post) => post.startsWith(GREETING)));
    return since().filter((post) => !post.startsWith(GREETING));
  };

  return {
    app,
    api,
    clock,
    nextPost,
    heard,
    ask: async (chat, text, person) => (await heard(chat, text, person)).join('\n'),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      const ended = await running;
      await app[Symbol.asyncDispose]();
      await api.close();
      await database[Symbol.asyncDispose]();
      if (!ended.ok) throw new Error(ended.refusal);
    },
  };
}

export function peopleAndGroups(api: RunningBotApi): void {
  api.people.add({ id: PEOPLE.admin, name: 'Quản trị bot' });
  api.people.add({ id: PEOPLE.leader, name: 'Chủ tịch UBND xã' });
  api.people.add({ id: PEOPLE.officer, name: 'Công chức Văn phòng' });
  api.people.add({ id: PEOPLE.other, name: 'Công chức Tư pháp' });
  for (const [name, chat] of Object.entries(GROUPS)) {
    api.groups.add({
      chatId: chat,
      title: name,
      bot: 'administrator',
      admins: [PEOPLE.leader],
      members: [PEOPLE.admin, PEOPLE.officer, PEOPLE.other],
    });
  }
}

export const bindSceneGroups = (storage: Pick<Storage, 'groups'>): Promise<void> =>
  bindGroups(storage, BOUND);

/** As /dangky would: chat, unit, title. */
export async function bindGroups(
  { groups }: Pick<Storage, 'groups'>,
  bound: readonly (readonly [number, string, string])[],
): Promise<void> {
  for (const [chat, unit, title] of bound) {
    await groups.bind({
      chatId: chatId(chat),
      title,
      unitId: unitId(unit),
      position: null,
      state: 'active',
      pauseReason: null,
      threadId: null,
      boundBy: personId(PEOPLE.admin),
      boundAt: 0,
    });
  }
}
