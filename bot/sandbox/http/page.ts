import { Hono } from 'hono';
import type { BotApi } from '../bot-api.ts';
import type { ClockDesk } from '../clock-desk.ts';
import { addChatRoutes } from './chat-routes.ts';
import { addClockRoutes } from './clock-routes.ts';
import { createControl } from './control.ts';
import { streamEvents } from './event-stream.ts';
import { addFileRoutes } from './file-routes.ts';
import { guardHost, guardSameOrigin, strictHeaders } from './guard.ts';

/** The chat page and the routes that it drives the Bot API with. Refusals are Vietnamese sentences in `error`. */
export function createPage(api: BotApi, clock: ClockDesk): Hono {
  const app = new Hono();
  app.use('*', guardHost, strictHeaders);
  app.use('/sandbox/*', guardSameOrigin);
  addFileRoutes(app, api);
  addChatRoutes(app, api, clock);
  addClockRoutes(app, clock);
  app.get('/sandbox/events', (context) => streamEvents(context, api.events, clock));
  app.route('/', createControl(api.world, api.faults));
  app.onError((_error, context) => context.json({ error: 'Không thực hiện được yêu cầu này.' }, 500));
  return app;
}
