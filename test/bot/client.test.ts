import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { MockAgent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { createTelegramClient } from '../../bot/client.ts';
import { FAULT } from '../../bot/sandbox/faults.ts';
import type { MethodParameters } from '../../bot/telegram-parameters.ts';
import { startBotApi, TEST_TOKEN } from '../support/bot-api.ts';

const GROUP = -1_001;
const PERSON = { id: 5, name: 'Cán bộ xã', username: 'can_bo_xa' };
const text = (body: string): MethodParameters['sendMessage'] => ({
  chat_id: GROUP,
  text: body,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startSandbox() {
  const api = await startBotApi();
  closing.push(api.close);
  api.people.add(PERSON);
  api.groups.add({ chatId: GROUP, title: 'Triệu An', members: [PERSON.id], admins: [6] });
  return { api, client: createTelegramClient({ token: TEST_TOKEN, apiRoot: `${api.url}/` }) };
}

/** A server that answers as it is told, for what no Bot API answers. */
async function startServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const { port } = server.address() as AddressInfo;
  return createTelegramClient({ token: TEST_TOKEN, apiRoot: `http://127.0.0.1:${port}` });
}

const answering = (status: number, body: string) =>
  startServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });

/** What a dispatcher's error becomes. */
async function failing(error: Error) {
  const agent = new MockAgent();
  agent.disableNetConnect();
  closing.push(() => agent.close());
  agent
    .get('http://telegram.test')
    .intercept({ path: `/bot${TEST_TOKEN}/getMe`, method: 'POST' })
    .replyWithError(error);
  return createTelegramClient({ token: TEST_TOKEN, apiRoot: 'http://telegram.test', dispatcher: agent }).call(
    'getMe',
    {},
  );
}

const networkError = (facts: object) => Object.assign(new Error(`connect to bot${TEST_TOKEN}`), facts);

describe('createTelegramClient', () => {
  it('posts a message and returns its number', async () => {
    const { api, client } = await startSandbox();
    const sent = await client.call('sendMessage', text('Nhiệm vụ <b>NV-12</b>'));
    expect(sent).toEqual({ kind: 'ok', result: { message_id: api.accepted[0]?.messageId } });
  });

  it('knows who it is', async () => {
    const { client } = await startSandbox();
    expect(await client.call('getMe', {})).toMatchObject({
      kind: 'ok',
      result: { username: 'CchcThuBot', can_read_all_group_messages: false },
    });
  });

  it('keeps every field of an update', async () => {
    const { api, client } = await startSandbox();
    api.say(GROUP, PERSON.id, '/diem@CchcThuBot Bằng Mạc');
    const polled = await client.call('getUpdates', { limit: 100, timeout: 0, allowed_updates: ['message'] });
    expect(polled).toMatchObject({
      kind: 'ok',
      result: [{ message: { chat: { id: GROUP }, text: '/diem@CchcThuBot Bằng Mạc' } }],
    });
  });

  it('counts an edit that changes nothing as done', async () => {
    const { client } = await startSandbox();
    const sent = await client.call('sendMessage', text('như cũ'));
    const id = sent.kind === 'ok' ? sent.result.message_id : 0;
    expect(await client.call('editMessageText', { ...text('như cũ'), message_id: id })).toEqual({
      kind: 'ok',
      result: true,
    });
  });

  it('reports an edit of a message that is not there as invalid', async () => {
    const { client } = await startSandbox();
    expect(await client.call('editMessageText', { ...text('mới'), message_id: 999 })).toEqual({
      kind: 'rejected',
      reason: { kind: 'invalid', code: 400 },
    });
  });

  it.each([
    [
      'a flood with its time to wait',
      FAULT.flood(73_414),
      { kind: 'rejected', reason: { kind: 'flood', retryAfterMs: 73_414_000 } },
    ],
    ['a kick', FAULT.kicked(), { kind: 'rejected', reason: { kind: 'forbidden' } }],
    ['a revoked token', FAULT.unauthorized(), { kind: 'rejected', reason: { kind: 'invalid', code: 401 } }],
    [
      'a group that moved',
      FAULT.refusal(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1_002 }),
      { kind: 'rejected', reason: { kind: 'migrated', to: -1_002 } },
    ],
    ['an internal error', FAULT.internal(), { kind: 'unknown', reason: 'http-500' }],
    ['an HTML page of a gateway', FAULT.badGateway(), { kind: 'unknown', reason: 'http-502' }],
    ['a gateway time-out', FAULT.gatewayTimeout(), { kind: 'unknown', reason: 'http-504' }],
  ] as const)('tells %s', async (_sentence, fault, outcome) => {
    const { api, client } = await startSandbox();
    api.faults.add({ fault });
    expect(await client.call('sendMessage', text('a'))).toEqual(outcome);
  });

  it.each([
    ['a hang-up before any header', FAULT.acceptThenHangUp()],
    ['a body that is cut', FAULT.cutBody()],
  ] as const)('does not know what became of a message after %s', async (_sentence, fault) => {
    const { api, client } = await startSandbox();
    api.faults.add({ fault });
    expect(await client.call('sendMessage', text('a'))).toMatchObject({ kind: 'unknown' });
    expect(api.accepted).toHaveLength(1);
  });

  it('gives up after its own time-out when nothing is heard', async () => {
    const { api, client } = await startSandbox();
    api.faults.add({ fault: FAULT.silence(600_000) });
    expect(await client.call('sendMessage', text('a'), { timeoutMs: 50 })).toEqual({
      kind: 'unknown',
      reason: 'timeout',
    });
  });

  it('counts the body into its time-out', async () => {
    const client = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"ok":true,');
    });
    expect(await client.call('getMe', {}, { timeoutMs: 50 })).toEqual({ kind: 'unknown', reason: 'timeout' });
  });

  it('ends at once when its caller stops', async () => {
    const client = await startServer(() => {});
    const stop = new AbortController();
    const calling = client.call('getMe', {}, { signal: stop.signal });
    stop.abort();
    expect(await calling).toEqual({ kind: 'unknown', reason: 'aborted' });
  });

  it.each([
    ['a refusal that is not Telegram’s', 403, '<html>proxy</html>', 'http-403-not-telegram'],
    ['an empty success', 200, '', 'http-200-not-telegram'],
    ['a success of another shape', 200, '{"ok":true,"result":{"nothing":1}}', 'unexpected-result'],
    ['a redirect', 302, '', 'http-302'],
  ])('does not know what became of a call after %s', async (_sentence, status, body, reason) => {
    const client = await answering(status, body);
    expect(await client.call('sendMessage', text('a'))).toEqual({ kind: 'unknown', reason });
  });

  it('waits five seconds after a flood that names no time', async () => {
    const client = await answering(429, '{"ok":false,"error_code":429,"description":"Too Many Requests"}');
    expect(await client.call('getMe', {})).toEqual({
      kind: 'rejected',
      reason: { kind: 'flood', retryAfterMs: 5_000 },
    });
  });

  it('reads no more of a body than its limit', async () => {
    const client = await startServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    });
    expect(await client.call('getMe', {})).toEqual({ kind: 'unknown', reason: 'body-too-long' });
  });

  it('reads letters that arrive in pieces', async () => {
    const bytes = Buffer.from(
      JSON.stringify({ ok: true, result: { id: 1, is_bot: true, first_name: 'Nhiệm vụ', username: 'b' } }),
    );
    const client = await startServer((_request, response) => {
      const cut = bytes.indexOf(Buffer.from('ệ')) + 1;
      response.writeHead(200).write(bytes.subarray(0, cut), () => response.end(bytes.subarray(cut)));
    });
    expect(await client.call('getMe', {})).toMatchObject({ kind: 'ok', result: { first_name: 'Nhiệm vụ' } });
  });

  it('knows that nothing was sent when the connection is refused', async () => {
    const api = await startBotApi();
    await api.close();
    const client = createTelegramClient({ token: TEST_TOKEN, apiRoot: api.url });
    expect(await client.call('sendMessage', text('a'))).toEqual({
      kind: 'rejected',
      reason: { kind: 'unreachable' },
    });
  });

  const unreachable = { kind: 'rejected', reason: { kind: 'unreachable' } } as const;
  it.each([
    [
      'a name that does not resolve is',
      networkError({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
      unreachable,
    ],
    [
      'a resolver that does not answer is',
      networkError({ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }),
      unreachable,
    ],
    ['a connection that nobody answers is', networkError({ code: 'UND_ERR_CONNECT_TIMEOUT' }), unreachable],
    [
      'a network without a way there is',
      networkError({ code: 'ENETUNREACH', syscall: 'connect' }),
      unreachable,
    ],
    [
      'refused at every address is',
      new AggregateError([
        networkError({ code: 'ECONNREFUSED' }),
        networkError({ code: 'ETIMEDOUT', syscall: 'connect' }),
      ]),
      unreachable,
    ],
    [
      'lost at one address and refused at another is not',
      Object.assign(
        new AggregateError([networkError({ code: 'ECONNREFUSED' }), networkError({ code: 'ECONNRESET' })]),
        { code: 'ECONNREFUSED' },
      ),
      { kind: 'unknown', reason: 'ECONNREFUSED' },
    ],
    [
      'a connection reset is not',
      networkError({ code: 'ECONNRESET', syscall: 'read' }),
      { kind: 'unknown', reason: 'ECONNRESET' },
    ],
    ['an error without a code is not', new Error(`bot${TEST_TOKEN}`), { kind: 'unknown', reason: 'network' }],
    [
      'an error whose code says too much is not',
      networkError({ code: TEST_TOKEN }),
      { kind: 'unknown', reason: 'network' },
    ],
  ])('%s certainly not sent', async (_sentence, error, outcome) => {
    expect(await failing(error)).toEqual(outcome);
  });

  it('shows its token nowhere', async () => {
    const { api, client } = await startSandbox();
    await api.close();
    closing.pop();
    const outcomes = [await client.call('getMe', {}), await failing(networkError({ code: 'ECONNRESET' }))];
    const broken = createTelegramClient({ token: TEST_TOKEN, apiRoot: 'not an address' });
    outcomes.push(await broken.call('getMe', {}));
    expect(inspect([client, broken, outcomes], { depth: 9, showHidden: true })).not.toContain(
      TEST_TOKEN.split(':')[1],
    );
  });
});
