import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults } from '../faults.ts';
import type { World } from '../world.ts';
import { LOOPBACK } from './loopback.ts';
import { serveApi } from './serve-api.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => unknown;

export type Listening = {
  /** E.g. "http://127.0.0.1:8081": what TELEGRAM_API_ROOT is set to. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection; the state stays, and one can listen again on the same port. */
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Listens on loopback only; port 0 takes a free one. `others` answers what is not Telegram's. Rejects when the port is taken. */
export async function listen(
  world: World,
  faults: Faults,
  port: number,
  others: RequestListener,
): Promise<Listening> {
  const server = createServer((request, response) => {
    void answer(world, faults, others, request, response);
  });
  await opened(server, port);
  const bound = (server.address() as AddressInfo).port;
  const close = () => closed(server, world);
  return { url: `http://${LOOPBACK}:${bound}`, port: bound, close, [Symbol.asyncDispose]: close };
}

async function answer(
  world: World,
  faults: Faults,
  others: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!(await serveApi(world, faults, request, response))) await others(request, response);
  } catch {
    // A client that went away half-way, or a URL that does not decode: nobody is left to tell.
    response.destroy();
  }
}

const opened = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });

const closed = (server: Server, world: World) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    world.updates.close();
    server.closeAllConnections();
  });
