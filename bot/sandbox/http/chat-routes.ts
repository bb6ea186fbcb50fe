import type { Context, Hono } from 'hono';
import { z } from 'zod';
import type { BotApi } from '../bot-api.ts';
import { type ChatRecord, isAdministrator, isPresent, membershipOf } from '../chats.ts';
import type { ClockDesk } from '../clock-desk.ts';
import { openPrivateChat } from '../world.ts';
import { safeName } from './body.ts';
import { chatView, overview } from './views.ts';

const UPLOAD_BYTES = 50 * 1024 * 1024;
const TEXT_LIMIT = 4096;

const writeSchema = z.object({
  personId: z.coerce.number().int(),
  text: z.string(),
  replyTo: z.coerce.number().int().optional(),
});
const editSchema = z.object({ personId: z.int(), text: z.string() });
const pressSchema = z.object({ personId: z.int(), data: z.string().max(64) });
const standingSchema = z.object({
  personId: z.int(),
  standing: z.enum(['administrator', 'member', 'kicked']),
});

/** What a person does in a chat of the page. */
export function addChatRoutes(app: Hono, api: BotApi, clock: ClockDesk): void {
  app.get('/sandbox/state', (context) => context.json(overview(api, clock.state())));

  app.get('/sandbox/chats/:chatId', (context) => {
    const chat = chatOf(api, context);
    return chat === null ? gone(context) : context.json(chatView(api, chat));
  });

  app.get('/sandbox/chats/:chatId/commands', (context) => {
    const chat = chatOf(api, context);
    const personId = Number(context.req.query('person'));
    if (chat === null || !mayWrite(chat, personId)) return context.json([]);
    return context.json(commandsFor(api, chat, personId));
  });

  app.post('/sandbox/chats/:chatId/messages', async (context) => {
    const chat = chatOf(api, context);
    const form = await context.req.formData().catch(() => null);
    const written = writeSchema.safeParse(form === null ? null : Object.fromEntries(form));
    if (chat === null || form === null || !written.success || !mayWrite(chat, written.data.personId))
      return gone(context);
    const { personId, text, replyTo } = written.data;
    const file = await fileOf(form);
    const problem = problemWith(chat, text, file, replyTo);
    if (problem !== null) return context.json({ error: problem }, 400);
    const { message, update } = api.say(chat.id, personId, text, { replyTo, file: file ?? undefined });
    return context.json({ messageId: message.message_id, delivered: update !== null }, 201);
  });

  app.put('/sandbox/chats/:chatId/messages/:messageId', async (context) => {
    const chat = chatOf(api, context);
    const message = chat?.messages.get(Number(context.req.param('messageId')));
    const edited = editSchema.safeParse(await context.req.json().catch(() => null));
    if (!message || !edited.success || message.from?.id !== edited.data.personId) return gone(context);
    const problem = textProblem(edited.data.text, message.text === undefined);
    if (problem !== null) return context.json({ error: problem }, 400);
    api.edit(message, edited.data.text);
    return context.json({ messageId: message.message_id });
  });

  app.post('/sandbox/chats/:chatId/messages/:messageId/press', async (context) => {
    const chat = chatOf(api, context);
    const message = chat?.messages.get(Number(context.req.param('messageId')));
    const pressed = pressSchema.safeParse(await context.req.json().catch(() => null));
    if (!chat || !message || !pressed.success || !mayWrite(chat, pressed.data.personId)) return gone(context);
    const { data, personId } = pressed.data;
    const stands =
      message.reply_markup?.inline_keyboard.flat().some(({ callback_data }) => callback_data === data) ??
      false;
    if (!stands) return context.json({ error: 'Nút này không còn trên tin nhắn.' }, 409);
    return context.json({ queryId: api.press(message, data, personId).queryId }, 202);
  });

  app.post('/sandbox/chats/:chatId/bot', async (context) => {
    const chat = chatOf(api, context);
    const change = standingSchema.safeParse(await context.req.json().catch(() => null));
    if (!chat || chat.person !== null || !change.success || !mayWrite(chat, change.data.personId))
      return gone(context);
    api.setBot(chat.id, change.data.standing, change.data.personId);
    return context.json(chatView(api, chat));
  });
}

/** A private chat opens when its person first looks at it, as pressing on the bot's name does. */
function chatOf(api: BotApi, context: Context): ChatRecord | null {
  const chatId = Number(context.req.param('chatId'));
  const person = api.world.people.get(chatId);
  return api.world.chats.get(chatId) ?? (person ? openPrivateChat(api.world, person) : null);
}

function mayWrite(chat: ChatRecord, personId: number): boolean {
  return chat.migratedTo === null && isPresent(membershipOf(chat, personId));
}

function commandsFor(api: BotApi, chat: ChatRecord, userId: number) {
  return api.world.menu.offered({
    chatId: chat.id,
    userId,
    isPrivate: chat.person !== null,
    isAdministrator: isAdministrator(membershipOf(chat, userId)),
  });
}

async function fileOf(form: FormData) {
  const file = form.get('file');
  if (file === null || typeof file === 'string' || file.size === 0) return null;
  return {
    name: safeName(file.name),
    mime: file.type,
    content: new Uint8Array(await file.arrayBuffer()),
    asPhoto: /^image\/(?:png|jpeg|webp)$/u.test(file.type),
  };
}

type SentFile = NonNullable<Awaited<ReturnType<typeof fileOf>>>;

function problemWith(
  chat: ChatRecord,
  text: string,
  file: SentFile | null,
  replyTo: number | undefined,
): string | null {
  if (replyTo !== undefined && !chat.messages.has(replyTo)) return 'Tin nhắn được trả lời không còn nữa.';
  if (file !== null && file.content.byteLength > UPLOAD_BYTES) return 'Tệp lớn hơn 50 MB nên không gửi được.';
  return textProblem(text, file !== null);
}

function textProblem(text: string, mayBeEmpty: boolean): string | null {
  if ([...text].length > TEXT_LIMIT) return `Tin nhắn dài quá ${TEXT_LIMIT} ký tự.`;
  return text.trim() === '' && !mayBeEmpty ? 'Tin nhắn chưa có nội dung.' : null;
}

const gone = (context: Context) =>
  context.json({ error: 'Không còn cuộc trò chuyện hoặc tin nhắn này.' }, 404);
