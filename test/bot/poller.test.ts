import { afterEach, describe, expect, it } from 'vitest';
import { createTelegramClient, type TelegramClient } from '../../bot/client.ts';
import { createPoller } from '../../bot/poller.ts';
import { FAULT } from '../../bot/sandbox/faults.ts';
import type { CallOutcome, TelegramUpdate } from '../../bot/telegram-replies.ts';
import type { InboxStore } from '../../domain/inbox.ts';
import type { Storage } from '../../domain/storage.ts';
import { startBotApi, TEST_TOKEN } from '../support/bot-api.ts';
import { createKeptLog } from '../support/kept-log.ts';
import { createManualTime, settle } from '../support/manual-time.ts';
import { openTestStorage } from '../support/open-test-storage.ts';

const GROUP = -1_001;
const PERSON = { id: 5, name: 'Cán bộ xã', username: 'can_bo_xa' };
const ADMIN = { id: 6, name: 'Quản trị', username: 'quan_tri' };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(inbox?: (storage: Storage) => Pick<InboxStore, 'add'>) {
  const time = createManualTime();
  const api = await startBotApi({ realClock: time.clock });
  const storage = await openTestStorage();
  closing.push(api.close, () => storage[Symbol.asyncDispose]());
  for (const person of [PERSON, ADMIN]) api.people.add(person);
  api.groups.add({
    chatId: GROUP,
    title: 'Triệu An',
    members: [PERSON.id],
    admins: [ADMIN.id],
    bot: 'administrator',
  });
  const client = createTelegramClient({ token: TEST_TOKEN, apiRoot: api.url });
  const poller = createPoller({
    client,
    receive: (inbox?.(storage) ?? storage.inbox).add,
    realClock: time.clock,
    sleep: time.sleep,
    random: () => 0,
    log: createKeptLog(),
  });
  return { api, storage, poller, time };
}

const bodies = async (storage: Storage) =>
  (await storage.inbox.pending(100, [])).map(({ messageKey }) => messageKey);

describe('step', () => {
  it('stores what came, each message once, and says so', async () => {
    const { api, storage, poller } = await start();
    const said = api.say(GROUP, PERSON.id, 'NV-34 xong');
    expect(await poller.step()).toEqual({ kind: 'stored', received: 1, added: 1 });
    expect(await bodies(storage)).toEqual([`message:${GROUP}:${said.message.message_id}`]);
  });

  it('confirms a batch only by the call after it', async () => {
    const { api, poller } = await start();
    api.say(GROUP, PERSON.id, 'một');
    await poller.step();
    api.say(GROUP, PERSON.id, 'hai');
    expect(await poller.step()).toEqual({ kind: 'stored', received: 1, added: 1 });
  });

  it('gets a batch again, and confirms nothing, when it cannot be stored', async () => {
    let isFull = true;
    const { api, storage, poller } = await start((open) => ({
      add: async (updates) => {
        if (isFull) throw new Error('database or disk is full');
        return open.inbox.add(updates);
      },
    }));
    api.say(GROUP, PERSON.id, 'NV-34 xong');
    expect(await poller.step()).toEqual({ kind: 'failed', reason: 'storage' });
    isFull = false;
    expect(await poller.step()).toEqual({ kind: 'stored', received: 1, added: 1 });
    expect(await bodies(storage)).toHaveLength(1);
  });

  it('stores the same update once, and wakes nobody for the second', async () => {
    const { api, storage, poller } = await start();
    const said = api.say(GROUP, PERSON.id, 'NV-34 xong');
    await poller.step();
    if (said.update === null) throw new Error('the bot is not told');
    api.redeliver(said.update);
    api.redeliver(said.update, 'new-id');
    expect(await poller.step()).toEqual({ kind: 'stored', received: 2, added: 0 });
    expect(await bodies(storage)).toHaveLength(1);
  });

  it.each([
    ['an internal error', FAULT.internal(), { kind: 'failed', reason: 'http-500' }],
    ['a second poller', FAULT.refusal(409, 'Conflict'), { kind: 'conflict' }],
    ['a flood', FAULT.flood(30), { kind: 'flood', retryAfterMs: 30_000 }],
    ['a revoked token', FAULT.unauthorized(), { kind: 'failed', reason: 'refused-401' }],
  ] as const)('names %s', async (_sentence, fault, result) => {
    const { api, poller } = await start();
    api.faults.add({ method: 'getUpdates', fault });
    expect(await poller.step()).toEqual(result);
  });
});

const update = (id: number): TelegramUpdate => ({
  update_id: id,
  message: { message_id: id, chat: { id: GROUP } },
});
const ok = (...updates: readonly TelegramUpdate[]): CallOutcome<unknown> => ({ kind: 'ok', result: updates });
const CONFLICT: CallOutcome<unknown> = { kind: 'rejected', reason: { kind: 'invalid', code: 409 } };
const DOWN: CallOutcome<unknown> = { kind: 'unknown', reason: 'http-502' };
const pending = (count: number, url = ''): CallOutcome<unknown> => ({
  kind: 'ok',
  result: { url, pending_update_count: count },
});

/** Runs against a Telegram that answers from two lists, and then keeps a poll open until it is aborted. */
function run(polls: readonly CallOutcome<unknown>[], looks: readonly CallOutcome<unknown>[] = []) {
  const time = createManualTime(0);
  const asked: { readonly method: string; readonly at: number; readonly offset: unknown }[] = [];
  const left: Readonly<Record<string, CallOutcome<unknown>[]>> = {
    getUpdates: [...polls],
    getWebhookInfo: [...looks],
  };
  const client: TelegramClient = {
    async call(method, parameters, options) {
      asked.push({ method, at: time.clock(), offset: 'offset' in parameters ? parameters.offset : null });
      const answer = left[method]?.shift();
      if (answer !== undefined) return answer as never;
      await time.sleep(Number.MAX_SAFE_INTEGER, options?.signal ?? new AbortController().signal);
      return { kind: 'unknown', reason: 'aborted' } as never;
    },
  };
  const stop = new AbortController();
  const poller = createPoller({
    client,
    receive: async (updates) => updates.length,
    realClock: time.clock,
    sleep: time.sleep,
    random: () => 0,
    log: createKeptLog(),
  });
  const running = poller.run(stop.signal);
  const polledAt = () => asked.filter(({ method }) => method === 'getUpdates').map(({ at }) => at);
  return { time, asked, stop, running, polledAt };
}

describe('run', () => {
  it('confirms what it stored, and forgets the number once that is confirmed', async () => {
    const { asked } = run([ok(update(7), update(8)), ok(update(12)), ok(), ok()]);
    await settle();
    expect(asked.map(({ offset }) => offset)).toEqual([null, 9, 13, null, null]);
  });

  it('waits longer after each failure, at most a minute, and starts anew after a success', async () => {
    const { time, polledAt } = run([...Array.from({ length: 8 }, () => DOWN), ok(), DOWN]);
    await time.advance(300_000);
    const gaps = polledAt().map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(gaps).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 0, 1_000]);
  });

  it('waits as long as a flood says', async () => {
    const { time, polledAt } = run([{ kind: 'rejected', reason: { kind: 'flood', retryAfterMs: 30_000 } }]);
    await time.advance(60_000);
    expect(polledAt()).toEqual([0, 30_000]);
  });

  it('ends at once, in the middle of a poll', async () => {
    const { stop, running, polledAt } = run([]);
    await settle();
    stop.abort();
    await running;
    expect(polledAt()).toEqual([0]);
  });

  it('never polls again while a newer poller takes the updates', async () => {
    const { time, polledAt } = run(
      [CONFLICT],
      Array.from({ length: 40 }, (_, index) => pending(index % 3 === 0 ? 0 : 5 - (index % 3))),
    );
    await time.advance(600_000);
    expect(polledAt()).toEqual([0]);
  });

  it('never takes over from a webhook', async () => {
    const { time, polledAt } = run(
      [CONFLICT],
      Array.from({ length: 40 }, () => pending(9, 'https://bot.example/hook')),
    );
    await time.advance(600_000);
    expect(polledAt()).toEqual([0]);
  });

  it('takes over when updates pile up that nobody takes', async () => {
    const { time, polledAt } = run([CONFLICT], [pending(0), pending(1), pending(1), pending(4)]);
    await time.advance(600_000);
    expect(polledAt()).toEqual([0, 60_000]);
  });

  it('tries again after five minutes when Telegram does not tell what is pending', async () => {
    const { time, polledAt } = run(
      [CONFLICT],
      [{ kind: 'rejected', reason: { kind: 'invalid', code: 404 } }],
    );
    await time.advance(400_000);
    expect(polledAt()).toEqual([0, 315_000]);
  });
});
