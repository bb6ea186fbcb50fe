import type { Command } from '../commands/command.ts';
import type { TelegramClient } from './client.ts';
import type { MethodParameters } from './telegram-parameters.ts';

type Scope = NonNullable<MethodParameters['setMyCommands']['scope']>;

/** Telegram's command menu, by scope, from the registry. A refusal leaves the old menu: nothing depends on it. */
export async function showMenus(
  client: TelegramClient,
  commands: readonly Command[],
  adminIds: readonly number[],
): Promise<void> {
  const forStrangers = commands.filter(({ audience }) => audience === 'everyone');
  const forGroups = commands.filter(({ audience }) => audience !== 'administrators');
  const menus: readonly (readonly [Scope, readonly Command[]])[] = [
    [{ type: 'default' }, forStrangers],
    [{ type: 'all_group_chats' }, forGroups],
    ...adminIds.map((id) => [{ type: 'chat', chat_id: id }, commands] as const),
  ];
  for (const [scope, shown] of menus) {
    await client.call('setMyCommands', {
      commands: shown.map(({ name, summary }) => ({ command: name, description: summary })),
      scope,
    });
  }
}
