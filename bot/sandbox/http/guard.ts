import { createMiddleware } from 'hono/factory';
import { isLocalHost } from './loopback.ts';

const READING = new Set(['GET', 'HEAD']);
const FORBIDDEN = { error: 'Yêu cầu bị từ chối: chỉ trang thử trên máy này được phép.' } as const;

/** A foreign host name that leads to this machine is DNS rebinding. */
export const guardHost = createMiddleware(async (context, next) => {
  if (!isLocalHost(context.req.header('host'))) return context.json(FORBIDDEN, 403);
  await next();
  return undefined;
});

/**
 * Only our own page may drive the sandbox: a foreign Origin is another web page. Where neither header stands, no
 * browser speaks: a program on this machine may.
 */
export const guardSameOrigin = createMiddleware(async (context, next) => {
  const host = context.req.header('host') ?? '';
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  if (!isLocalHost(host)) return context.json(FORBIDDEN, 403);
  if (origin !== undefined && origin !== `http://${host}`) return context.json(FORBIDDEN, 403);
  if (!isOwnSite(site, READING.has(context.req.method))) return context.json(FORBIDDEN, 403);
  await next();
  return undefined;
});

/** "none" is a person typing the address: fine for reading only. */
function isOwnSite(site: string | undefined, isReading: boolean): boolean {
  return site === undefined || site === 'same-origin' || (isReading && site === 'none');
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Nothing from elsewhere is loaded, nothing is kept, nobody may frame the page. */
export const strictHeaders = createMiddleware(async (context, next) => {
  await next();
  if (!context.res.headers.has('content-security-policy')) context.header('content-security-policy', POLICY);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cross-origin-resource-policy', 'same-origin');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('cache-control', 'no-store');
});
