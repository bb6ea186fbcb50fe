import type { Sleep } from '../domain/bell.ts';
import type { TelegramClient } from './client.ts';

const PROBE_MS = 15_000;
const PROBES_THAT_MEAN_ABANDONED = 3;
/** When Telegram does not tell what is pending. */
const BLIND_WAIT_MS = 5 * 60_000;

type Standby = {
  /** Until the updates seem to be nobody's, or the signal aborts. */
  readonly untilNeeded: (signal: AbortSignal) => Promise<void>;
};

/**
 * After a 409 the newer poller has won, and polling again would throw it out. So the loser only asks what is pending:
 * updates that pile up over several looks mean that nobody takes them. An active webhook is never taken over.
 */
export function createStandby({
  client,
  sleep,
}: {
  readonly client: TelegramClient;
  readonly sleep: Sleep;
}): Standby {
  return {
    async untilNeeded(signal) {
      let before = 0;
      let growing = 0;
      while (!signal.aborted && growing < PROBES_THAT_MEAN_ABANDONED) {
        await sleep(PROBE_MS, signal);
        const info = await client.call('getWebhookInfo', {}, { signal });
        if (info.kind === 'rejected') return sleep(BLIND_WAIT_MS, signal);
        const pending = info.kind === 'ok' && info.result.url === '' ? info.result.pending_update_count : 0;
        growing = pending > 0 && pending >= before ? growing + 1 : 0;
        before = pending;
      }
    },
  };
}
