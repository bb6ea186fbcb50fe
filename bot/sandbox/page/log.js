import { byId, element } from './dom.js';
import { dayMark, renderMessage, startsDay } from './message.js';

const AT_ONCE = 200;
const NEAR_END_PX = 80;

/** The messages of the open chat: drawn, kept at the end or where the person was reading. */
export function createLog(handlers) {
  const log = byId('log');
  // Scrolled and stepped through with the arrow keys.
  log.tabIndex = 0;
  const toEnd = byId('to-end');
  const places = new Map();
  let chat = null;
  let ownId = 0;
  let shown = AT_ONCE;
  let missed = 0;
  /** Whether the person reads at the end: then what grows (new messages, pictures, a keyboard) keeps them there. */
  let following = true;

  const isNearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
  const nodeOf = (messageId) => log.querySelector(`[data-id="${messageId}"]`);
  const options = () => ({ ownId, isPrivate: chat.isPrivate, handlers });

  const tellMissed = () => {
    toEnd.hidden = isNearEnd();
    byId('to-end-text').textContent = missed > 0 ? `${missed} tin mới` : 'Tin mới nhất';
  };

  const goToEnd = () => {
    log.scrollTop = log.scrollHeight;
    following = true;
    missed = 0;
    tellMissed();
  };

  const draw = () => {
    const messages = chat.messages.slice(-shown);
    log.replaceChildren();
    if (messages.length < chat.messages.length) log.append(olderButton());
    if (messages.length === 0) log.append(element('p', { className: 'nothing' }, emptyText()));
    messages.forEach((message, index) => {
      append(message, messages[index - 1]);
    });
  };

  const emptyText = () =>
    chat.isPrivate
      ? 'Chưa có tin nhắn. Gửi /start để bắt đầu.'
      : 'Chưa có tin nhắn. Gõ / để xem các lệnh của bot.';

  const olderButton = () =>
    element(
      'button',
      {
        type: 'button',
        className: 'plain older',
        onclick: () => {
          const fromEnd = log.scrollHeight - log.scrollTop;
          shown += AT_ONCE;
          draw();
          log.scrollTop = log.scrollHeight - fromEnd;
        },
      },
      'Xem tin cũ hơn',
    );

  const append = (message, previous) => {
    if (startsDay(message, previous)) log.append(dayMark(message));
    log.append(renderMessage(message, previous, options()));
  };

  const keepPlace = () => {
    if (chat) places.set(chat.id, following ? null : log.scrollTop);
  };

  const focusStep = (step) => {
    const nodes = [...log.querySelectorAll('.message')];
    const current = nodes.indexOf(document.activeElement?.closest('.message'));
    const next = current < 0 ? nodes.at(-1) : nodes[Math.min(Math.max(current + step, 0), nodes.length - 1)];
    next?.focus();
  };

  const chosen = () => {
    const id = Number(document.activeElement?.closest('.message')?.dataset.id);
    return chat?.messages.find((message) => message.message_id === id);
  };

  log.addEventListener('scroll', () => {
    following = isNearEnd();
    if (following) missed = 0;
    tellMissed();
  });
  log.addEventListener('load', () => following && goToEnd(), true);
  new ResizeObserver(() => following && goToEnd()).observe(log);
  log.addEventListener('click', (event) => {
    if (event.target.closest('button, a')) return;
    const node = event.target.closest('.message');
    for (const other of log.querySelectorAll('.chosen')) if (other !== node) other.classList.remove('chosen');
    node?.classList.toggle('chosen');
  });
  log.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const message = chosen();
    if (event.key === 'ArrowUp') focusStep(-1);
    else if (event.key === 'ArrowDown') focusStep(1);
    else if (event.key === 'r' && message) handlers.reply(message);
    else if (event.key === 'e' && message?.from?.id === ownId) handlers.edit(message);
    else return;
    event.preventDefault();
  });
  toEnd.addEventListener('click', goToEnd);

  return {
    /** Draws a chat; the place is the one where the person left it. */
    open(nextChat, personId) {
      keepPlace();
      chat = nextChat;
      ownId = personId;
      shown = AT_ONCE;
      missed = 0;
      draw();
      const place = places.get(chat.id) ?? null;
      if (place === null) goToEnd();
      else {
        log.scrollTop = place;
        following = false;
      }
      tellMissed();
    },
    /** The same chat, seen by another person. */
    playAs(personId) {
      const fromEnd = log.scrollHeight - log.scrollTop;
      ownId = personId;
      draw();
      log.scrollTop = log.scrollHeight - fromEnd;
    },
    close() {
      keepPlace();
      chat = null;
    },
    add(message) {
      if (chat.messages.some((known) => known.message_id === message.message_id)) return;
      const own = message.from?.id === ownId;
      log.querySelector('.nothing')?.remove();
      append(message, chat.messages.at(-1));
      chat.messages.push(message);
      if (following || own) goToEnd();
      else {
        missed += 1;
        tellMissed();
      }
    },
    replace(message) {
      const index = chat.messages.findIndex((other) => other.message_id === message.message_id);
      if (index < 0) return;
      chat.messages[index] = message;
      const hadFocus = nodeOf(message.message_id)?.contains(document.activeElement);
      nodeOf(message.message_id)?.replaceWith(renderMessage(message, chat.messages[index - 1], options()));
      if (hadFocus) nodeOf(message.message_id)?.focus();
      if (following) goToEnd();
    },
    remove(messageId) {
      chat.messages = chat.messages.filter((message) => message.message_id !== messageId);
      nodeOf(messageId)?.remove();
    },
    jump(messageId) {
      const node = nodeOf(messageId);
      node?.scrollIntoView({ block: 'center' });
      node?.focus({ preventScroll: true });
    },
  };
}
