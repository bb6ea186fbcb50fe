import { element, icon } from './dom.js';
import { renderText } from './entities.js';
import { dayKeyOf, dayOf, previewOf, senderOf, serviceTextOf, sizeOf, timeOf, toneOf } from './wording.js';

const FOLLOWS_WITHIN_S = 300;

/**
 * One message as an article. `handlers`: command(text), reply(message), edit(message), press(message, button, node),
 * jump(messageId). `ownId`: the person who is being played.
 */
export function renderMessage(message, previous, { ownId, isPrivate, handlers }) {
  const service = serviceTextOf(message);
  if (service !== null) {
    return element('p', { className: 'service', 'data-id': message.message_id }, service);
  }
  const sender = senderOf(message);
  const own = message.from?.id === ownId && !message.sender_chat;
  const follows = isFollowing(message, previous);
  const node = element(
    'article',
    {
      className: `message${own ? ' own' : ''}${follows ? ' follows' : ''}`,
      'data-id': message.message_id,
      tabIndex: -1,
      'aria-label': `${sender.name}, ${timeOf(message.date * 1000)}`,
    },
    bubbleOf(message, { sender, showName: !own && !follows && !(isPrivate && !sender.isBot), handlers }),
    keyboardOf(message, handlers),
    actionsOf(message, own, handlers),
  );
  return node;
}

export const dayMark = (message) => element('p', { className: 'day' }, dayOf(message.date * 1000));

export const startsDay = (message, previous) =>
  !previous || dayKeyOf(previous.date * 1000) !== dayKeyOf(message.date * 1000);

function isFollowing(message, previous) {
  if (!previous || serviceTextOf(previous) !== null || startsDay(message, previous)) return false;
  return senderOf(previous).id === senderOf(message).id && message.date - previous.date < FOLLOWS_WITHIN_S;
}

function bubbleOf(message, { sender, showName, handlers }) {
  const text = message.text ?? message.caption;
  return element(
    'div',
    { className: 'bubble' },
    showName ? nameOf(sender) : null,
    originOf(message),
    quoteOf(message, handlers),
    pictureOf(message),
    documentOf(message),
    text === undefined
      ? timeNoteOf(message)
      : element(
          'div',
          { className: 'body' },
          ...renderText(text, message.entities ?? message.caption_entities, handlers.command),
          timeNoteOf(message),
        ),
  );
}

const timeNoteOf = (message) =>
  element(
    'span',
    { className: 'meta' },
    `${message.edit_date ? 'đã sửa · ' : ''}${timeOf(message.date * 1000)}`,
  );

function nameOf(sender) {
  const node = element('span', { className: 'sender' }, sender.name);
  if (sender.isBot) node.append(element('span', { className: 'tag' }, 'bot'));
  else node.style.setProperty('--tone', toneOf(sender.id));
  return node;
}

function originOf({ forward_origin: origin }) {
  if (!origin) return null;
  const name = origin.sender_user?.first_name ?? origin.sender_chat?.title ?? origin.chat?.title ?? '';
  return element('span', { className: 'origin' }, `Chuyển tiếp từ ${name}`);
}

function quoteOf({ reply_to_message: answered }, handlers) {
  if (!answered) return null;
  const onclick = () => handlers.jump(answered.message_id);
  return element(
    'button',
    {
      type: 'button',
      className: 'quote',
      onclick,
      'aria-label': `Trả lời ${senderOf(answered).name}: ${previewOf(answered)}`,
    },
    element('strong', {}, senderOf(answered).name),
    element('span', {}, previewOf(answered)),
  );
}

function pictureOf({ photo, caption }) {
  const picture = photo?.at(-1);
  if (!picture) return null;
  const href = `/sandbox/files/${picture.file_id}`;
  return element(
    'a',
    { className: 'picture', href, target: '_blank', rel: 'noopener' },
    element('img', {
      src: href,
      alt: caption ?? 'Hình ảnh',
      width: picture.width,
      height: picture.height,
      loading: 'lazy',
    }),
  );
}

function documentOf({ document: file }) {
  if (!file) return null;
  return element(
    'a',
    { className: 'document', href: `/sandbox/files/${file.file_id}`, download: file.file_name },
    element('span', { className: 'sheet' }, icon('file')),
    element(
      'span',
      {},
      element('span', { className: 'file-name' }, file.file_name),
      element('span', { className: 'file-size' }, sizeOf(file.file_size)),
    ),
  );
}

function keyboardOf(message, handlers) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  return element(
    'div',
    { className: 'keyboard', role: 'group', 'aria-label': 'Nút bấm của tin nhắn' },
    ...rows.map((row) =>
      element('div', { className: 'keyboard-row' }, ...row.map((button) => keyOf(message, button, handlers))),
    ),
  );
}

function keyOf(message, button, handlers) {
  if (button.url !== undefined) {
    const properties = { className: 'key', href: button.url, target: '_blank', rel: 'noopener noreferrer' };
    return element(
      'a',
      /^https?:/iu.test(button.url) ? properties : { className: 'key' },
      button.text,
      icon('link'),
    );
  }
  const node = element(
    'button',
    { type: 'button', className: 'key', disabled: button.callback_data === undefined },
    button.text,
  );
  node.addEventListener('click', () => handlers.press(message, button, node));
  return node;
}

function actionsOf(message, own, handlers) {
  const action = (name, label, run) =>
    element(
      'button',
      { type: 'button', className: 'round', title: label, 'aria-label': label, tabIndex: -1, onclick: run },
      icon(name),
    );
  return element(
    'div',
    { className: 'actions' },
    action('reply', 'Trả lời', () => handlers.reply(message)),
    own ? action('edit', 'Sửa', () => handlers.edit(message)) : null,
  );
}
