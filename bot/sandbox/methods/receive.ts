import { z } from 'zod';
import { badRequest, conflict } from '../api-error.ts';
import { flagOf, integerOf, jsonOf, textOf } from '../parameters.ts';
import { botUserOf } from '../people.ts';
import type { Call } from './call.ts';

const kindsSchema = z.array(z.string()).optional();

export function getMe({ world }: Call) {
  return {
    ...botUserOf(world.bot),
    can_join_groups: true,
    can_read_all_group_messages: world.bot.canReadAllGroupMessages,
    supports_inline_queries: false,
    has_main_web_app: false,
  };
}

export function getUpdates({ world, parameters, signal }: Call) {
  if (world.webhookUrl !== '') {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  const updates = world.updates.poll(
    {
      offset: integerOf(parameters, 'offset'),
      limit: integerOf(parameters, 'limit'),
      timeoutSeconds: integerOf(parameters, 'timeout'),
      allowed: jsonOf(parameters, 'allowed_updates', kindsSchema) ?? null,
    },
    signal,
  );
  world.events.emit({ kind: 'polling' });
  return updates;
}

/** The address is remembered and reported; nothing is delivered to it. */
export function setWebhook({ world, parameters }: Call) {
  const url = textOf(parameters, 'url');
  if (url !== '' && !(URL.canParse(url) && new URL(url).protocol === 'https:')) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  const secret = textOf(parameters, 'secret_token');
  if (!/^[A-Za-z0-9_-]{0,256}$/u.test(secret)) throw badRequest('secret token contains unallowed characters');
  world.webhookUrl = url;
  if (flagOf(parameters, 'drop_pending_updates')) world.updates.dropAll();
  return true;
}

export function deleteWebhook({ world, parameters }: Call) {
  world.webhookUrl = '';
  if (flagOf(parameters, 'drop_pending_updates')) world.updates.dropAll();
  return true;
}

export function getWebhookInfo({ world }: Call) {
  const allowed = world.updates.allowed();
  return {
    url: world.webhookUrl,
    has_custom_certificate: false,
    pending_update_count: world.updates.unconfirmed().length,
    ...(allowed.length === 0 ? {} : { allowed_updates: allowed }),
  };
}
