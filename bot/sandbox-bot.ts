import { type Clock, instantOf } from '../domain/clock.ts';
import { chatId, personId, unitId } from '../domain/ids.ts';
import type { OutboxStore } from '../domain/outbox.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { Storage } from '../domain/storage.ts';
import { createWorkingCalendar } from '../domain/working-calendar.ts';
import { DEMO_GROUPS, DEMO_OWNER } from './sandbox/demo.ts';
import { type Sandbox, startSandbox } from './sandbox/start.ts';
import { createMovableClock, type MovableClock } from './sandbox-clock.ts';
import { sleep } from './sleep.ts';

/** Where the demo begins: the Monday before Bắc Sơn's notice of 24/10/2023. */
const BEGINS_AT = instantOf('2023-10-23', '08:00');
const CLOCK_FACT = 'sandbox_clock';
/** What a slot posted is waited for, so that its messages bear its time; pacing may need longer. */
const LONGEST_DRAIN_MS = 5_000;
const DRAIN_LOOK_MS = 50;
const LONGEST_PROOF_MS = 15_000;

/** Runs every slot in (after, until] at its logical time. */
export type Replay = (
  after: number,
  until: number,
  beforeEach: (at: number) => void,
  afterEach: () => Promise<void>,
) => Promise<void>;

export type SandboxWorld = {
  readonly sandbox: Sandbox;
  readonly clock: MovableClock;
  readonly connect: (wakeDelivery: () => void) => void;
};

/** Documents, sample dossiers and the demo groups; refuses a database in which real groups are bound. */
export async function prepareSandbox(
  storage: Storage,
  loadDocuments: () => Promise<unknown>,
): Promise<Result<null, string>> {
  const demo = new Set(DEMO_GROUPS.map(({ chatId: id }) => id));
  const groups = await storage.groups.active();
  if (groups.some((group) => !demo.has(group.chatId))) {
    return refuse(
      'Cơ sở dữ liệu này đã gắn với nhóm thật nên không dùng để chạy thử. Đặt BOT_TOKEN để chạy bot thật, hoặc bỏ DATABASE_URL để chạy thử trên data/sandbox.db.',
    );
  }
  await loadDocuments();
  for (const group of DEMO_GROUPS) {
    if (group.unitId === null || (await storage.groups.find(chatId(group.chatId))) !== null) continue;
    await storage.groups.bind({
      chatId: chatId(group.chatId),
      title: group.title,
      unitId: unitId(group.unitId),
      position: null,
      state: 'active',
      pauseReason: null,
      threadId: null,
      boundBy: personId(DEMO_OWNER.id),
      boundAt: BEGINS_AT,
    });
  }
  return accept(null);
}

/** The local Bot API with its page. Its clock goes on from where the database was left. */
export async function openSandbox(
  storage: Storage,
  port: number,
  realClock: Clock,
  replay: Replay,
): Promise<Result<SandboxWorld, string>> {
  const kept = Number((await storage.facts.get(CLOCK_FACT)) ?? BEGINS_AT);
  const clock = createMovableClock(Math.max(kept, BEGINS_AT), realClock);
  let wakeDelivery = () => {};

  let replayedTo = clock.now();

  const moveClock = async (to: number) => {
    if (to <= clock.now()) return;
    // From the last move, not from now: a slot that the running clock has passed by itself is due too.
    await replay(replayedTo, to, clock.moveTo, async () => {
      wakeDelivery();
      await drained(storage.outbox, realClock);
    });
    clock.moveTo(to);
    replayedTo = to;
    await storage.facts.set(CLOCK_FACT, String(to));
  };
  const calendar = createWorkingCalendar(await storage.calendar.list());
  try {
    const sandbox = await startSandbox({ port, clock: clock.now, moveClock, calendar });
    return accept({
      sandbox,
      clock,
      connect: (wake) => {
        wakeDelivery = wake;
      },
    });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return refuse(
      `Cổng ${port} đang được chương trình khác dùng. Đặt SANDBOX_PORT thành cổng khác, ví dụ SANDBOX_PORT=8090.`,
    );
  }
}

const isPortTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function drained(outbox: OutboxStore, realClock: Clock): Promise<void> {
  const giveUpAt = realClock() + LONGEST_DRAIN_MS;
  while ((await outbox.counts()).waiting > 0 && realClock() < giveUpAt) await sleep(DRAIN_LOOK_MS, NEVER);
}

const NEVER = new AbortController().signal;

/** Asks one question in a demo group, the whole way through, and says what came back. */
export async function proveIt({ api }: Sandbox, say: (text: string) => void): Promise<void> {
  const group = DEMO_GROUPS.find(({ title }) => title.includes('Bằng Mạc'));
  if (group === undefined) return;
  const before = api.posted(group.chatId).length;
  const question = '/diem Bằng Mạc';
  api.say(group.chatId, DEMO_OWNER.id, question);
  await api.until(() => api.posted(group.chatId).length > before, LONGEST_PROOF_MS);
  const answer = api.posted(group.chatId).at(-1)?.text ?? '';
  say([`[${group.title}] ${question}`, '', ...answer.split('\n').map((line) => `  ${line}`), ''].join('\n'));
}
