export type MenuCommand = { readonly command: string; readonly description: string };

export type MenuScope =
  | { readonly type: 'default' | 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators' }
  | { readonly type: 'chat' | 'chat_administrators'; readonly chat_id: number }
  | { readonly type: 'chat_member'; readonly chat_id: number; readonly user_id: number };

export type CommandMenu = {
  readonly set: (scope: MenuScope, language: string, commands: readonly MenuCommand[]) => void;
  readonly get: (scope: MenuScope, language: string) => readonly MenuCommand[];
  readonly remove: (scope: MenuScope, language: string) => void;
  /** What this person is offered in this chat: the narrowest scope that holds commands. */
  readonly offered: (where: {
    readonly chatId: number;
    readonly userId: number;
    readonly isPrivate: boolean;
    readonly isAdministrator: boolean;
  }) => readonly MenuCommand[];
};

export function createCommandMenu(): CommandMenu {
  const lists = new Map<string, readonly MenuCommand[]>();
  const keyOf = (scope: MenuScope, language: string) => JSON.stringify([scope, language]);
  return {
    set: (scope, language, commands) => {
      lists.set(keyOf(scope, language), commands);
    },
    get: (scope, language) => lists.get(keyOf(scope, language)) ?? [],
    remove: (scope, language) => {
      lists.delete(keyOf(scope, language));
    },
    offered: ({ chatId, userId, isPrivate, isAdministrator }) => {
      const scopes: readonly MenuScope[] = [
        { type: 'chat_member', chat_id: chatId, user_id: userId },
        ...(isAdministrator ? [{ type: 'chat_administrators', chat_id: chatId } as const] : []),
        { type: 'chat', chat_id: chatId },
        ...(isAdministrator && !isPrivate ? [{ type: 'all_chat_administrators' } as const] : []),
        { type: isPrivate ? 'all_private_chats' : 'all_group_chats' },
        { type: 'default' },
      ];
      const keys = scopes.flatMap((scope) => [keyOf(scope, 'vi'), keyOf(scope, '')]);
      return keys.map((key) => lists.get(key)).find((list) => list !== undefined) ?? [];
    },
  };
}
