import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireUpdate } from '../../../bot/sandbox/wire.ts';
import { type RunningBotApi, startBotApi, TEST_NOW } from '../../support/bot-api.ts';

const GROUP = -1_001_000_000_001;
const PERSON = 501;

let api: RunningBotApi;
let realNow: number;
let now: number;

beforeEach(async () => {
  realNow = 1_700_000_000_000;
  now = TEST_NOW;
  api = await startBotApi({ realClock: () => realNow, clock: () => now });
  api.people.add({ id: PERSON, name: 'Công chức Văn phòng – Thống kê' });
  api.groups.add({ chatId: GROUP, title: 'UBND xã Bằng Mạc', members: [PERSON], bot: 'administrator' });
});

afterEach(() => api.close());

const poll = async (parameters: object = {}) =>
  (await api.call('getUpdates', parameters)).result as WireUpdate[];
const ids = (updates: readonly WireUpdate[]) => updates.map(({ update_id }) => update_id);
const texts = (updates: readonly WireUpdate[]) =>
  updates.map((update) => ('message' in update ? update.message.text : ''));

describe('getUpdates', () => {
  it('keeps updates until a higher offset confirms them', async () => {
    api.say(GROUP, PERSON, 'một');
    api.say(GROUP, PERSON, 'hai');
    const first = await poll();
    expect(texts(first)).toEqual(['một', 'hai']);
    expect(ids(await poll())).toEqual(ids(first));
    expect(texts(await poll({ offset: (first[0]?.update_id ?? 0) + 1 }))).toEqual(['hai']);
    expect(texts(await poll())).toEqual(['hai']);
  });

  it('hands out at most 100, and fewer when asked', async () => {
    for (let count = 0; count < 130; count += 1) api.say(GROUP, PERSON, `tin ${count}`);
    expect(await poll({ limit: 500 })).toHaveLength(100);
    expect(await poll({ limit: 3 })).toHaveLength(3);
    expect(texts(await poll({ offset: -2 }))).toEqual(['tin 128', 'tin 129']);
  });

  it('waits for an update as long as it is told to', async () => {
    const waiting = poll({ timeout: 30 });
    await api.until(() => api.world.updates.isWaiting());
    api.say(GROUP, PERSON, 'đến rồi');
    expect(texts(await waiting)).toEqual(['đến rồi']);
  });

  it('ends the older of two polls with 409; the newer one works', async () => {
    const older = api.call('getUpdates', { timeout: 30 });
    await api.until(() => api.world.updates.isWaiting());
    const newer = poll({ timeout: 30 });
    expect(await older).toMatchObject({ status: 409, ok: false, error_code: 409 });
    api.say(GROUP, PERSON, 'cho người sau');
    expect(texts(await newer)).toEqual(['cho người sau']);
  });

  it('is refused while a webhook is set', async () => {
    await api.call('setWebhook', { url: 'https://example.org/hook' });
    expect((await api.call('getUpdates')).status).toBe(409);
    await api.call('deleteWebhook');
    expect((await api.call('getUpdates')).status).toBe(200);
  });

  it('remembers allowed_updates and applies them to what comes later', async () => {
    api.say(GROUP, PERSON, 'trước');
    await poll({ allowed_updates: ['callback_query'] });
    expect(api.say(GROUP, PERSON, 'sau').update).toBeNull();
    expect(texts(await poll())).toEqual(['trước']);
  });

  it('forgets a callback query after 150 s and anything else after 24 h', async () => {
    api.say(GROUP, PERSON, 'tin');
    await api.call('sendMessage', {
      chat_id: GROUP,
      text: 'nút',
      reply_markup: { inline_keyboard: [[{ text: 'Bấm', callback_data: 'x' }]] },
    });
    const [message] = api.posted(GROUP);
    if (!message) throw new Error('nothing posted');
    api.press(message, 'Bấm', PERSON);
    expect(await poll()).toHaveLength(2);
    realNow += 151_000;
    expect(texts(await poll())).toEqual(['tin']);
    realNow += 24 * 3_600_000;
    expect(await poll()).toEqual([]);
  });

  it('delivers the same update again, or the same message under a new id, when a test says so', async () => {
    const { update } = api.say(GROUP, PERSON, 'một lần');
    if (!update) throw new Error('not delivered');
    expect(await poll({ offset: update.update_id + 1 })).toEqual([]);
    api.redeliver(update);
    expect(ids(await poll({ offset: update.update_id + 1 }))).toEqual([update.update_id]);
    api.redeliver(update, 'new-id');
    const [again] = await poll();
    expect(again).toEqual({ ...update, update_id: update.update_id + 1 });
  });
});

describe('a button press', () => {
  const pressOnce = async () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'abc' }]] };
    await api.call('sendMessage', { chat_id: GROUP, text: 'đã ghi', reply_markup });
    const message = api.posted(GROUP).at(-1);
    if (!message) throw new Error('nothing posted');
    return { message, ...api.press(message, 'Hoàn tác', PERSON) };
  };
  const answer = (callback_query_id: string) =>
    api.call('answerCallbackQuery', { callback_query_id, text: 'Đã hoàn tác' });

  it('reaches the bot with its data and is answered once', async () => {
    const { queryId, update } = await pressOnce();
    expect(update).toMatchObject({
      callback_query: { data: 'abc', from: { id: PERSON }, message: { text: 'đã ghi' } },
    });
    expect((await answer(queryId)).ok).toBe(true);
    expect(api.answers.at(-1)).toMatchObject({ queryId, text: 'Đã hoàn tác', showAlert: false });
    expect((await answer(queryId)).status).toBe(400);
  });

  it('cannot be answered after 150 s of the business clock', async () => {
    const { queryId } = await pressOnce();
    now += 151_000;
    expect((await answer(queryId)).description).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  });

  it('on a deleted message arrives without its content', async () => {
    const { message } = await pressOnce();
    await api.call('deleteMessage', { chat_id: GROUP, message_id: message.message_id });
    const forged = api.pressAnything(message, 'forged', PERSON);
    expect(forged.update).toMatchObject({ callback_query: { data: 'forged', message: { date: 0 } } });
  });
});
