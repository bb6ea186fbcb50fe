/** What the bot asks of each method: the part of the Bot API that it uses. */
type ReplyMarkup = {
  readonly inline_keyboard: readonly (readonly { readonly text: string; readonly callback_data: string }[])[];
};

type TextParameters = {
  readonly chat_id: number;
  readonly text: string;
  readonly parse_mode: 'HTML';
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: ReplyMarkup;
};

type CommandScope =
  | { readonly type: 'default' | 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators' }
  | { readonly type: 'chat' | 'chat_administrators'; readonly chat_id: number };

export type MethodParameters = {
  readonly getMe: Record<string, never>;
  readonly getUpdates: {
    readonly offset?: number;
    readonly limit: number;
    /** Seconds. */
    readonly timeout: number;
    readonly allowed_updates: readonly string[];
  };
  readonly getWebhookInfo: Record<string, never>;
  readonly deleteWebhook: { readonly drop_pending_updates: false };
  readonly sendMessage: TextParameters & {
    readonly message_thread_id?: number;
    readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
  };
  readonly editMessageText: TextParameters & { readonly message_id: number };
  readonly answerCallbackQuery: {
    readonly callback_query_id: string;
    readonly text?: string;
    readonly show_alert?: boolean;
  };
  readonly setMyCommands: {
    readonly commands: readonly { readonly command: string; readonly description: string }[];
    readonly scope?: CommandScope;
  };
  readonly getChatMember: { readonly chat_id: number; readonly user_id: number };
  readonly getChatAdministrators: { readonly chat_id: number };
  readonly leaveChat: { readonly chat_id: number };
};
