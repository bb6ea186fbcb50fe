const ZONE = 'Asia/Ho_Chi_Minh';
const format = (options) => new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, ...options });

const TIME = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const WEEKDAY = format({ weekday: 'long' });
const KEY = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const timeOf = (ms) => TIME.format(ms);
export const weekdayOf = (ms) => WEEKDAY.format(ms);
/** "2023-10-23": the local day, for comparing. */
export const dayKeyOf = (ms) => KEY.format(ms);
/** As officers write it: 24/10/2023. */
export const dateOf = (ms) => dayKeyOf(ms).split('-').reverse().join('/');
export const dayOf = (ms) => `${weekdayOf(ms)}, ${dateOf(ms)}`;
/** The time of today, else the day. */
export const shortTimeOf = (ms, now) =>
  dayKeyOf(ms) === dayKeyOf(now) ? timeOf(ms) : dateOf(ms).slice(0, 5);

const LEVEL_WORDS = /^(?:Bộ|Tỉnh|Huyện|Xã|Phường|Nhóm)\s+/u;

/** Two letters that tell chats apart: "Xã Bằng Mạc" gives BM. */
export function initialsOf(title) {
  const words = title
    .replace(LEVEL_WORDS, '')
    .split(/[\s–-]+/u)
    .filter((word) => /\p{L}/u.test(word));
  const chosen = words.length > 1 ? [words[0], words[1]] : [words[0] ?? '?'];
  return chosen.map((word) => [...word][0].toLocaleUpperCase('vi')).join('');
}

/** Dark enough for white letters on them, and to be read on white. */
const TONES = ['#1d5a9e', '#0f6b62', '#7a4a12', '#6b3f8f', '#8f3052', '#37611f', '#44546a', '#9a3b1d'];

export function toneOf(id) {
  return TONES[Math.abs(Math.trunc(id / 10) * 7 + (id % 10) * 3) % TONES.length];
}

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

export const STATUS_WORDS = {
  creator: 'Trưởng nhóm',
  administrator: 'Quản trị viên',
  member: 'Thành viên',
  restricted: 'Thành viên bị hạn chế',
};

const BOT_WORDS = {
  administrator: 'bot là quản trị viên',
  member: 'bot là thành viên, chỉ đọc lệnh gửi bot',
  restricted: 'bot bị hạn chế gửi tin',
  left: 'bot không ở trong nhóm',
  kicked: 'bot không ở trong nhóm',
};

export function subtitleOf(chat) {
  if (chat.isPrivate) return 'Nhắn riêng với bot';
  return `${chat.members.length} thành viên · ${BOT_WORDS[chat.bot] ?? ''}`;
}

/** A message in one line, for lists and quotes. */
export function previewOf(message) {
  const said = message.text ?? message.caption ?? '';
  if (said !== '') return said.replace(/\s+/gu, ' ');
  if (message.photo) return 'Hình ảnh';
  if (message.document) return `Tệp: ${message.document.file_name}`;
  return serviceTextOf(message) ?? '';
}

const names = (users) => users.map((user) => user.first_name).join(', ');

/** What a service message says; null for an ordinary one. */
export function serviceTextOf(message) {
  if (message.new_chat_members) return `${names(message.new_chat_members)} đã vào nhóm`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} đã rời nhóm`;
  if (message.new_chat_title) return `Tên nhóm đổi thành “${message.new_chat_title}”`;
  if (message.migrate_to_chat_id) return 'Nhóm đã được nâng cấp';
  if (message.migrate_from_chat_id) return 'Nhóm được nâng cấp từ nhóm cũ';
  if (message.forum_topic_created) return `Đã mở chủ đề “${message.forum_topic_created.name}”`;
  return null;
}

export function senderOf(message) {
  if (message.sender_chat)
    return { id: message.sender_chat.id, name: message.sender_chat.title ?? '', isBot: false };
  return {
    id: message.from?.id ?? 0,
    name: message.from?.first_name ?? '',
    isBot: message.from?.is_bot === true,
  };
}
