import { byId, element } from './dom.js';
import { initialsOf, previewOf, senderOf, shortTimeOf, toneOf } from './wording.js';

/** The list on the left. Rows stay the same nodes, so focus and scroll stay where they are. */
export function createChatList() {
  const rows = new Map();

  const rowOf = (chat) => {
    const known = rows.get(chat.id);
    if (known) return known;
    const row = buildRow(chat);
    rows.set(chat.id, row);
    byId(chat.isPrivate ? 'private-list' : 'group-list').append(element('li', {}, row.link));
    return row;
  };

  return {
    show(chats, { openId, now }) {
      for (const chat of chats) {
        const row = rowOf(chat);
        row.preview.textContent = chat.last ? lastLineOf(chat) : '';
        row.preview.hidden = !chat.last;
        row.time.textContent = chat.last ? shortTimeOf(chat.last.date * 1000, now) : '';
        row.link.classList.toggle('unread', chat.unread > 0);
        row.badge.hidden = chat.unread === 0;
        row.badge.textContent = String(chat.unread);
        row.badge.setAttribute('aria-label', `${chat.unread} tin chưa đọc`);
        row.link.setAttribute('aria-current', String(chat.id === openId));
      }
    },
    focus: (chatId) => rows.get(chatId)?.link.focus(),
  };
}

function buildRow(chat) {
  const preview = element('span', { className: 'preview' });
  const time = element('span', {});
  const badge = element('span', { className: 'badge', hidden: true });
  const avatar = element('span', { className: 'avatar', 'aria-hidden': 'true' }, initialsOf(chat.title));
  avatar.style.setProperty('--tone', toneOf(chat.id));
  const link = element(
    'a',
    { className: `chat-link${chat.isPrivate ? ' private' : ''}`, href: `#${chat.id}` },
    avatar,
    element('span', { className: 'words' }, element('span', { className: 'name' }, chat.title), preview),
    element('span', { className: 'side' }, time, element('br'), badge),
  );
  return { link, preview, time, badge };
}

function lastLineOf(chat) {
  const { name, isBot } = senderOf(chat.last);
  const line = previewOf(chat.last);
  return isBot && !chat.isPrivate ? `${name}: ${line}` : line;
}
