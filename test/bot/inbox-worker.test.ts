import { afterEach, describe, expect, it } from 'vitest';
import { createInboxWorker, type InboxWorkerOptions } from '../../bot/inbox-worker.ts';
import type { RouteResult } from '../../bot/update-handler.ts';
import { chatId } from '../../domain/ids.ts';
import { textReply } from '../../domain/message.ts';
import { post } from '../../domain/posting.ts';
import type { Storage, Stores } from '../../domain/storage.ts';
import { createKeptLog } from '../support/kept-log.ts';
import { createManualTime, settle } from '../support/manual-time.ts';
import { dialects, openTestStorage, type TestDialect } from '../support/open-test-storage.ts';

type TestUpdate = { readonly update_id: number; readonly chat: number; readonly text: string };
type Route = (update: TestUpdate, stores: Stores) => Promise<RouteResult>;

const NOTHING: RouteResult = { afterCommit: [] };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(
  route: Route,
  options: Partial<InboxWorkerOptions<unknown>> = {},
  dialect: TestDialect = 'sqlite',
) {
  const time = createManualTime();
  const storage = await openTestStorage(dialect);
  closing.push(() => storage[Symbol.asyncDispose]());
  const log = createKeptLog();
  const worker = createInboxWorker({
    storage,
    prepare: async () => null,
    route: (update, stores) => route(update as TestUpdate, stores),
    onGivenUp: async () => {},
    realClock: time.clock,
    sleep: time.sleep,
    log,
    maxAttempts: 3,
    ...options,
  });
  return { time, storage, worker, log };
}

let lastId = 0;
const receive = (storage: Storage, ...updates: readonly (readonly [number, string])[]) =>
  storage.inbox.add(
    updates.map(([chat, text]) => {
      lastId += 1;
      const body = JSON.stringify({ update_id: lastId, chat, text } satisfies TestUpdate);
      return {
        updateId: lastId,
        chatId: chatId(chat),
        messageKey: `message:${lastId}`,
        body,
        receivedAt: 1_000,
      };
    }),
  );

/** Writes the text down where the test can see what was committed. */
const write = async ({ text }: TestUpdate, stores: Stores) => {
  await stores.facts.set(text, 'handled');
  return NOTHING;
};

describe.each(dialects())('step on %s', (dialect) => {
  it('works on each update once', async () => {
    const { storage, worker } = await start(write, {}, dialect);
    await receive(storage, [-1, 'một'], [-2, 'hai']);
    expect(await worker.step()).toBe(2);
    expect(await worker.step()).toBe(0);
    expect([await storage.facts.get('một'), await storage.facts.get('hai')]).toEqual(['handled', 'handled']);
  });

  it('keeps the order within a chat', async () => {
    const seen: string[] = [];
    const { storage, worker } = await start(
      async ({ text }) => {
        seen.push(text);
        return { afterCommit: [async () => void seen.push(`${text} answered`)] };
      },
      {},
      dialect,
    );
    await receive(storage, [-1, 'a'], [-1, 'b'], [-1, 'c']);
    await worker.step();
    expect(seen).toEqual(['a', 'b', 'c', 'a answered', 'b answered', 'c answered']);
  });

  it('undoes the work of one update that fails, and of no other that shares its transaction', async () => {
    const { storage, worker } = await start(
      async (update, stores) => {
        await write(update, stores);
        if (update.text === 'hỏng') throw new Error('broken');
        return NOTHING;
      },
      {},
      dialect,
    );
    await receive(storage, [-1, 'trước'], [-2, 'hỏng'], [-3, 'sau']);
    expect(await worker.step()).toBe(2);
    expect([
      await storage.facts.get('trước'),
      await storage.facts.get('hỏng'),
      await storage.facts.get('sau'),
    ]).toEqual(['handled', null, 'handled']);
    expect(await storage.inbox.counts()).toMatchObject({ pending: 1, failed: 0 });
  });

  it('does nothing for an update that another worker has handled meanwhile', async () => {
    const { storage, worker } = await start(
      write,
      {
        prepare: async (update) => storage.inbox.handle((update as TestUpdate).update_id, 5),
      },
      dialect,
    );
    await receive(storage, [-1, 'một']);
    await worker.step();
    expect(await storage.facts.get('một')).toBeNull();
  });
});

describe('step', () => {
  it('looks things up over the network before the transaction', async () => {
    const order: string[] = [];
    const { storage, worker } = await start(
      async () => {
        order.push('route');
        return NOTHING;
      },
      { prepare: async () => void order.push('prepare') },
    );
    await receive(storage, [-1, 'một']);
    await worker.step();
    expect(order).toEqual(['prepare', 'route']);
  });

  it('answers only what is committed', async () => {
    const answers: (string | null)[] = [];
    const { storage, worker } = await start(async (update, stores) => {
      await write(update, stores);
      return { afterCommit: [async () => void answers.push(await storage.facts.get('một'))] };
    });
    await receive(storage, [-1, 'một']);
    await worker.step();
    expect(answers).toEqual(['handled']);
  });

  it('counts an update as handled although its answer cannot be sent', async () => {
    const { storage, worker, log } = await start(async () => ({
      afterCommit: [
        async () => {
          throw new TypeError('người dân Nguyễn');
        },
      ],
    }));
    await receive(storage, [-1, 'một']);
    expect(await worker.step()).toBe(1);
    expect(log.entries).toMatchObject([{ level: 'error', fields: { error: 'TypeError' } }]);
  });

  it('lets a later update of the chat wait for one that failed, and other chats not', async () => {
    let isBroken = true;
    const { storage, worker } = await start(async (update, stores) => {
      if (isBroken && update.text === 'một') throw new Error('broken');
      return write(update, stores);
    });
    await receive(storage, [-1, 'một'], [-1, 'hai'], [-2, 'ba']);
    expect(await worker.step()).toBe(1);
    expect(await storage.facts.get('hai')).toBeNull();
    isBroken = false;
    expect(await worker.step()).toBe(2);
  });

  it('gives an update up after its last attempt, says so once in the chat, and goes on', async () => {
    const { storage, worker } = await start(
      async (update, stores) => {
        if (update.text === 'hỏng') throw new Error('broken');
        return write(update, stores);
      },
      {
        onGivenUp: async (update, stores) => {
          const { update_id, chat } = update as TestUpdate;
          const draft = {
            dedupeKey: `given-up:${update_id}`,
            chatId: chatId(chat),
            threadId: null,
            reply: textReply('Chưa xử lý được.'),
            buttonsExpireAt: 0,
          };
          await post(stores, draft, { realNow: 0, newId: () => `n${update_id}` });
        },
      },
    );
    await receive(storage, [-1, 'hỏng'], [-1, 'sau']);
    for (let attempt = 1; attempt <= 4; attempt += 1) await worker.step();
    expect(await storage.inbox.counts()).toMatchObject({ pending: 0, failed: 1 });
    expect(await storage.outbox.counts()).toMatchObject({ waiting: 1 });
    expect(await storage.facts.get('sau')).toBe('handled');
  });

  it('gives an update up even when the chat cannot be told', async () => {
    const broken = async () => {
      throw new Error('broken');
    };
    const { storage, worker } = await start(broken, { onGivenUp: broken });
    await receive(storage, [-1, 'hỏng']);
    for (let attempt = 1; attempt <= 3; attempt += 1) await worker.step();
    expect(await storage.inbox.counts()).toMatchObject({ pending: 0, failed: 1 });
  });

  it('survives an update that is not JSON', async () => {
    const { storage, worker } = await start(write);
    await storage.inbox.add([
      { updateId: 900_001, chatId: chatId(-1), messageKey: 'x', body: '{', receivedAt: 0 },
    ]);
    for (let attempt = 1; attempt <= 3; attempt += 1) await worker.step();
    expect(await storage.inbox.counts()).toMatchObject({ pending: 0, failed: 1 });
  });

  it('shares transactions when many chats speak at once', async () => {
    const { storage, worker } = await start(write);
    let transactions = 0;
    const counting = createInboxWorker({
      storage: {
        inbox: storage.inbox,
        transaction: (work) => {
          transactions += 1;
          return storage.transaction(work);
        },
      },
      prepare: async () => null,
      route: (update, stores) => write(update as TestUpdate, stores),
      onGivenUp: async () => {},
      realClock: () => 0,
      sleep: createManualTime().sleep,
      log: createKeptLog(),
    });
    await receive(storage, ...Array.from({ length: 128 }, (_, chat) => [-1 - chat, `chat ${chat}`] as const));
    expect(await counting.step()).toBe(128);
    expect(transactions).toBe(2);
    expect(await worker.step()).toBe(0);
  });
});

describe('run', () => {
  it('works on what is there, and on what comes while it waits', async () => {
    const { time, storage, worker } = await start(write);
    const stop = new AbortController();
    await receive(storage, [-1, 'một']);
    const running = worker.run(stop.signal);
    await settle();
    await receive(storage, [-1, 'hai']);
    worker.wake();
    await time.advance(0);
    expect(await storage.facts.get('hai')).toBe('handled');
    stop.abort();
    await running;
  });

  it('comes back to a chat that spoke again while it was busy', async () => {
    let release = () => {};
    const { storage, worker } = await start(async (update, stores) => {
      await write(update, stores);
      return update.text === 'một'
        ? { afterCommit: [() => new Promise((resolve) => (release = resolve))] }
        : NOTHING;
    });
    const stop = new AbortController();
    await receive(storage, [-1, 'một']);
    const running = worker.run(stop.signal);
    await settle();
    await receive(storage, [-1, 'hai'], [-2, 'ba']);
    worker.wake();
    await settle();
    expect([await storage.facts.get('hai'), await storage.facts.get('ba')]).toEqual([null, 'handled']);
    release();
    await settle();
    expect(await storage.facts.get('hai')).toBe('handled');
    stop.abort();
    await running;
  });

  it('tries a failed update again after a while', async () => {
    let attempts = 0;
    const { time, storage, worker } = await start(async (update, stores) => {
      attempts += 1;
      if (attempts < 3) throw new Error('broken');
      return write(update, stores);
    });
    const stop = new AbortController();
    await receive(storage, [-1, 'một']);
    const running = worker.run(stop.signal);
    await time.advance(900);
    expect(attempts).toBe(1);
    await time.advance(3_000);
    expect(attempts).toBe(3);
    expect(await storage.facts.get('một')).toBe('handled');
    stop.abort();
    await running;
  });

  it('finishes what it has begun when it is stopped, and begins nothing new', async () => {
    let release = () => {};
    const answered: string[] = [];
    const { storage, worker } = await start(async (update, stores) => {
      await write(update, stores);
      const held =
        update.text === 'tin 1' ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
      return { afterCommit: [() => held.then(() => void answered.push(update.text))] };
    });
    const stop = new AbortController();
    const texts = Array.from({ length: 9 }, (_, index) => `tin ${index + 1}`);
    await receive(storage, ...texts.map((text) => [-1, text] as const));
    const running = worker.run(stop.signal);
    await settle();
    stop.abort();
    release();
    await running;
    expect(answered).toEqual(texts.slice(0, 8));
    expect(await storage.inbox.counts()).toMatchObject({ pending: 1 });
  });

  it('handles what stands before a failing update of the same chat, and nothing behind it', async () => {
    const { storage, worker } = await start(async (update, stores) => {
      if (update.text === 'hỏng') throw new Error('broken');
      return write(update, stores);
    });
    await receive(storage, [-1, 'trước'], [-1, 'hỏng'], [-1, 'sau']);
    expect(await worker.step()).toBe(1);
    expect([await storage.facts.get('trước'), await storage.facts.get('sau')]).toEqual(['handled', null]);
  });

  it('goes on when the inbox cannot be read for a while', async () => {
    const { time, storage } = await start(write);
    let isLocked = true;
    const worker = createInboxWorker({
      storage: {
        transaction: storage.transaction,
        inbox: {
          ...storage.inbox,
          pending: async (limit, busy) => {
            if (isLocked) throw new Error('database is locked');
            return storage.inbox.pending(limit, busy);
          },
        },
      },
      prepare: async () => null,
      route: (update, stores) => write(update as TestUpdate, stores),
      onGivenUp: async () => {},
      realClock: time.clock,
      sleep: time.sleep,
      log: createKeptLog(),
    });
    await receive(storage, [-1, 'một']);
    const stop = new AbortController();
    const running = worker.run(stop.signal);
    await time.advance(100);
    isLocked = false;
    await time.advance(5_000);
    expect(await storage.facts.get('một')).toBe('handled');
    stop.abort();
    await running;
  });
});
