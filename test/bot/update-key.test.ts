import { describe, expect, it } from 'vitest';
import { toInboxUpdate } from '../../bot/update-key.ts';

const group = { id: -1_001, type: 'supergroup', title: 'Triệu An' };
const member = (status: string) => ({ status, user: { id: 9 } });

const cases: readonly (readonly [string, object, number, string])[] = [
  ['a message', { message: { message_id: 7, chat: group, text: 'xong' } }, -1_001, 'message:-1001:7'],
  ['a channel post', { channel_post: { message_id: 8, chat: group } }, -1_001, 'message:-1001:8'],
  [
    'a pressed button',
    {
      callback_query: {
        id: '42',
        from: { id: 5 },
        message: { message_id: 7, date: 0, chat: group },
        data: 'x',
      },
    },
    -1_001,
    'callback:42',
  ],
  [
    'a pressed button without its message',
    { callback_query: { id: '42', from: { id: 5 } } },
    0,
    'callback:42',
  ],
  [
    'a change of our own standing',
    {
      my_chat_member: {
        chat: group,
        from: { id: 5 },
        date: 100,
        old_chat_member: member('left'),
        new_chat_member: member('member'),
      },
    },
    -1_001,
    'member:my:-1001:100:5:left:member',
  ],
  [
    'news that the group moves, kept in the queue of the new group',
    { message: { message_id: 9, chat: { id: -5 }, migrate_to_chat_id: -1_001 } },
    -1_001,
    'message:-5:9',
  ],
  ['an unknown kind that names a chat', { reaction: { chat: group } }, -1_001, 'update:3'],
  ['an unknown kind', { poll: { id: '1' } }, 0, 'update:3'],
  ['a message that is not shaped like one', { message: { chat: 'no' } }, 0, 'update:3'],
  ['a message without its number', { message: { chat: group } }, -1_001, 'update:3'],
];

describe('toInboxUpdate', () => {
  it.each(cases)('keys %s', (_sentence, content, chat, key) => {
    const stored = toInboxUpdate({ update_id: 3, ...content }, 1_000);
    expect(stored).toMatchObject({ updateId: 3, chatId: chat, messageKey: key, receivedAt: 1_000 });
    expect(JSON.parse(stored.body)).toEqual({ update_id: 3, ...content });
  });

  it('tells two edits within one second apart, and the same edit not', () => {
    const edit = (text: string) =>
      toInboxUpdate(
        { update_id: 3, edited_message: { message_id: 7, chat: group, edit_date: 100, text } },
        0,
      );
    expect(edit('NV-1 xong').messageKey).not.toBe(edit('NV-2 xong').messageKey);
    expect(edit('NV-1 xong').messageKey).toBe(edit('NV-1 xong').messageKey);
  });
});
