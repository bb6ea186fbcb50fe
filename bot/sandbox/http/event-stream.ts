import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ClockDesk } from '../clock-desk.ts';
import type { Events, SandboxEvent } from '../journal.ts';

const ALIVE_EVERY_MS = 10_000;

/** What the bot's calls and polls do is no news for the page. */
const isNews = ({ kind }: SandboxEvent) => kind !== 'call' && kind !== 'polling';

/** Every event as it happens, and the clock at least every ten seconds, until the page closes. */
export function streamEvents(context: Context, events: Events, clock: ClockDesk) {
  return streamSSE(context, async (stream) => {
    const write = (news: object) => {
      // A page that has just gone rejects the write; `onAbort` ends the stream.
      stream.writeSSE({ data: JSON.stringify(news) }).catch(() => undefined);
    };
    const tellClock = () => write({ kind: 'clock', ...clock.state() });
    const stopEvents = events.on((event) => {
      if (isNews(event)) write(event);
    });
    const stopClock = clock.on(tellClock);
    const alive = setInterval(tellClock, ALIVE_EVERY_MS);
    tellClock();
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
    });
    clearInterval(alive);
    stopEvents();
    stopClock();
  });
}
