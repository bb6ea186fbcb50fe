import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBotApi, startBotApi, TEST_TOKEN } from '../../support/bot-api.ts';

const GROUP = -1_001_000_000_001;
const PERSON = 501;

let api: RunningBotApi;

beforeAll(async () => {
  api = await startBotApi();
  api.people.add({ id: PERSON, name: 'Công chức Văn phòng – Thống kê' });
  api.groups.add({ chatId: GROUP, title: 'UBND xã Bằng Mạc', members: [PERSON] });
});

afterAll(() => api.close());

const send = (parameters: object) => api.call('sendMessage', { chat_id: GROUP, ...parameters });
const html = (text: string) => send({ text, parse_mode: 'HTML' });
const button = (fields: object) => ({ inline_keyboard: [[{ text: 'Bấm', ...fields }]] });

describe('what the local Bot API refuses, in the words of Telegram', () => {
  const refused: readonly (readonly [fact: string, parameters: object, description: string])[] = [
    ['an empty text', { text: '' }, 'Bad Request: message text is empty'],
    ['blanks only', { text: ' \n\t ' }, 'Bad Request: message text is empty'],
    ['tags around nothing', { text: '<b></b>', parse_mode: 'HTML' }, 'Bad Request: message text is empty'],
    ['4097 characters', { text: 'á'.repeat(4097) }, 'Bad Request: message is too long'],
    ['more than 32 KiB', { text: 'ạ'.repeat(12_000) }, 'Bad Request: text is too long'],
    ['an unknown chat', { chat_id: -1, text: 'a' }, 'Bad Request: chat not found'],
    ['no chat', { chat_id: '', text: 'a' }, 'Bad Request: chat_id is empty'],
    [
      'a reply to nothing',
      { text: 'a', reply_parameters: { message_id: 9999 } },
      'Bad Request: message to be replied not found',
    ],
    [
      'a topic in an ordinary group',
      { text: 'a', message_thread_id: 5 },
      'Bad Request: message thread not found',
    ],
    [
      '65 bytes of callback data',
      { text: 'a', reply_markup: button({ callback_data: `${'ạ'.repeat(21)}ab` }) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'empty callback data',
      { text: 'a', reply_markup: button({ callback_data: '' }) },
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    ['Markdown', { text: '*a*', parse_mode: 'MarkdownV2' }, 'Bad Request: unsupported parse_mode'],
  ];

  it.each(refused)('%s is refused', async (_fact, parameters, description) => {
    expect(await send(parameters)).toMatchObject({ status: 400, ok: false, error_code: 400, description });
  });

  const unparsable: readonly (readonly [text: string, reason: string])[] = [
    ['a <b>b', `Can't find end tag corresponding to start tag "b"`],
    ['ấ <x>b</x>', 'Unsupported start tag "x" at byte offset 4'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['Kinh tế & xã hội', 'Unsupported or bare "&" at byte offset 10'],
    ['a &nbsp; b', 'Unsupported or bare "&" at byte offset 2'],
    ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
  ];

  it.each(unparsable)('the HTML %j is refused', async (text, reason) => {
    expect((await html(text)).description).toBe(`Bad Request: can't parse entities: ${reason}`);
  });

  const badKeyboards: readonly (readonly [fact: string, keyboard: unknown])[] = [
    ['a button without action', button({})],
    ['a button with two actions', button({ callback_data: 'a', url: 'https://example.org' })],
    ['a button without text', { inline_keyboard: [[{ text: ' ', callback_data: 'a' }]] }],
    ['a row that is no list', { inline_keyboard: [{ text: 'a', callback_data: 'a' }] }],
    ['a list', []],
    ['broken JSON', '{"inline_keyboard":'],
    ['a link that is none', button({ url: 'javascript:alert(1)' })],
    [
      '101 buttons',
      { inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }]) },
    ],
  ];

  it.each(badKeyboards)('%s is refused as a keyboard', async (_fact, keyboard) => {
    expect((await send({ text: 'a', reply_markup: keyboard })).status).toBe(400);
  });
});

describe('what the local Bot API accepts', () => {
  it('a message of exactly 4096 characters after parsing', async () => {
    expect((await html(`<b>${'ộ'.repeat(4096)}</b>`)).ok).toBe(true);
  });

  it('nested tags, references and links become entities in UTF-16 offsets', async () => {
    const answer = await html(
      '😀 <b>đậm <i>nghiêng</i></b> &lt;&amp;&gt; <a href="https://example.org/a">tới</a>',
    );
    expect(answer.result).toMatchObject({
      text: '😀 đậm nghiêng <&> tới',
      entities: [
        { type: 'bold', offset: 3, length: 11 },
        { type: 'italic', offset: 7, length: 7 },
        { type: 'text_link', offset: 19, length: 3, url: 'https://example.org/a' },
      ],
    });
  });

  it('a text_mention only of a person it knows', async () => {
    const known = await html(`<a href="tg://user?id=${PERSON}">ai</a> <a href="tg://user?id=1">kia</a>`);
    expect(known.result).toMatchObject({ entities: [{ type: 'text_mention', user: { id: PERSON } }] });
  });

  it('64 bytes of callback data, a reply and a keyboard, kept in the log', async () => {
    const first = api.say(GROUP, PERSON, '/diem@CchcThuBot').message;
    const reply_markup = button({ callback_data: 'x'.repeat(64) });
    const answer = await send({
      text: '  Điểm  ',
      reply_parameters: { message_id: first.message_id },
      reply_markup,
    });
    expect(answer.result).toMatchObject({ text: 'Điểm', reply_to_message: { message_id: first.message_id } });
    expect(api.accepted.at(-1)).toMatchObject({
      chatId: GROUP,
      text: 'Điểm',
      replyMarkup: reply_markup,
      threadId: null,
    });
  });

  it('a GET with a query string, a form and a method name in any case', async () => {
    const got = await fetch(`${api.url}/bot${TEST_TOKEN}/SENDMESSAGE?chat_id=${GROUP}&text=a`);
    const form = await fetch(`${api.url}/bot${TEST_TOKEN}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(GROUP), text: 'nhiệm vụ' }),
    });
    expect([got.status, form.status]).toEqual([200, 200]);
    expect(api.posted(GROUP).at(-1)?.text).toBe('nhiệm vụ');
  });
});

describe('editing and deleting', () => {
  const post = async (text = 'gốc') => ((await send({ text })).result as { message_id: number }).message_id;
  const edit = (message_id: number, text: string, more: object = {}) =>
    api.call('editMessageText', { chat_id: GROUP, message_id, text, ...more });

  it('an edit changes the text and takes the keyboard away', async () => {
    const { result } = await send({ text: 'a', reply_markup: button({ callback_data: 'x' }) });
    const id = (result as { message_id: number }).message_id;
    expect((await edit(id, 'b')).result).toMatchObject({ text: 'b', edit_date: expect.any(Number) });
    expect(api.posted(GROUP).at(-1)).not.toHaveProperty('reply_markup');
  });

  it('the same content again is "not modified"', async () => {
    expect((await edit(await post(), 'gốc')).description).toMatch(/^Bad Request: message is not modified:/u);
  });

  it("a message that is not there, or a person's own, cannot be edited", async () => {
    expect((await edit(99_999, 'a')).description).toBe('Bad Request: message to edit not found');
    const theirs = api.say(GROUP, PERSON, 'của tôi').message.message_id;
    expect((await edit(theirs, 'a')).description).toBe("Bad Request: message can't be edited");
  });

  it('a keyboard is changed alone, and not twice to the same', async () => {
    const message_id = await post('bàn phím');
    const change = () =>
      api.call('editMessageReplyMarkup', {
        chat_id: GROUP,
        message_id,
        reply_markup: button({ callback_data: 'y' }),
      });
    expect((await change()).ok).toBe(true);
    expect((await change()).description).toMatch(/not modified/u);
  });

  it("its own message is deleted once; another's needs administrator rights", async () => {
    const message_id = await post();
    const remove = (id: number) => api.call('deleteMessage', { chat_id: GROUP, message_id: id });
    expect((await remove(message_id)).ok).toBe(true);
    expect((await remove(message_id)).description).toBe('Bad Request: message to delete not found');
    const theirs = api.say(GROUP, PERSON, 'giữ lại').message.message_id;
    expect((await remove(theirs)).description).toBe("Bad Request: message can't be deleted");
  });
});

describe('who is let in', () => {
  const request = (path: string, init: RequestInit = {}) => fetch(`${api.url}${path}`, init);

  it('a wrong token is unauthorised, an unknown method is not found', async () => {
    const wrong = await request('/bot1:x/getMe');
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ]);
    const unknown = await request(`/bot${TEST_TOKEN}/sendFlowers`);
    expect([unknown.status, await unknown.json()]).toEqual([
      404,
      { ok: false, error_code: 404, description: 'Not Found' },
    ]);
  });

  it('a web page is refused even with the token', async () => {
    const path = `/bot${TEST_TOKEN}/getMe`;
    expect((await request(path, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await request(path)).status).toBe(200);
  });

  it('a body that is no JSON object is refused', async () => {
    for (const body of ['null', '[]', '{', '"a"']) {
      const headers = { 'content-type': 'application/json' };
      const answer = await request(`/bot${TEST_TOKEN}/sendMessage`, { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
    }
  });
});
