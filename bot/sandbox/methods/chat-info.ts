import { changeBot } from '../acts/membership.ts';
import { badRequest } from '../api-error.ts';
import { type ChatRecord, isAdministrator, isPresent, LEFT, membershipOf, wireChatOf } from '../chats.ts';
import { wireMemberOf } from '../members.ts';
import { integerOf } from '../parameters.ts';
import { userById } from '../world.ts';
import { type Call, joinedChatOf } from './call.ts';

export function getChat(call: Call) {
  const chat = joinedChatOf(call);
  return {
    ...wireChatOf(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
    ...(chat.kind === 'group' ? { all_members_are_administrators: false } : {}),
    ...(chat.kind === 'private' || chat.kind === 'channel'
      ? {}
      : { permissions: { can_send_messages: true } }),
  };
}

export function getChatMember(call: Call) {
  const chat = joinedChatOf(call);
  const userId = integerOf(call.parameters, 'user_id');
  const user = userId === null ? null : userById(call.world, userId);
  if (userId === null || user === null) throw badRequest('invalid user_id specified');
  return wireMemberOf(user, membershipOf(chat, userId));
}

export function getChatAdministrators(call: Call) {
  const chat = joinedChatOf(call);
  if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat');
  return [...chat.members].flatMap(([userId, membership]) => {
    const user = userById(call.world, userId);
    return user !== null && isAdministrator(membership) ? [wireMemberOf(user, membership)] : [];
  });
}

export function getChatMemberCount(call: Call) {
  return presentMembers(joinedChatOf(call));
}

const presentMembers = (chat: ChatRecord) => [...chat.members.values()].filter(isPresent).length;

export function leaveChat(call: Call) {
  const chat = joinedChatOf(call);
  if (chat.kind === 'private') throw badRequest("can't leave private chats");
  changeBot(call.world, chat, LEFT, call.world.bot.id);
  return true;
}
