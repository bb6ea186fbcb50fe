import { randomBytes } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import type { Clock } from '../../domain/clock.ts';
import { type WorkingCalendar, weekendsOnly } from '../../domain/working-calendar.ts';
import { type BotApi, createBotApi } from './bot-api.ts';
import { createClockDesk } from './clock-desk.ts';
import { DEMO_BOT, DEMO_GROUPS, DEMO_PEOPLE, type DemoGroup, populate } from './demo.ts';
import { createPage } from './http/page.ts';
import type { Person } from './people.ts';

export type SandboxOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** The business clock that the page shows and messages are dated by. */
  readonly clock: Clock;
  /** Moves the business clock forward to an instant (ms), with everything that is due on the way. */
  readonly moveClock: (instantMs: number) => Promise<unknown>;
  /** For "the next working day"; weekends only when absent. */
  readonly calendar?: WorkingCalendar | undefined;
  readonly demo?: { readonly groups: readonly DemoGroup[]; readonly people: readonly Person[] } | undefined;
};

export type Sandbox = {
  readonly api: BotApi;
  /** The page's address and the Bot API's root, e.g. "http://127.0.0.1:8088". */
  readonly url: string;
  /** Made anew at every start. */
  readonly token: string;
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** The strict local Bot API with the demo groups and the chat page, on loopback. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const token = `${DEMO_BOT.id}:${randomBytes(24).toString('base64url')}`;
  const api = createBotApi({ token, botUser: DEMO_BOT, clock: options.clock, idBase: idBaseNow() });
  const { groups, people } = options.demo ?? { groups: DEMO_GROUPS, people: DEMO_PEOPLE };
  populate(api, groups, people);
  const clock = createClockDesk(options.clock, options.moveClock, options.calendar ?? weekendsOnly);
  const page = createPage(api, clock);
  const { url, close } = await api.listen(options.port, getRequestListener(page.fetch));
  return { api, url, token, close, [Symbol.asyncDispose]: close };
}

const IDS_BEGAN_AT = Date.UTC(2025, 0, 1);
const ID_EVERY_MS = 100;

/**
 * The bot's database outlives the sandbox's messages and remembers their ids: every start begins above all ids
 * given out before, as long as they were fewer than ten a second.
 */
const idBaseNow = () => Math.floor((Date.now() - IDS_BEGAN_AT) / ID_EVERY_MS);
