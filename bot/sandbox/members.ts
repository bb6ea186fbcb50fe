import { isAdministrator, type Membership } from './chats.ts';
import type { WireMember, WireUser } from './wire.ts';

const ADMINISTRATOR_RIGHTS = {
  can_be_edited: false,
  can_manage_chat: true,
  can_change_info: true,
  can_delete_messages: true,
  can_invite_users: true,
  can_restrict_members: true,
  can_pin_messages: true,
  can_promote_members: false,
  can_manage_video_chats: true,
};

/** A member as getChatMember tells it: fields differ by status. */
export function wireMemberOf(user: WireUser, membership: Membership): WireMember {
  const { status } = membership;
  if (isAdministrator(membership)) {
    const rights = status === 'administrator' ? ADMINISTRATOR_RIGHTS : {};
    return { user, status, is_anonymous: membership.anonymous, ...rights };
  }
  if (status === 'restricted')
    return { user, status, is_member: true, can_send_messages: membership.canSend, until_date: 0 };
  if (status === 'kicked') return { user, status, until_date: 0 };
  return { user, status };
}
