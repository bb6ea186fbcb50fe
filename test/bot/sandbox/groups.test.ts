import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningBotApi, startBotApi, TEST_BOT } from '../../support/bot-api.ts';

const OFFICER = 501;
const CHAIR = 502;
const STRANGER = 503;
const SUPERGROUP = -1_001_000_000_001;
const BASIC = -700_001;
const FORUM = -1_001_000_000_002;
const CHANNEL = -1_001_000_000_003;

let api: RunningBotApi;

beforeEach(async () => {
  api = await startBotApi();
  api.people.add({ id: OFFICER, name: 'Công chức Văn phòng – Thống kê' });
  api.people.add({ id: CHAIR, name: 'Chủ tịch UBND xã' });
  api.people.add({ id: STRANGER, name: 'Người ngoài' });
  api.groups.add({ chatId: SUPERGROUP, title: 'Xã Bằng Mạc', members: [OFFICER], admins: [CHAIR] });
  api.groups.add({ chatId: BASIC, kind: 'group', title: 'Xã Triệu An', members: [OFFICER], admins: [CHAIR] });
  api.groups.add({
    chatId: FORUM,
    title: 'Bắc Sơn',
    forum: true,
    members: [OFFICER],
    admins: [CHAIR],
    bot: 'administrator',
  });
  api.groups.add({
    chatId: CHANNEL,
    kind: 'channel',
    title: 'Thông báo',
    admins: [CHAIR],
    bot: 'administrator',
  });
});

afterEach(() => api.close());

const send = (chat_id: number, more: object = {}) =>
  api.call('sendMessage', { chat_id, text: 'chào', ...more });
const isSeen = (text: string, replyTo?: number) =>
  api.say(SUPERGROUP, OFFICER, text, { replyTo }).update !== null;

describe('privacy mode', () => {
  it('hides plain text, mentions, bare commands and commands to other bots', () => {
    const hidden = [
      'Đã hoàn thành NV-12',
      `@${TEST_BOT.username} ơi`,
      '/diem Bằng Mạc',
      '/diem@KhacBot',
      '/điểm',
    ];
    expect(hidden.filter((text) => isSeen(text))).toEqual([]);
  });

  it('shows commands that name the bot, in any case', () => {
    expect(isSeen(`/diem@${TEST_BOT.username.toUpperCase()} Bằng Mạc`)).toBe(true);
  });

  it('shows replies to the bot, and bare commands once the bot has posted', async () => {
    await send(SUPERGROUP);
    const own = api.posted(SUPERGROUP)[0]?.message_id;
    expect([isSeen('xong rồi ạ', own), isSeen('/diem'), isSeen('chuyện khác')]).toEqual([true, true, false]);
  });

  it('shows everything to an administrator', () => {
    api.setBot(SUPERGROUP, 'administrator', CHAIR);
    expect(isSeen('Đã hoàn thành NV-12')).toBe(true);
  });

  it('shows everything when it is off', async () => {
    const open = await startBotApi({ botUser: { ...TEST_BOT, canReadAllGroupMessages: true } });
    open.people.add({ id: OFFICER, name: 'Công chức' });
    open.groups.add({ chatId: SUPERGROUP, title: 'Xã', members: [OFFICER] });
    expect(open.say(SUPERGROUP, OFFICER, 'Đã xong').update).not.toBeNull();
    await open.close();
  });
});

describe('what a message carries', () => {
  it('entities of commands, mentions and links with UTF-16 offsets', () => {
    const { message } = api.say(BASIC, OFFICER, '😀 /diem@CchcThuBot @ai_do https://example.org.');
    expect(message.entities).toEqual([
      { type: 'bot_command', offset: 3, length: 16 },
      { type: 'mention', offset: 20, length: 6 },
      { type: 'url', offset: 27, length: 19 },
    ]);
  });

  it('no command where Telegram sees none', () => {
    const texts = ['/điểm', 'a/diem', '/diêm', '//diem', '</diem>'];
    expect(texts.flatMap((text) => api.say(BASIC, OFFICER, text).message.entities ?? [])).toEqual([]);
  });

  it('text without control characters and direction overrides', () => {
    expect(api.say(BASIC, OFFICER, 'a\u0000b\u202Ec\td\r\ne').message.text).toBe('a bc d\ne');
  });

  it('the group as sender of an anonymous administrator', () => {
    api.setBot(SUPERGROUP, 'administrator', CHAIR);
    expect(api.say(SUPERGROUP, CHAIR, 'xong', { as: 'anonymous' }).update).toMatchObject({
      message: { from: { id: 1_087_968_824 }, sender_chat: { id: SUPERGROUP } },
    });
  });

  it('the channel as sender of a channel post, without from', () => {
    const { update } = api.say(CHANNEL, CHAIR, 'thông báo');
    expect(update).toMatchObject({ channel_post: { sender_chat: { id: CHANNEL } } });
    expect(update).not.toHaveProperty('channel_post.from');
  });

  it('the origin of a forward', () => {
    const { message } = api.say(BASIC, CHAIR, 'Đã hoàn thành NV-12');
    expect(api.forward(message, OFFICER, OFFICER).update).toMatchObject({
      message: { chat: { id: OFFICER }, forward_origin: { type: 'user', sender_user: { id: CHAIR } } },
    });
  });

  it('the message it answers, one level deep', () => {
    const first = api.say(BASIC, OFFICER, 'một').message.message_id;
    const second = api.say(BASIC, OFFICER, 'hai', { replyTo: first }).message.message_id;
    const third = api.say(BASIC, OFFICER, 'ba', { replyTo: second }).message;
    expect(third.reply_to_message).toMatchObject({ text: 'hai' });
    expect(third.reply_to_message).not.toHaveProperty('reply_to_message');
  });

  it('its new text and time when it is edited', () => {
    const { message } = api.say(BASIC, OFFICER, `/xong@${TEST_BOT.username} NV12`);
    expect(api.edit(message, `/xong@${TEST_BOT.username} NV13`).update).toMatchObject({
      edited_message: { message_id: message.message_id, edit_date: expect.any(Number) },
    });
  });
});

describe('topics', () => {
  it('keep their thread; the bot posts into an open one only', async () => {
    const threadId = api.createTopic(FORUM, 'Cải cách hành chính', CHAIR);
    const { message } = api.say(FORUM, OFFICER, 'trong chủ đề', { threadId });
    expect(message).toMatchObject({ message_thread_id: threadId, is_topic_message: true });
    expect((await send(FORUM, { message_thread_id: threadId })).ok).toBe(true);
    expect((await send(FORUM, { message_thread_id: 1 })).description).toBe(
      'Bad Request: message thread not found',
    );
  });

  it('are not the threads of replies in an ordinary supergroup, which cannot be posted to', async () => {
    const first = api.say(SUPERGROUP, OFFICER, 'một').message.message_id;
    const { message } = api.say(SUPERGROUP, OFFICER, 'hai', { replyTo: first });
    expect(message.message_thread_id).toBe(first);
    expect(message).not.toHaveProperty('is_topic_message');
    expect((await send(SUPERGROUP, { message_thread_id: first })).status).toBe(400);
  });
});

describe('coming and going', () => {
  it('the bot is told when it is put out, and refused from then on', async () => {
    const updates = api.kick(SUPERGROUP, CHAIR);
    expect(updates).toMatchObject([
      { my_chat_member: { new_chat_member: { status: 'kicked' }, from: { id: CHAIR } } },
      { message: { left_chat_member: { id: TEST_BOT.id } } },
    ]);
    expect(await send(SUPERGROUP)).toMatchObject({
      status: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    });
    expect(isSeen(`/diem@${TEST_BOT.username}`)).toBe(false);
  });

  it('the bot is told when it comes back', async () => {
    api.kick(BASIC, CHAIR);
    expect(api.setBot(BASIC, 'member', CHAIR)).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
      { message: { new_chat_members: [{ id: TEST_BOT.id }] } },
    ]);
    expect((await send(BASIC)).ok).toBe(true);
  });

  it('a person who comes is announced by a service message', () => {
    expect(api.join(SUPERGROUP, STRANGER)).toMatchObject([
      { message: { new_chat_members: [{ id: STRANGER }] } },
    ]);
  });

  it('a restricted bot may not write', async () => {
    api.setBot(SUPERGROUP, 'restricted', CHAIR);
    expect((await send(SUPERGROUP)).description).toMatch(/not enough rights/u);
  });

  it('a person is written to only after writing first, and not when the bot is blocked', async () => {
    expect((await send(OFFICER)).status).toBe(403);
    api.say(OFFICER, OFFICER, '/start');
    expect((await send(OFFICER)).ok).toBe(true);
    api.setBot(OFFICER, 'kicked', OFFICER);
    expect((await send(OFFICER)).description).toBe('Forbidden: bot was blocked by the user');
  });

  it('members and administrators are told as they are', async () => {
    const member = (user_id: number) => api.call('getChatMember', { chat_id: SUPERGROUP, user_id });
    expect((await member(CHAIR)).result).toMatchObject({ status: 'creator' });
    expect((await member(STRANGER)).result).toMatchObject({ status: 'left' });
    expect((await member(1)).status).toBe(400);
    const administrators = await api.call('getChatAdministrators', { chat_id: SUPERGROUP });
    expect(administrators.result).toMatchObject([{ user: { id: CHAIR } }]);
    expect((await api.call('getChat', { chat_id: FORUM })).result).toMatchObject({
      is_forum: true,
      title: 'Bắc Sơn',
    });
  });
});

describe('a basic group that becomes a supergroup', () => {
  const NEXT = -1_001_000_000_099;

  it.each([
    ['to-first', ['migrate_to_chat_id', 'migrate_from_chat_id']],
    ['from-first', ['migrate_from_chat_id', 'migrate_to_chat_id']],
    ['none', []],
  ] as const)(
    'tells the bot in the order %s, and refuses the old id with the new one',
    async (order, told) => {
      const updates = api.migrate(BASIC, { to: NEXT, order });
      const fields = updates.map((update) =>
        Object.keys('message' in update ? update.message : {}).find((field) => field.startsWith('migrate')),
      );
      expect(fields).toEqual(told);
      expect(await send(BASIC)).toMatchObject({ status: 400, parameters: { migrate_to_chat_id: NEXT } });
      expect((await send(NEXT)).ok).toBe(true);
    },
  );
});

describe('the command menu', () => {
  it('is kept per scope, and the narrowest one is offered', async () => {
    const commands = (name: string) => [{ command: name, description: 'Xem' }];
    const set = (scope: object, name: string) =>
      api.call('setMyCommands', { scope, commands: commands(name) });
    await set({ type: 'default' }, 'trogiup');
    await set({ type: 'all_group_chats' }, 'diem');
    await set({ type: 'all_chat_administrators' }, 'dangky');
    expect((await api.call('getMyCommands', { scope: { type: 'all_group_chats' } })).result).toEqual(
      commands('diem'),
    );
    const offered = (userId: number, chatId: number, isAdministrator: boolean) =>
      api.world.menu.offered({ chatId, userId, isPrivate: chatId > 0, isAdministrator })[0]?.command;
    expect([
      offered(OFFICER, BASIC, false),
      offered(CHAIR, BASIC, true),
      offered(OFFICER, OFFICER, false),
    ]).toEqual(['diem', 'dangky', 'trogiup']);
  });

  it.each(['điểm', 'Diem', 'a-b', 'x'.repeat(33), ''])('refuses the command %j', async (command) => {
    const answer = await api.call('setMyCommands', { commands: [{ command, description: 'Xem' }] });
    expect(answer.description).toBe('Bad Request: BOT_COMMAND_INVALID');
  });
});

describe('files', () => {
  const upload = async (method: string, field: string, content: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData();
    form.set('chat_id', String(BASIC));
    form.set('caption', '<b>Sổ</b> theo dõi');
    form.set('parse_mode', 'HTML');
    form.set(field, new Blob([content]), name);
    const response = await fetch(`${api.url}/bot${api.world.token}/${method}`, {
      method: 'POST',
      body: form,
    });
    return {
      status: response.status,
      ...((await response.json()) as { description?: string; result?: object }),
    };
  };

  it('are taken, told and given back', async () => {
    const { result } = await upload('sendDocument', 'document', new TextEncoder().encode('mã;tên'), 'sổ.csv');
    expect(result).toMatchObject({ caption: 'Sổ theo dõi', document: { file_name: 'sổ.csv' } });
    const { document } = result as { document: { file_id: string } };
    const file = (await api.call('getFile', { file_id: document.file_id })).result as { file_path: string };
    const content = await fetch(`${api.url}/file/bot${api.world.token}/${file.file_path}`);
    expect(await content.text()).toBe('mã;tên');
    expect((await fetch(`${api.url}/file/bot1:x/${file.file_path}`)).status).toBe(401);
  });

  it('that are no pictures are refused as photos', async () => {
    expect((await upload('sendPhoto', 'photo', new Uint8Array([1, 2, 3]), 'a.png')).description).toBe(
      'Bad Request: IMAGE_PROCESS_FAILED',
    );
  });

  it('over 20 MB cannot be fetched by a bot', async () => {
    const content = new Uint8Array(20 * 1024 * 1024 + 1);
    const { message } = api.say(OFFICER, OFFICER, '', { file: { name: 'to.xlsx', mime: '', content } });
    const answer = await api.call('getFile', { file_id: message.document?.file_id });
    expect(answer.description).toBe('Bad Request: file is too big');
  });
});
