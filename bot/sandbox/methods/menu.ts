import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import type { MenuCommand, MenuScope } from '../command-menu.ts';
import { jsonOf, textOf } from '../parameters.ts';
import { type Call, chatOf } from './call.ts';

const MAX_COMMANDS = 100;

const commandsSchema = z.array(z.object({ command: z.string(), description: z.string() }));

const scopeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
  z.object({ type: z.enum(['chat', 'chat_administrators']), chat_id: z.coerce.number() }),
  z.object({ type: z.literal('chat_member'), chat_id: z.coerce.number(), user_id: z.coerce.number() }),
]);

export function setMyCommands(call: Call) {
  const { world, parameters } = call;
  const commands = jsonOf(parameters, 'commands', commandsSchema);
  if (commands === undefined) throw badRequest('parameter "commands" is required');
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  world.menu.set(scopeOf(call), languageOf(call), commands.map(checkedCommand));
  world.events.emit({ kind: 'commands' });
  return true;
}

function checkedCommand({ command, description }: MenuCommand): MenuCommand {
  const name = command.replace(/^\//u, '');
  if (!/^[a-z0-9_]{1,32}$/u.test(name)) throw badRequest('BOT_COMMAND_INVALID');
  const length = [...description.trim()].length;
  if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command: name, description: description.trim() };
}

export function getMyCommands(call: Call) {
  return call.world.menu.get(scopeOf(call), languageOf(call));
}

export function deleteMyCommands(call: Call) {
  call.world.menu.remove(scopeOf(call), languageOf(call));
  call.world.events.emit({ kind: 'commands' });
  return true;
}

function scopeOf(call: Call): MenuScope {
  const scope = jsonOf(call.parameters, 'scope', scopeSchema) ?? { type: 'default' };
  if ('chat_id' in scope) {
    chatOf({ ...call, parameters: { ...call.parameters, fields: new Map([['chat_id', scope.chat_id]]) } });
  }
  return scope;
}

function languageOf({ parameters }: Call): string {
  const language = textOf(parameters, 'language_code');
  if (!/^(?:[a-z]{2})?$/u.test(language)) throw badRequest('invalid language code specified');
  return language;
}
