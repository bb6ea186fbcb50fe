import { describe, expect, it } from 'vitest';
import { createTelegramClient, type TelegramClient } from '../../bot/client.ts';
import { createPacing, unpaced } from '../../bot/pacing.ts';
import { createSender } from '../../bot/sender.ts';
import type { CallOutcome } from '../../bot/telegram-replies.ts';
import { callbackId, chatId, outboxId } from '../../domain/ids.ts';
import type { OutboxContent, OutboxMessage } from '../../domain/outbox.ts';
import { shortCode } from '../../domain/short-code.ts';
import { startBotApi, TEST_TOKEN } from '../support/bot-api.ts';
import { createKeptLog } from '../support/kept-log.ts';
import { createManualTime, settle } from '../support/manual-time.ts';

const GROUP = chatId(-1_001);
const PLACE = { chatId: GROUP, threadId: null };
const CONTENT: OutboxContent = { kind: 'send', lines: [['NV-12 <quá hạn>']], buttons: [], messageId: null };
const message = (overrides: Partial<OutboxMessage> = {}): OutboxMessage => ({
  id: outboxId('m1'),
  dedupeKey: 'k',
  chatId: GROUP,
  threadId: null,
  content: CONTENT,
  about: [],
  state: 'sending',
  attempts: 1,
  unknowns: 0,
  notBefore: 0,
  createdAt: 0,
  messageId: null,
  lastError: null,
  ...overrides,
});
const FLOOD = (seconds: number): CallOutcome<never> => ({
  kind: 'rejected',
  reason: { kind: 'flood', retryAfterMs: seconds * 1_000 },
});

/** A Telegram that answers from a list, then accepts. */
function start(answers: readonly CallOutcome<never>[] = [], paced = false) {
  const time = createManualTime(0);
  const log = createKeptLog();
  const calls: { readonly method: string; readonly parameters: object; readonly at: number }[] = [];
  const client: TelegramClient = {
    async call(method, parameters) {
      calls.push({ method, parameters, at: time.clock() });
      const accepted = { kind: 'ok', result: { message_id: 100 + calls.length } };
      return (answers[calls.length - 1] ?? accepted) as never;
    },
  };
  const pacing = paced ? createPacing({ realClock: time.clock, sleep: time.sleep }) : unpaced;
  return { sender: createSender({ client, pacing, realClock: time.clock, log }), calls, time, log };
}

describe('send', () => {
  it('posts HTML with its code, without a link preview', async () => {
    const { sender, calls } = start();
    expect(await sender.send(message())).toEqual({ kind: 'accepted', messageId: 101 });
    expect(calls[0]).toMatchObject({
      method: 'sendMessage',
      parameters: {
        chat_id: GROUP,
        text: `NV-12 &lt;quá hạn&gt;<i> · mã ${shortCode('m1')}</i>`,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
    });
    expect(calls[0]?.parameters).not.toHaveProperty('message_thread_id');
  });

  it('names the topic, the message it answers and the buttons', async () => {
    const { sender, calls } = start();
    const content = {
      ...CONTENT,
      messageId: 8,
      buttons: [[{ text: 'Hoàn tác', callbackId: callbackId('c1') }]],
    };
    await sender.send(message({ threadId: 4, content }));
    expect(calls[0]?.parameters).toMatchObject({
      message_thread_id: 4,
      reply_parameters: { message_id: 8, allow_sending_without_reply: true },
      reply_markup: { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'c1' }]] },
    });
  });

  it('marks what may have been posted before', async () => {
    const { sender, calls } = start();
    await sender.send(message({ unknowns: 1 }));
    expect(calls[0]?.parameters).toMatchObject({ text: expect.stringMatching(/^\(gửi lại\) NV-12/u) });
  });

  it('edits by the number of the message, which stays the same', async () => {
    const { sender, calls } = start();
    expect(await sender.send(message({ content: { ...CONTENT, kind: 'edit', messageId: 8 } }))).toEqual({
      kind: 'accepted',
      messageId: 8,
    });
    expect(calls[0]).toMatchObject({
      method: 'editMessageText',
      parameters: { message_id: 8, text: 'NV-12 &lt;quá hạn&gt;' },
    });
  });

  it('makes one attempt, whatever the answer', async () => {
    const { sender, calls } = start([FLOOD(2)]);
    expect(await sender.send(message())).toEqual({
      kind: 'rejected',
      reason: { kind: 'flood', retryAfterMs: 2_000 },
    });
    expect(calls).toHaveLength(1);
  });

  it('does not ask Telegram again while a chat is held', async () => {
    const { sender, calls } = start([FLOOD(60)], true);
    await sender.send(message());
    expect(await sender.send(message())).toEqual({
      kind: 'rejected',
      reason: { kind: 'flood', retryAfterMs: 60_000 },
    });
    expect(calls).toHaveLength(1);
  });

  it('holds every chat when three in a row are refused', async () => {
    const { sender, calls } = start([FLOOD(60), FLOOD(60), FLOOD(60)], true);
    for (const id of [-1, -2, -3]) await sender.send(message({ chatId: chatId(id) }));
    expect(await sender.send(message({ chatId: chatId(-4) }))).toMatchObject({
      kind: 'rejected',
      reason: { kind: 'flood' },
    });
    expect(calls).toHaveLength(3);
  });

  it('leaves a message unsent when it is stopped while it waits', async () => {
    const { sender, calls, time } = start([], true);
    const stop = new AbortController();
    await sender.send(message());
    const waiting = sender.send(message(), stop.signal);
    stop.abort();
    await time.advance(5_000);
    expect(await waiting).toEqual({ kind: 'rejected', reason: { kind: 'unreachable' } });
    expect(calls).toHaveLength(1);
  });

  it('logs outcomes without a word of the message', async () => {
    const { sender, log } = start([{ kind: 'unknown', reason: 'timeout' }]);
    await sender.send(message());
    expect(log.entries).toEqual([
      { level: 'warn', fields: { chat: GROUP, outcome: 'unknown timeout' }, message: 'not posted' },
    ]);
  });
});

describe('reply', () => {
  it('posts every part in order, without a code', async () => {
    const { sender, calls } = start();
    const parts = [CONTENT, { ...CONTENT, lines: [['hai']] }];
    expect(await sender.reply(PLACE, parts)).toEqual({ messageIds: [101, 102], failure: null });
    expect(calls.map(({ parameters }) => 'text' in parameters && parameters.text)).toEqual([
      'NV-12 &lt;quá hạn&gt;',
      'hai',
    ]);
  });

  it('stops at a part of which nobody knows what became, and never repeats it', async () => {
    const { sender, calls } = start([{ kind: 'unknown', reason: 'timeout' }]);
    expect(await sender.reply(PLACE, [CONTENT, CONTENT])).toEqual({
      messageIds: [],
      failure: { kind: 'unknown', reason: 'timeout' },
    });
    expect(calls).toHaveLength(1);
  });

  it('tries again after a short flood, which certainly posted nothing', async () => {
    const { sender, calls, time } = start([FLOOD(7)], true);
    const replying = sender.reply(PLACE, [CONTENT]);
    await time.advance(7_000);
    expect(await replying).toEqual({ messageIds: [102], failure: null });
    expect(calls.map(({ at }) => at)).toEqual([0, 7_000]);
  });

  it('gives up after a long flood', async () => {
    const { sender, calls } = start([FLOOD(73_414)], true);
    expect(await sender.reply(PLACE, [CONTENT])).toMatchObject({
      messageIds: [],
      failure: { kind: 'rejected' },
    });
    expect(calls).toHaveLength(1);
  });
});

describe('the pace of a sender', () => {
  it('never gets a refusal from a Bot API with Telegram’s rates, and asks nothing once a group’s minute is full', async () => {
    const time = createManualTime();
    const api = await startBotApi({ realClock: time.clock, limits: 'telegram' });
    api.people.add({ id: 6, name: 'Quản trị', username: 'quan_tri' });
    api.groups.add({ chatId: GROUP, title: 'Triệu An', admins: [6] });
    const client = createTelegramClient({ token: TEST_TOKEN, apiRoot: api.url });
    const pacing = createPacing({ realClock: time.clock, sleep: time.sleep });
    const sender = createSender({ client, pacing, realClock: time.clock, log: createKeptLog() });

    const ended: Awaited<ReturnType<typeof sender.reply>>[] = [];
    const replying = sender
      .reply(
        PLACE,
        Array.from({ length: 21 }, () => CONTENT),
      )
      .then((result) => ended.push(result));
    while (ended.length === 0) {
      await settle();
      await time.advance(time.sleeping()[0] ?? 0);
    }
    await replying;
    await api.close();
    expect(api.calls.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(ended[0]).toMatchObject({
      failure: { kind: 'rejected', reason: { kind: 'flood', retryAfterMs: 41_000 } },
    });
  });
});
