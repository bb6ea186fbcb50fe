import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_GROUPS, DEMO_OWNER, DEMO_PEOPLE } from '../../../bot/sandbox/demo.ts';
import { type Sandbox, startSandbox } from '../../../bot/sandbox/start.ts';
import { instantOf } from '../../../domain/clock.ts';

const demoGroup = (title: string) => {
  const group = DEMO_GROUPS.find((candidate) => candidate.title === title);
  if (!group) throw new Error(`no demo group ${title}`);
  return group;
};
const BANG_MAC = demoGroup('Xã Bằng Mạc');
const OFFICER = BANG_MAC.members[0]?.id ?? 0;

let sandbox: Sandbox;
let now: number;
let moves: number[];

beforeEach(async () => {
  now = instantOf('2023-10-20', '08:00');
  moves = [];
  sandbox = await startSandbox({
    port: 0,
    clock: () => now,
    moveClock: async (instant) => {
      moves.push(instant);
      now = instant;
    },
  });
});

afterEach(() => sandbox.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}${path}`, { headers });

const write = (fields: Record<string, string | Blob>, chatId: number = BANG_MAC.chatId) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return fetch(`${sandbox.url}/sandbox/chats/${chatId}/messages`, { method: 'POST', body: form });
};

const send = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${sandbox.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const bot = async (method: string, parameters: object) => {
  const answer = await send('POST', `/bot${sandbox.token}/${method}`, parameters);
  return ((await answer.json()) as { result: unknown }).result;
};

const moveClock = async (move: object) => {
  const answer = await send('POST', '/sandbox/clock', move);
  return { status: answer.status, ...((await answer.json()) as { error?: string }) };
};

describe('the demo', () => {
  it('has the groups of the documents, one of them unbound, and its owner in each', () => {
    expect(DEMO_GROUPS.map(({ title }) => title)).toEqual([
      'Bộ Nội vụ',
      'Tỉnh Lạng Sơn',
      'Huyện Bắc Sơn',
      'Xã Bằng Mạc',
      'Xã Triệu An',
      'Huyện Tịnh Biên',
      'Nhóm chưa đăng ký',
    ]);
    expect(DEMO_GROUPS.filter(({ unitId }) => unitId === null)).toHaveLength(1);
    expect(DEMO_GROUPS.every(({ members }) => members.includes(DEMO_OWNER))).toBe(true);
    expect(new Set(DEMO_PEOPLE.map(({ id }) => id)).size).toBe(DEMO_PEOPLE.length);
    expect(DEMO_PEOPLE[0]).toBe(DEMO_OWNER);
  });

  it('never gives an id out again after a restart', async () => {
    const first = sandbox.api.say(BANG_MAC.chatId, OFFICER, 'trước');
    await sandbox.close();
    const earlier = first.update?.update_id ?? Number.NaN;
    expect(sandbox.api.world.idBase).toBeGreaterThan(100_000_000);
    expect(earlier).toBeGreaterThan(sandbox.api.world.idBase);
    expect(first.message.message_id).toBeGreaterThan(sandbox.api.world.idBase);
  });
});

describe('the page', () => {
  it('is served with a policy that allows nothing from elsewhere', async () => {
    const page = await get('/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await page.text();
    expect(html).toContain('Máy chủ thử – dữ liệu mẫu');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    expect((await get('/page.js')).headers.get('content-type')).toContain('text/javascript');
  });

  it('serves no other file', async () => {
    for (const path of ['/..%2fstart.ts', '/../start.ts', '/page/../../start.ts', '/index.html.bak']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('lists groups and private chats', async () => {
    const state = (await (await get('/sandbox/state')).json()) as {
      chats: { title: string; isPrivate: boolean }[];
    };
    expect(state.chats.filter(({ isPrivate }) => !isPrivate).map(({ title }) => title)).toContain(
      'Xã Bằng Mạc',
    );
    expect(state.chats.filter(({ isPrivate }) => isPrivate)).toHaveLength(DEMO_PEOPLE.length);
  });
});

describe('writing from the page', () => {
  it('reaches the bot, as a text, a reply, an edit and a file', async () => {
    const first = (await (
      await write({ personId: String(OFFICER), text: 'Đã hoàn thành NV-12' })
    ).json()) as {
      messageId: number;
      delivered: boolean;
    };
    expect(first.delivered).toBe(true);
    await write({ personId: String(OFFICER), text: 'thêm', replyTo: String(first.messageId) });
    await send('PUT', `/sandbox/chats/${BANG_MAC.chatId}/messages/${first.messageId}`, {
      personId: OFFICER,
      text: 'Đã hoàn thành NV-13',
    });
    await write({
      personId: String(OFFICER),
      text: '',
      file: new File(['a;b'], 'sổ.csv', { type: 'text/csv' }),
    });
    expect(await bot('getUpdates', {})).toMatchObject([
      { message: { text: 'Đã hoàn thành NV-12', from: { id: OFFICER } } },
      { message: { text: 'thêm', reply_to_message: { message_id: first.messageId } } },
      { edited_message: { text: 'Đã hoàn thành NV-13', message_id: first.messageId } },
      { message: { document: { file_name: 'sổ.csv' } } },
    ]);
  });

  it('presses a button that stands, and no other', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'Hoàn tác', callback_data: 'abc' }]] };
    const posted = (await bot('sendMessage', {
      chat_id: BANG_MAC.chatId,
      text: 'đã ghi',
      reply_markup: keyboard,
    })) as {
      message_id: number;
    };
    const path = `/sandbox/chats/${BANG_MAC.chatId}/messages/${posted.message_id}/press`;
    expect((await send('POST', path, { personId: OFFICER, data: 'xyz' })).status).toBe(409);
    expect((await send('POST', path, { personId: OFFICER, data: 'abc' })).status).toBe(202);
    expect(await bot('getUpdates', {})).toMatchObject([
      { callback_query: { data: 'abc', from: { id: OFFICER } } },
    ]);
  });

  it('opens a private chat by writing in it', async () => {
    await write({ personId: String(OFFICER), text: '/start' }, OFFICER);
    expect(await bot('getUpdates', {})).toMatchObject([
      { message: { chat: { id: OFFICER, type: 'private' } } },
    ]);
  });

  it.each([
    ['a stranger', { personId: '1', text: 'a' }, 404],
    [
      'somebody of another group',
      { personId: String(demoGroup('Xã Triệu An').members[0]?.id), text: 'a' },
      404,
    ],
    ['nothing to say', { personId: String(OFFICER), text: '  ' }, 400],
    ['4097 characters', { personId: String(OFFICER), text: 'á'.repeat(4097) }, 400],
    ['a reply to nothing', { personId: String(OFFICER), text: 'a', replyTo: '77' }, 400],
    ['no person', { text: 'a' }, 404],
  ])('is refused with a sentence for %s', async (_fact, fields, status) => {
    const answer = await write(fields);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(/\.$/u) });
  });

  it('edits only what one has written oneself', async () => {
    const { message } = sandbox.api.say(BANG_MAC.chatId, OFFICER, 'của tôi');
    const path = `/sandbox/chats/${BANG_MAC.chatId}/messages/${message.message_id}`;
    expect((await send('PUT', path, { personId: DEMO_OWNER.id, text: 'sửa' })).status).toBe(404);
  });

  it('gives files back for download, and shows pictures only', async () => {
    const shown = async (name: string, content: Uint8Array<ArrayBuffer>) => {
      const { message } = sandbox.api.say(BANG_MAC.chatId, OFFICER, '', {
        file: { name, mime: 'text/html', content },
      });
      const { headers } = await get(`/sandbox/files/${message.document?.file_id}`);
      return [headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]];
    };
    const script = new TextEncoder().encode('<script>alert(1)</script>');
    expect(await shown('trang.html', script)).toEqual(['application/octet-stream', 'attachment']);
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
    expect(await shown('ảnh.png', png)).toEqual(['image/png', 'inline']);
  });
});

describe('the clock', () => {
  it('moves on by an hour, to a time, and to 07:30 of the next working day', async () => {
    expect((await moveClock({ kind: 'advance', minutes: 60 })).status).toBe(202);
    expect((await moveClock({ kind: 'to', at: '2023-10-20T17:30' })).status).toBe(202);
    // 20/10/2023 is a Friday.
    expect((await moveClock({ kind: 'working-morning' })).status).toBe(202);
    expect(moves).toEqual([
      instantOf('2023-10-20', '09:00'),
      instantOf('2023-10-20', '17:30'),
      instantOf('2023-10-23', '07:30'),
    ]);
  });

  it.each([
    ['the past', { kind: 'to', at: '2023-10-19T07:30' }, 409],
    ['an impossible day', { kind: 'to', at: '2023-02-30T07:30' }, 409],
    ['no time at all', { kind: 'to', at: 'mai' }, 409],
    ['too far a day', { kind: 'to', at: '2026-10-20T07:30' }, 409],
    ['an unknown way', { kind: 'back' }, 400],
  ])('refuses %s with a sentence', async (_fact, move, status) => {
    expect(await moveClock(move)).toMatchObject({ status, error: expect.stringMatching(/\.$/u) });
    expect(moves).toEqual([]);
  });
});

describe('live news', () => {
  it('carry messages, answers and the clock', async () => {
    const leaving = new AbortController();
    const stream = await fetch(`${sandbox.url}/sandbox/events`, { signal: leaving.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (expected: string) => {
      while (!heard.includes(expected)) heard += (await reader?.read())?.value ?? '';
    };
    await hear('"kind":"clock"');
    sandbox.api.say(BANG_MAC.chatId, OFFICER, 'tin mới đây');
    await hear('tin mới đây');
    await moveClock({ kind: 'advance', minutes: 60 });
    await hear(String(instantOf('2023-10-20', '09:00')));
    expect(heard).not.toContain('getUpdates');
    leaving.abort();
  });
});

describe('other web pages', () => {
  const own = () => new URL(sandbox.url).host;
  /** fetch does not let one choose the Host. */
  const statusWith = (headers: Record<string, string>, path = '/sandbox/state', method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(sandbox.url);
      httpRequest({ hostname, port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['a foreign host name', { host: 'evil.example' }, 403],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a cross-site read', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a read of the address bar', { 'sec-fetch-site': 'none' }, 200],
    ['the page itself', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('%s gets %s', async (_fact, headers, status) => {
    expect(await statusWith({ host: own(), ...headers })).toBe(status);
  });

  it('cannot be the ones that write, nor read the page under a foreign name', async () => {
    const origin = 'https://evil.example';
    const path = `/sandbox/chats/${BANG_MAC.chatId}/messages`;
    expect(await statusWith({ host: own(), origin }, path, 'POST')).toBe(403);
    expect(await statusWith({ host: own(), 'sec-fetch-site': 'none' }, '/sandbox/clock', 'POST')).toBe(403);
    expect(await statusWith({ host: 'evil.example' }, '/')).toBe(403);
    expect(await statusWith({ host: own(), origin }, `/bot${sandbox.token}/getMe`)).toBe(403);
    expect(await statusWith({ host: 'evil.example' }, `/bot${sandbox.token}/getMe`)).toBe(403);
  });
});
