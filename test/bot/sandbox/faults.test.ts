import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAULT } from '../../../bot/sandbox/faults.ts';
import { type RunningBotApi, startBotApi } from '../../support/bot-api.ts';

const GROUP = -1_001_000_000_001;
const OTHER = -1_001_000_000_002;

let api: RunningBotApi;
let realNow: number;

beforeEach(async () => {
  realNow = 1_700_000_000_000;
  api = await startBotApi({ realClock: () => realNow });
  api.groups.add({ chatId: GROUP, title: 'Xã Bằng Mạc' });
  api.groups.add({ chatId: OTHER, title: 'Xã Triệu An' });
});

afterEach(() => api.close());

const send = (chat_id = GROUP) => api.call('sendMessage', { chat_id, text: 'chào' });

describe('rates', () => {
  beforeEach(() => api.setLimits('telegram'));

  const statuses = async (count: number, chat = GROUP) => {
    const answers = [];
    for (let sent = 0; sent < count; sent += 1) answers.push((await send(chat)).status);
    return answers;
  };

  it('let a small burst into a chat, then about one a second; other chats go on', async () => {
    expect(await statuses(4)).toEqual([200, 200, 200, 429]);
    expect((await send()).parameters).toEqual({ retry_after: 1 });
    expect((await send(OTHER)).status).toBe(200);
    realNow += 1000;
    expect(await statuses(2)).toEqual([200, 429]);
  });

  it('let 20 messages a minute into a group', async () => {
    for (let sent = 0; sent < 20; sent += 1) {
      expect((await send()).status).toBe(200);
      realNow += 1000;
    }
    expect(await send()).toMatchObject({ status: 429, parameters: { retry_after: 40 } });
    realNow += 40_000;
    expect((await send()).status).toBe(200);
  });

  it('let about 30 a second out in all', async () => {
    const chats = Array.from({ length: 31 }, (_, index) => -1_002_000_000_000 - index);
    for (const chatId of chats) api.groups.add({ chatId, title: 'Nhóm' });
    const answers = [];
    for (const chatId of chats) answers.push((await send(chatId)).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(30);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('scripted faults', () => {
  it('strike the named method in the named chat, as often as told', async () => {
    const rule = api.faults.add({ method: 'sendMessage', chatId: GROUP, times: 2, fault: FAULT.flood(7) });
    expect(await send()).toMatchObject({ status: 429, error_code: 429, parameters: { retry_after: 7 } });
    expect((await send(OTHER)).status).toBe(200);
    expect((await api.call('getMe')).status).toBe(200);
    expect((await send()).status).toBe(429);
    expect((await send()).status).toBe(200);
    expect(rule.struck()).toBe(2);
  });

  it('answer with HTML from a gateway and post nothing', async () => {
    api.faults.add({ fault: FAULT.badGateway() });
    const response = await fetch(`${api.url}/bot${api.world.token}/sendMessage?chat_id=${GROUP}&text=a`);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(api.accepted).toEqual([]);
  });

  it.each([
    ['a hang-up before the call', FAULT.hangUp(), 0],
    ['a hang-up after it was carried out', FAULT.acceptThenHangUp(), 1],
    ['a body cut in half', FAULT.cutBody(), 1],
    ['silence', FAULT.silence(20), 0],
    ['silence after it was carried out', FAULT.acceptThenSilence(20), 1],
  ] as const)('%s breaks the call', async (_name, fault, posted) => {
    api.faults.add({ method: 'sendMessage', fault });
    await expect(send()).rejects.toThrow();
    expect(api.accepted).toHaveLength(posted);
  });

  it('a late answer comes complete, after the post', async () => {
    api.faults.add({ method: 'sendMessage', fault: FAULT.acceptThenLate(20) });
    const answer = send();
    await api.until(() => api.accepted.length === 1);
    expect((await answer).ok).toBe(true);
  });

  it('silence ends when the client gives up', async () => {
    api.faults.add({ method: 'getMe', fault: FAULT.silence(600_000) });
    const call = fetch(`${api.url}/bot${api.world.token}/getMe`, { signal: AbortSignal.timeout(50) });
    await expect(call).rejects.toThrow();
  });

  it('a closed server refuses connections, and listens again with all it knew', async () => {
    await send();
    const { port } = new URL(api.url);
    await api.close();
    await expect(send()).rejects.toThrow();
    const again = await api.listen(Number(port));
    expect((await send()).ok).toBe(true);
    expect(api.posted(GROUP)).toHaveLength(2);
    await again.close();
  });
});

describe('the control route', () => {
  const control = (path: string, init: RequestInit = {}) => fetch(`${api.url}${path}`, init);
  const add = (rule: object, headers: Record<string, string> = {}) =>
    control('/sandbox/faults', { method: 'POST', headers, body: JSON.stringify(rule) });
  const rule = { method: 'sendMessage', fault: { kind: 'hang-up', accepted: true } };

  it('adds faults and tells what was accepted', async () => {
    expect((await add(rule)).status).toBe(201);
    await expect(send()).rejects.toThrow();
    expect(await (await control('/sandbox/accepted')).json()).toMatchObject([
      { chatId: GROUP, text: 'chào' },
    ]);
  });

  it('refuses a rule that makes no sense', async () => {
    expect((await add({ fault: { kind: 'flowers' } })).status).toBe(400);
    expect((await control('/sandbox/faults', { method: 'POST', body: 'x' })).status).toBe(400);
  });

  it('refuses another web page', async () => {
    expect((await add(rule, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await add(rule, { origin: 'null' })).status).toBe(403);
    expect((await add(rule, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
