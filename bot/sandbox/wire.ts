/** The shapes that travel between bot and Bot API, under Telegram's own field names. */

export type WireUser = {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
};

export type ChatKind = 'private' | 'group' | 'supergroup' | 'channel';

export type WireChat = {
  readonly id: number;
  readonly type: ChatKind;
  readonly title?: string;
  readonly username?: string;
  readonly first_name?: string;
  readonly is_forum?: true;
};

/** Offsets and lengths count UTF-16 units. */
export type WireEntity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly user?: WireUser;
  readonly language?: string;
  readonly custom_emoji_id?: string;
};

export type WireButton = {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly switch_inline_query?: string;
  readonly switch_inline_query_current_chat?: string;
  readonly copy_text?: { readonly text: string };
};

export type WireKeyboard = { readonly inline_keyboard: readonly (readonly WireButton[])[] };

export type WireDocument = {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name: string;
  readonly mime_type: string;
  readonly file_size: number;
};

export type WirePhoto = {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly width: number;
  readonly height: number;
  readonly file_size: number;
};

export type WireOrigin =
  | { readonly type: 'user'; readonly sender_user: WireUser; readonly date: number }
  | { readonly type: 'chat'; readonly sender_chat: WireChat; readonly date: number }
  | { readonly type: 'channel'; readonly chat: WireChat; readonly message_id: number; readonly date: number };

export type WireMessage = {
  readonly message_id: number;
  /** Unix seconds of the business clock. */
  readonly date: number;
  readonly edit_date?: number;
  readonly chat: WireChat;
  readonly from?: WireUser;
  readonly sender_chat?: WireChat;
  readonly author_signature?: string;
  readonly via_bot?: WireUser;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly is_automatic_forward?: true;
  readonly forward_origin?: WireOrigin;
  readonly reply_to_message?: WireMessage;
  readonly text?: string;
  readonly entities?: readonly WireEntity[];
  readonly caption?: string;
  readonly caption_entities?: readonly WireEntity[];
  readonly document?: WireDocument;
  readonly photo?: readonly WirePhoto[];
  readonly reply_markup?: WireKeyboard;
  readonly new_chat_members?: readonly WireUser[];
  readonly left_chat_member?: WireUser;
  readonly new_chat_title?: string;
  readonly group_chat_created?: true;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
  readonly forum_topic_created?: { readonly name: string; readonly icon_color: number };
};

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export type WireMember = {
  readonly status: MemberStatus;
  readonly user: WireUser;
  readonly [right: string]: unknown;
};

export type WireMemberChange = {
  readonly chat: WireChat;
  readonly from: WireUser;
  readonly date: number;
  readonly old_chat_member: WireMember;
  readonly new_chat_member: WireMember;
};

/** What is left of a message that the bot can no longer reach. */
export type WireInaccessible = { readonly chat: WireChat; readonly message_id: number; readonly date: 0 };

export type WireCallbackQuery = {
  readonly id: string;
  readonly from: WireUser;
  readonly message: WireMessage | WireInaccessible;
  readonly chat_instance: string;
  readonly data: string;
};

export type UpdateContent =
  | { readonly message: WireMessage }
  | { readonly edited_message: WireMessage }
  | { readonly channel_post: WireMessage }
  | { readonly edited_channel_post: WireMessage }
  | { readonly callback_query: WireCallbackQuery }
  | { readonly my_chat_member: WireMemberChange }
  | { readonly chat_member: WireMemberChange };

export type WireUpdate = { readonly update_id: number } & UpdateContent;

/** Drops the absent fields: Telegram never sends a field as null or undefined. */
export function present<Shape extends object>(
  shape: {
    readonly [Field in keyof Shape]: Shape[Field] | undefined;
  },
): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape;
}
