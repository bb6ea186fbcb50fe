import { createMiddleware } from 'hono/factory';
import { isLocalHost } from './loopback.ts';

const READING = new Set(['GET', 'HEAD']);
const FORBIDDEN = { error: 'Yêu cầu bị từ chối: chỉ trang thử trên máy này được phép.' } as const;

/**
 * Only our own page, opened from this machine, may drive the sandbox. A foreign host name is DNS rebinding; a foreign
 * Origin is another web page. Without either header no browser speaks: a local program may.
 */
export const guardSameOrigin = createMiddleware(async (context, next) => {
  const host = context.req.header('host');
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  if (host === undefined || !isLocalHost(host)) return context.json(FORBIDDEN, 403);
  if (origin !== undefined && origin !== `http://${host}`) return context.json(FORBIDDEN, 403);
  if (!isOwnSite(site, READING.has(context.req.method))) return context.json(FORBIDDEN, 403);
  await next();
  return undefined;
});

/** "none" is a person typing the address: fine for reading only. */
function isOwnSite(site: string | undefined, isReading: boolean): boolean {
  return site === undefined || site === 'same-origin' || (isReading && site === 'none');
}
