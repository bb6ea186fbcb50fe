import { afterEach, describe, expect, it } from 'vitest';
import { createTelegramClient } from '../../bot/client.ts';
import { unpaced } from '../../bot/pacing.ts';
import { FAULT, type Fault } from '../../bot/sandbox/faults.ts';
import { createSender } from '../../bot/sender.ts';
import { callbackId, chatId, personId, taskEventId, unitId } from '../../domain/ids.ts';
import { type Reply, textReply } from '../../domain/message.ts';
import { type Draft, post } from '../../domain/posting.ts';
import { shortCode } from '../../domain/short-code.ts';
import type { Storage } from '../../domain/storage.ts';
import { createOutboxWorker, type OutboxWorkerOptions } from '../../jobs/outbox-worker.ts';
import { startBotApi, TEST_TOKEN } from '../support/bot-api.ts';
import { createKeptLog } from '../support/kept-log.ts';
import { createManualTime, settle } from '../support/manual-time.ts';
import { openTestStorage } from '../support/open-test-storage.ts';

const [A, B, C, D] = [chatId(-1_001), chatId(-1_002), chatId(-1_003), chatId(-1_004)];
const UNDO: Reply = {
  lines: [['Đã ghi nhận NV-34.']],
  buttons: [
    [{ text: 'Hoàn tác', action: { kind: 'undo', eventId: taskEventId('e1') }, allowed: personId(5) }],
  ],
};
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(sendTimeoutMs = 20_000) {
  const time = createManualTime();
  const api = await startBotApi({ realClock: time.clock });
  const storage = await openTestStorage();
  closing.push(api.close, () => storage[Symbol.asyncDispose]());
  api.people.add({ id: 6, name: 'Quản trị', username: 'quan_tri' });
  for (const group of [A, B, C, D]) api.groups.add({ chatId: group, title: `Nhóm ${group}`, admins: [6] });
  const client = createTelegramClient({ token: TEST_TOKEN, apiRoot: api.url });
  const hasty = {
    call: ((method, parameters) =>
      client.call(method, parameters, { timeoutMs: sendTimeoutMs })) as typeof client.call,
  };
  const sender = createSender({
    client: hasty,
    pacing: unpaced,
    realClock: time.clock,
    log: createKeptLog(),
  });
  const buried: string[] = [];
  const log = createKeptLog();
  const makeWorker = (overrides: Partial<OutboxWorkerOptions> = {}) =>
    createOutboxWorker({
      storage,
      sender,
      realClock: time.clock,
      sleep: time.sleep,
      owner: 'w1',
      onBuried: async (_stores, message, reason) => {
        buried.push(`${message.dedupeKey} ${reason}`);
      },
      log,
      ...overrides,
    });
  let lastId = 0;
  const newId = () => {
    lastId += 1;
    return `id${lastId}`;
  };
  const say = (dedupeKey: string, draft: Partial<Draft> = {}) =>
    post(
      storage,
      { dedupeKey, chatId: A, threadId: null, reply: textReply(dedupeKey), buttonsExpireAt: 0, ...draft },
      { realNow: time.clock(), newId },
    );
  /** What stands in the chats, without codes, in the order of posting. */
  const posted = () => api.accepted.map(({ text }) => text.replace(/ · mã .{4}$/u, ''));
  const strike = (fault: Fault, chat?: number, times = 1) => api.faults.add({ chatId: chat, times, fault });
  return { api, storage, time, worker: makeWorker(), makeWorker, say, posted, strike, buried, log, sender };
}

const UNIT = unitId('vn/an-giang/tinh-bien');

async function bindGroup(storage: Storage, id: typeof A): Promise<void> {
  const unit = {
    id: UNIT,
    name: 'Tịnh Biên',
    kind: 'Huyện',
    level: 'district',
    parentId: null,
    aliases: [],
    validFrom: null,
    validTo: null,
  } as const;
  await storage.units.save([unit], []);
  await storage.groups.bind({
    chatId: id,
    title: 'Nhóm',
    unitId: UNIT,
    position: null,
    state: 'active',
    pauseReason: null,
    threadId: null,
    boundBy: personId(6),
    boundAt: 0,
  });
}

describe('step', () => {
  it('posts each message once', async () => {
    const { storage, worker, say, posted } = await start();
    await say('một');
    expect(await worker.step()).toBe(1);
    expect(await worker.step()).toBe(0);
    expect(posted()).toEqual(['một']);
    expect(await storage.outbox.findByKey('một')).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('keeps the order within a chat and posts to chats side by side', async () => {
    const { worker, say, posted } = await start();
    for (const text of ['một', 'hai']) await say(text);
    await say('ba', { chatId: B });
    expect(await worker.step()).toBe(2);
    expect(posted().toSorted()).toEqual(['ba', 'một']);
    await worker.step();
    expect(posted().at(-1)).toBe('hai');
  });

  it('tells the buttons which message carries them', async () => {
    const { api, storage, worker, say } = await start();
    await say('xong', { reply: UNDO });
    await worker.step();
    const id =
      (await storage.outbox.findByKey('xong'))?.content.buttons[0]?.[0]?.callbackId ?? callbackId('');
    expect((await storage.callbacks.find(id))?.messageId).toBe(api.accepted[0]?.messageId);
  });

  it('lets only the flooded chat wait, in order, and a new worker too', async () => {
    const { time, worker, makeWorker, say, posted, strike } = await start();
    strike(FAULT.flood(7), A);
    for (const text of ['một', 'hai']) await say(text);
    await say('ba', { chatId: B });
    await worker.step();
    expect(posted()).toEqual(['ba']);
    const restarted = makeWorker({ owner: 'w2' });
    await time.advance(6_999);
    expect(await restarted.step()).toBe(0);
    await time.advance(1);
    await restarted.step();
    await restarted.step();
    expect(posted()).toEqual(['ba', 'một', 'hai']);
  });

  it('holds every chat when all are flooded, and drops nothing', async () => {
    const { api, storage, time, worker, say, posted, strike } = await start();
    strike(FAULT.flood(73_414), B);
    strike(FAULT.flood(60), undefined, 2);
    for (const [index, chat] of [A, B, C].entries()) await say(`tin ${index}`, { chatId: chat });
    await worker.step();
    await say('tin sau', { chatId: D });
    await time.advance(59_000);
    expect(await worker.step()).toBe(0);
    expect(api.calls).toHaveLength(3);
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 4 });
    await time.advance(1_000);
    await worker.step();
    expect(posted().toSorted()).toEqual(['tin 0', 'tin 2', 'tin sau']);
  });

  it('repeats a message once, marked, with the same code, when nobody knows whether it was posted', async () => {
    const { api, storage, time, worker, say, posted, strike } = await start();
    strike(FAULT.acceptThenHangUp());
    await say('một');
    await worker.step();
    expect(await worker.step()).toBe(0);
    await time.advance(30_000);
    await worker.step();
    expect(posted()).toEqual(['một', '(gửi lại) một']);
    const code = shortCode((await storage.outbox.findByKey('một'))?.id ?? '');
    expect(api.accepted.map(({ text }) => text.endsWith(` · mã ${code}`))).toEqual([true, true]);
  });

  it('gives a message up after the second time, and reports it', async () => {
    const { storage, time, worker, say, posted, strike, buried } = await start();
    strike(FAULT.hangUp(), undefined, 2);
    await say('một');
    await say('hai');
    await worker.step();
    await time.advance(30_000);
    await worker.step();
    await worker.step();
    expect(buried).toEqual(['một unknown']);
    expect(await storage.outbox.counts()).toMatchObject({ buried: 1, waiting: 0, uncertain: 0 });
    expect(posted()).toEqual(['hai']);
  });

  it('ignores an answer that comes after the time-out', async () => {
    const { storage, worker, say, posted, strike } = await start(50);
    strike(FAULT.acceptThenSilence(600_000));
    await say('một');
    await worker.step();
    expect(posted()).toEqual(['một']);
    expect(await storage.outbox.findByKey('một')).toMatchObject({ state: 'uncertain', lastError: 'timeout' });
  });

  it('edits again after an unknown outcome, without a mark', async () => {
    const { api, time, worker, say, strike } = await start();
    await say('một');
    await worker.step();
    await say('đã sửa', { edits: api.accepted[0]?.messageId ?? null });
    strike(FAULT.acceptThenHangUp());
    await worker.step();
    await time.advance(1_000);
    await worker.step();
    expect(api.posted(A).map(({ text }) => text)).toEqual(['đã sửa']);
    expect(api.accepted).toHaveLength(1);
  });

  it('pauses a group that has thrown the bot out, and sends it nothing more', async () => {
    const { api, storage, worker, say, posted, buried } = await start();
    await bindGroup(storage, A);
    api.kick(A, 6);
    for (const text of ['một', 'hai']) await say(text);
    await worker.step();
    expect(await worker.step()).toBe(0);
    expect(await storage.groups.find(A)).toMatchObject({ state: 'paused', pauseReason: 'forbidden' });
    expect(buried).toEqual(['một forbidden']);
    expect(posted()).toEqual([]);
  });

  it('follows a group that became a supergroup, and posts once', async () => {
    const { api, storage, worker, say } = await start();
    const [from, to] = [chatId(-77), chatId(-1_001_077)];
    api.groups.add({ chatId: from, title: 'Nhóm nhỏ', kind: 'group', admins: [6] });
    await bindGroup(storage, from);
    api.migrate(from, { to });
    await say('một', { chatId: from });
    await worker.step();
    await worker.step();
    expect(api.accepted.map((sent) => sent.chatId)).toEqual([to]);
    expect([await storage.groups.find(from), (await storage.groups.find(to))?.state]).toEqual([
      null,
      'active',
    ]);
  });

  it('waits for Telegram to be reachable, for as long as it takes', async () => {
    const { api, storage, time, worker, say } = await start();
    await api.close();
    closing.shift();
    await say('một');
    for (let attempt = 0; attempt < 30; attempt += 1) {
      await worker.step();
      await time.advance(60_000);
    }
    expect(await storage.outbox.findByKey('một')).toMatchObject({
      state: 'pending',
      attempts: 30,
      unknowns: 0,
    });
  });

  it('loses no message to a revoked token', async () => {
    const { time, worker, say, posted, strike } = await start();
    strike(FAULT.unauthorized());
    await say('một');
    await worker.step();
    await time.advance(60_000);
    await worker.step();
    expect(posted()).toEqual(['một']);
  });

  it('repeats, marked, what a dead worker began', async () => {
    const { storage, time, worker, say, posted } = await start();
    await say('một');
    await storage.outbox.claim('dead', time.clock(), 60_000, 10);
    await time.advance(59_999);
    expect(await worker.step()).toBe(0);
    await time.advance(1);
    await worker.step();
    await time.advance(30_000);
    await worker.step();
    expect(posted()).toEqual(['(gửi lại) một']);
  });

  it('settles a posted message once the disk has room again', async () => {
    const { storage, time, makeWorker, say, posted } = await start();
    let failures = 0;
    const worker = makeWorker({
      storage: {
        outbox: storage.outbox,
        transaction: async (work) => {
          failures -= 1;
          if (failures >= 0) throw new Error('disk full');
          return storage.transaction(work);
        },
      },
      sender: {
        send: async () => {
          failures = 3;
          return { kind: 'accepted', messageId: 9 };
        },
      },
    });
    await say('một');
    const step = worker.step();
    await time.advance(10_000);
    await step;
    expect(await storage.outbox.findByKey('một')).toMatchObject({ state: 'sent', messageId: 9 });
    expect(posted()).toEqual([]);
  });

  it('treats a sender that breaks as an unknown outcome', async () => {
    const { storage, makeWorker, say } = await start();
    await say('một');
    await makeWorker({ sender: { send: () => Promise.reject(new TypeError('broken')) } }).step();
    expect(await storage.outbox.findByKey('một')).toMatchObject({
      state: 'uncertain',
      lastError: 'TypeError',
    });
  });

  it('undoes a burial whose report fails', async () => {
    const { storage, makeWorker, say, strike } = await start();
    strike(FAULT.refusal(400, 'Bad Request: chat not found'));
    await say('một');
    let isBroken = true;
    const worker = makeWorker({
      sleep: async () => {},
      onBuried: async () => {
        if (isBroken) {
          isBroken = false;
          throw new Error('broken');
        }
      },
    });
    await worker.step();
    expect(await storage.outbox.findByKey('một')).toMatchObject({
      state: 'buried',
      lastError: 'invalid-400',
    });
  });
});

describe('run', () => {
  /** A sender whose sends end when the test says so. */
  function slowSender() {
    const underWay: { readonly key: string; readonly accept: () => void }[] = [];
    const send: OutboxWorkerOptions['sender']['send'] = (message) =>
      new Promise((resolve) => {
        underWay.push({
          key: message.dedupeKey,
          accept: () => resolve({ kind: 'accepted', messageId: underWay.length }),
        });
      });
    return { sender: { send }, underWay };
  }

  it('begins with what waits, goes on with the next of a chat, and sleeps when there is nothing', async () => {
    const { time, makeWorker, say } = await start();
    const { sender, underWay } = slowSender();
    for (const text of ['một', 'hai']) await say(text);
    const stop = new AbortController();
    const running = makeWorker({ sender }).run(stop.signal);
    await settle();
    expect(underWay.map(({ key }) => key)).toEqual(['một']);
    underWay[0]?.accept();
    await settle();
    expect(underWay.map(({ key }) => key)).toEqual(['một', 'hai']);
    underWay[1]?.accept();
    await settle();
    expect(time.sleeping()).toEqual([30_000]);
    stop.abort();
    await running;
  });

  it('is woken by what is added, and a slow chat holds up no other', async () => {
    const { makeWorker, say } = await start();
    const { sender, underWay } = slowSender();
    const worker = makeWorker({ sender });
    const stop = new AbortController();
    await say('chậm');
    const running = worker.run(stop.signal);
    await settle();
    await say('nhanh', { chatId: B });
    worker.wake();
    await settle();
    expect(underWay.map(({ key }) => key)).toEqual(['chậm', 'nhanh']);
    for (const { accept } of underWay) accept();
    stop.abort();
    await running;
  });

  it('wakes by itself when a message becomes due', async () => {
    const { time, makeWorker, say } = await start();
    const outcomes = [
      { kind: 'unknown', reason: 'timeout' } as const,
      { kind: 'accepted', messageId: 1 } as const,
    ];
    const sentAt: number[] = [];
    const worker = makeWorker({
      sender: {
        send: async () => {
          sentAt.push(time.clock());
          return outcomes[sentAt.length - 1] ?? { kind: 'accepted', messageId: 2 };
        },
      },
    });
    await say('một');
    const stop = new AbortController();
    const running = worker.run(stop.signal);
    await time.advance(60_000);
    expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 30_000]);
    stop.abort();
    await running;
  });

  it('settles the sends under way before it ends, and begins no other', async () => {
    const { storage, makeWorker, say } = await start();
    const { sender, underWay } = slowSender();
    for (const text of ['một', 'hai']) await say(text);
    const stop = new AbortController();
    const running = makeWorker({ sender }).run(stop.signal);
    await settle();
    stop.abort();
    underWay[0]?.accept();
    await running;
    expect(await storage.outbox.findByKey('một')).toMatchObject({ state: 'sent' });
    expect(await storage.outbox.findByKey('hai')).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('does not wait for the lease of a dead worker when it is alone', async () => {
    const { storage, time, makeWorker, say, posted } = await start();
    await say('một');
    await storage.outbox.claim('dead', time.clock(), 60_000, 10);
    const { sender, underWay } = slowSender();
    const stop = new AbortController();
    const running = makeWorker({ sender, isAlone: true }).run(stop.signal);
    await settle();
    expect(await storage.outbox.findByKey('một')).toMatchObject({
      state: 'uncertain',
      notBefore: time.clock() + 30_000,
    });
    await time.advance(30_000);
    expect(underWay.map(({ key }) => key)).toEqual(['một']);
    underWay[0]?.accept();
    stop.abort();
    await running;
    expect(posted()).toEqual([]);
  });

  it('backs off while the outbox cannot be read, and then goes on', async () => {
    const { storage, time, makeWorker, say, log } = await start();
    let failures = 2;
    const { sender, underWay } = slowSender();
    const worker = makeWorker({
      sender,
      storage: {
        transaction: storage.transaction,
        outbox: {
          ...storage.outbox,
          claim: async (...given) => {
            failures -= 1;
            if (failures >= 0) throw new Error('locked');
            return storage.outbox.claim(...given);
          },
        },
      },
    });
    await say('một');
    const stop = new AbortController();
    const running = worker.run(stop.signal);
    await time.advance(3_000);
    expect(underWay).toHaveLength(1);
    expect(log.entries.filter(({ level }) => level === 'error')).toHaveLength(2);
    underWay[0]?.accept();
    stop.abort();
    await running;
  });
});
