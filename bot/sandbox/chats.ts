import type { Person } from './people.ts';
import { type ChatKind, type MemberStatus, present, type WireChat, type WireMessage } from './wire.ts';

export type Membership = {
  readonly status: MemberStatus;
  /** An administrator who writes as the group. */
  readonly anonymous: boolean;
  /** False on a restricted member who may only read. */
  readonly canSend: boolean;
};

export type ChatRecord = {
  readonly id: number;
  readonly kind: ChatKind;
  title: string;
  readonly username: string | null;
  readonly isForum: boolean;
  /** The person of a private chat. */
  readonly person: Person | null;
  readonly members: Map<number, Membership>;
  /** By message id, oldest first. */
  readonly messages: Map<number, WireMessage>;
  /** Name by thread id. */
  readonly topics: Map<number, string>;
  readonly closedTopics: Set<number>;
  readonly takeMessageId: () => number;
  /** The supergroup that this basic group became. */
  migratedTo: number | null;
  /** Whether the bot was the last bot to post: then bare commands are meant for it. */
  botPosted: boolean;
};

export const MEMBER: Membership = { status: 'member', anonymous: false, canSend: true };
export const ADMINISTRATOR: Membership = { status: 'administrator', anonymous: false, canSend: true };
export const CREATOR: Membership = { status: 'creator', anonymous: false, canSend: true };
export const LEFT: Membership = { status: 'left', anonymous: false, canSend: false };
export const KICKED: Membership = { status: 'kicked', anonymous: false, canSend: false };

export const membershipOf = (chat: ChatRecord, userId: number): Membership =>
  chat.members.get(userId) ?? LEFT;

export function isPresent({ status }: Membership): boolean {
  return status !== 'left' && status !== 'kicked';
}

export function isAdministrator({ status }: Membership): boolean {
  return status === 'creator' || status === 'administrator';
}

export const isGroup = ({ kind }: ChatRecord) => kind === 'group' || kind === 'supergroup';

export const wireChatOf = (chat: ChatRecord): WireChat =>
  chat.person === null
    ? present<WireChat>({
        id: chat.id,
        type: chat.kind,
        title: chat.title,
        username: chat.username ?? undefined,
        is_forum: chat.isForum ? true : undefined,
      })
    : present<WireChat>({
        id: chat.id,
        type: 'private',
        first_name: chat.person.name,
        username: chat.person.username,
      });
