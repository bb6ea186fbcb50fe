import type { UserFromGetMe } from '@telegraf/types';
import { backoffMs } from '../domain/backoff.ts';
import type { Sleep } from '../domain/bell.ts';
import type { Log } from '../domain/log.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import type { TelegramClient } from './client.ts';

/** Who the bot is, asked until Telegram answers; refused when Telegram does not know the token. Null: told to stop. */
export async function learnIdentity(
  client: TelegramClient,
  sleep: Sleep,
  log: Log,
  signal: AbortSignal,
): Promise<Result<UserFromGetMe | null, string>> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const outcome = await client.call('getMe', {}, { signal });
    if (outcome.kind === 'ok') {
      const { id, first_name, username, can_read_all_group_messages } = outcome.result;
      return accept({
        id,
        is_bot: true,
        first_name,
        username,
        can_join_groups: true,
        can_read_all_group_messages: can_read_all_group_messages ?? false,
        supports_inline_queries: false,
      });
    }
    if (
      outcome.kind === 'rejected' &&
      outcome.reason.kind === 'invalid' &&
      [401, 404].includes(outcome.reason.code)
    ) {
      return refuse('BOT_TOKEN: Telegram không nhận mã này. Lấy lại mã ở @BotFather rồi sửa trong .env.');
    }
    const waitMs = backoffMs(failures, 60_000);
    log.warn({ failures, waitMs }, 'Telegram does not answer getMe yet');
    await sleep(waitMs, signal);
  }
  return accept(null);
}
