import { createChatList } from './chat-list.js';
import { createClock } from './clock.js';
import { createComposer } from './composer.js';
import { alertPerson, attempt, byId, element, toast } from './dom.js';
import { createLog } from './log.js';
import { server } from './server.js';
import { initialsOf, STATUS_WORDS, subtitleOf, toneOf } from './wording.js';

const TYPING_MS = 5000;
const ANSWER_WAIT_MS = 15_000;
const TITLE = document.title;

/** By chat id, in the order of the list; each with the number of unread messages. */
const chats = new Map();
/** Who is played in which chat. */
const players = new Map();
/** Buttons that wait for the bot's answer, by query id; answers that came before the press was confirmed. */
const pressed = new Map();
const early = new Map();

let bot = { id: 0, username: '', name: '' };
let open = null;
/** What is heard about a chat while it is being fetched, to be done once it is drawn. */
let opening = { chatId: 0, heard: [] };

const list = createChatList();
const clock = createClock(() => showList());
const composer = createComposer({
  current: () => open,
  personId: () => playerOf(open),
  botUsername: () => bot.username,
  playAs(personId) {
    players.set(open.id, personId);
    log.playAs(personId);
  },
});
const log = createLog({
  command: (text) => composer.insert(text.includes('@') ? text : `${text} `),
  reply: (message) => composer.reply(message),
  edit: (message) => composer.edit(message),
  jump: (messageId) => log.jump(messageId),
  press,
});

/** The first ordinary member speaks unless the person chose another. */
function playerOf(chat) {
  const chosen = players.get(chat.id);
  if (chat.members.some(({ id }) => id === chosen)) return chosen;
  return (chat.members.find(({ status }) => status === 'member') ?? chat.members[0])?.id ?? 0;
}

function showList() {
  list.show(chats.values(), { openId: open?.id ?? null, now: clock.now() });
  const unread = [...chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  document.title = unread > 0 ? `(${unread}) ${TITLE}` : TITLE;
}

async function loadOverview() {
  const overview = await server.overview();
  bot = overview.bot;
  for (const chat of overview.chats) {
    chats.set(chat.id, { ...chat, unread: chats.get(chat.id)?.unread ?? 0 });
  }
  clock.hear(overview.clock);
  showList();
}

async function openChat(chatId) {
  const own = { chatId, heard: [] };
  opening = own;
  const chat = await attempt(() => server.chat(chatId));
  if (chat === null || opening !== own) return;
  const previousId = open?.id ?? null;
  open = chat;
  const entry = chats.get(chat.id);
  if (entry) entry.unread = 0;
  document.body.dataset.view = 'chat';
  byId('empty').hidden = true;
  byId('pane').hidden = false;
  showHead();
  composer.open(chat, playerOf(chat), previousId);
  log.open(chat, playerOf(chat));
  for (const catchUp of own.heard) catchUp();
  opening = { chatId: 0, heard: [] };
  if (previousId !== chat.id) focusChat();
  showList();
}

/** A mouse and a keyboard go on writing at once; on a phone that would cover the messages with the keyboard. */
function focusChat() {
  byId(matchMedia('(pointer: fine)').matches ? 'text' : 'chat-title').focus();
}

function closeChat() {
  opening = { chatId: 0, heard: [] };
  if (open === null) return;
  const left = open.id;
  log.close();
  open = null;
  delete document.body.dataset.view;
  byId('empty').hidden = false;
  byId('pane').hidden = true;
  showList();
  list.focus(left);
}

function showHead() {
  byId('chat-title').textContent = open.title;
  byId('chat-subtitle').textContent = subtitleOf(open);
  byId('chat-avatar').textContent = initialsOf(open.title);
  byId('chat-avatar').style.setProperty('--tone', toneOf(open.id));
  byId('info-open').hidden = open.isPrivate;
}

async function press(message, button, node) {
  if (node.getAttribute('aria-busy') === 'true') return;
  node.setAttribute('aria-busy', 'true');
  const done = () => node.removeAttribute('aria-busy');
  const sent = await attempt(() =>
    server.press(open.id, message.message_id, playerOf(open), button.callback_data),
  );
  if (sent === null) return done();
  pressed.set(sent.queryId, done);
  const waited = early.get(sent.queryId);
  if (waited) return hearAnswer(waited);
  setTimeout(() => {
    if (!pressed.delete(sent.queryId)) return;
    done();
    toast('Bot chưa trả lời nút bấm này.');
  }, ANSWER_WAIT_MS);
  return undefined;
}

function hearAnswer(answer) {
  const done = pressed.get(answer.queryId);
  if (!done) {
    if (early.size > 50) early.clear();
    return early.set(answer.queryId, answer);
  }
  pressed.delete(answer.queryId);
  early.delete(answer.queryId);
  done();
  if (answer.text === '') return undefined;
  return answer.showAlert ? alertPerson(answer.text) : toast(answer.text);
}

let typing = 0;

function showTyping() {
  byId('chat-subtitle').textContent = `${bot.name} đang soạn tin…`;
  clearTimeout(typing);
  typing = setTimeout(() => open && showHead(), TYPING_MS);
}

const HEAR = {
  message({ chatId, message }) {
    const entry = chats.get(chatId);
    if (!entry) return void attempt(loadOverview);
    entry.last = message;
    if (opening.chatId === chatId) opening.heard.push(() => log.add(message));
    const isOpen = open?.id === chatId;
    if (isOpen) {
      log.add(message);
      if (message.from?.id === bot.id) showHead();
      if (document.hidden) entry.unread += 1;
    } else entry.unread += 1;
    return showList();
  },
  edited({ chatId, message }) {
    const entry = chats.get(chatId);
    if (entry?.last?.message_id === message.message_id) entry.last = message;
    if (opening.chatId === chatId) opening.heard.push(() => log.replace(message));
    if (open?.id === chatId) log.replace(message);
    showList();
  },
  deleted({ chatId, messageId }) {
    if (open?.id === chatId) log.remove(messageId);
    void attempt(loadOverview);
  },
  answer: ({ answer }) => hearAnswer(answer),
  action: ({ chatId }) => open?.id === chatId && showTyping(),
  commands: () => composer.forget(),
  async chats() {
    await attempt(loadOverview);
    if (open) await attempt(refreshHead);
  },
  clock: (news) => clock.hear(news),
};

async function refreshHead() {
  const { bot: standing, members } = await server.chat(open.id);
  open.bot = standing;
  open.members = members;
  showHead();
}

function listen() {
  const events = new EventSource('/sandbox/events');
  events.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    HEAR[news.kind]?.(news);
  };
  // What is fetched after the stream has opened misses nothing.
  events.onopen = () => {
    byId('offline').hidden = true;
    void attempt(loadOverview).then(route);
  };
  events.onerror = () => {
    byId('offline').hidden = false;
  };
}

function showInfo() {
  byId('info-members').replaceChildren(
    ...open.members.map(({ name, status }) =>
      element('li', {}, element('span', {}, name), element('span', {}, STATUS_WORDS[status] ?? '')),
    ),
  );
  byId('info-standing').value = ['administrator', 'member'].includes(open.bot) ? open.bot : 'kicked';
  byId('info').showModal();
}

async function changeBot(event) {
  event.preventDefault();
  const owner = open.members.find(({ status }) => status === 'creator') ?? open.members[0];
  const changed = await attempt(() => server.setBot(open.id, owner.id, byId('info-standing').value));
  if (changed) byId('info').close();
}

function route() {
  const chatId = Number(location.hash.slice(1));
  if (chats.has(chatId)) void openChat(chatId);
  else closeChat();
}

byId('back').addEventListener('click', () => {
  location.hash = '';
});
byId('info-open').addEventListener('click', showInfo);
byId('info-close').addEventListener('click', () => byId('info').close());
byId('info-bot').addEventListener('submit', (event) => void changeBot(event));
window.addEventListener('hashchange', route);
document.addEventListener('visibilitychange', () => {
  const entry = chats.get(open?.id);
  if (document.hidden || !entry) return;
  entry.unread = 0;
  showList();
});

listen();
