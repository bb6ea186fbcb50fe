import type { IncomingMessage } from 'node:http';

export const LOOPBACK = '127.0.0.1';

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/iu;

/** The name that the client asked for; another name on our address is DNS rebinding. */
export const isLocalHost = (host: string | undefined) => host !== undefined && LOCAL_HOST.test(host);

/** Bots send no Origin; a browser does, so that no web page can call the Bot API. */
export function isFromPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined;
}
