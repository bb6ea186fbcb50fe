import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiError, errorBody, notFound, unauthorized } from '../api-error.ts';
import type { Fault, Faults } from '../faults.ts';
import { findMethod, type NamedMethod } from '../methods/registry.ts';
import { integerOf, type Parameters } from '../parameters.ts';
import { recordCall, type World } from '../world.ts';
import { readParameters } from './body.ts';
import { isFromPage, isLocalHost } from './loopback.ts';

type Answer = { readonly status: number; readonly body: string };

const CALL_PATH = /^\/bot([^/]+)\/([A-Za-z]{1,64})\/?$/u;
const FILE_PATH = /^\/file\/bot([^/]+)\/(.{1,300})$/u;

/** Answers a Bot API request; false when the path is not Telegram's. */
export async function serveApi(
  world: World,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const file = FILE_PATH.exec(url.pathname);
  if (!file && !/^\/(?:file\/)?bot/u.test(url.pathname)) return false;
  if (!isLocalHost(request.headers.host) || isFromPage(request)) {
    send(
      response,
      refusalAnswer(new ApiError(403, 'Forbidden: the local Bot API serves bots on this machine only')),
    );
    return true;
  }
  if (file) serveFile(world, decodeURIComponent(file[1] ?? ''), file[2] ?? '', response);
  else await serveCall({ world, faults, request, response }, url);
  return true;
}

function serveFile(world: World, token: string, path: string, response: ServerResponse): void {
  const stored = token === world.token ? world.files.byPath(path) : null;
  if (!stored) {
    send(response, refusalAnswer(token === world.token ? notFound() : unauthorized()));
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': stored.content.byteLength,
  });
  response.end(stored.content);
}

type Exchange = {
  readonly world: World;
  readonly faults: Faults;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

async function serveCall(exchange: Exchange, url: URL): Promise<void> {
  const { world, faults, request, response } = exchange;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const read = await prepare(exchange, url).catch((error: unknown) => refusalAnswer(toApiError(error)));
  if ('status' in read) {
    recordCall(world, url.pathname.split('/').at(-1) ?? '', null, read.status);
    send(response, read);
    request.resume();
    return;
  }
  const { method, parameters } = read;
  const chatId = integerOf(parameters, 'chat_id');
  const fault = faults.strike(method.name, chatId);
  const carryOut = async () => {
    const answer = await perform(world, method, parameters, gone.signal);
    recordCall(world, method.name, chatId, fault === null ? answer.status : `${fault.kind} ${answer.status}`);
    return answer;
  };
  if (fault === null) send(response, await carryOut());
  else if (accepts(fault)) await answerBadly(response, fault, await carryOut(), gone.signal);
  else {
    recordCall(world, method.name, chatId, fault.kind === 'answer' ? fault.status : fault.kind);
    await answerBadly(response, fault, { status: 200, body: '{"ok":true,"result":true}' }, gone.signal);
  }
}

type Prepared = { readonly method: NamedMethod; readonly parameters: Parameters };

/** Telegram looks at the token first, then at the method. */
async function prepare({ world, request }: Exchange, url: URL): Promise<Prepared> {
  const [, token = '', name = ''] = CALL_PATH.exec(url.pathname) ?? [];
  if (name === '') throw notFound();
  if (decodeURIComponent(token) !== world.token) throw unauthorized();
  const method = findMethod(name);
  if (!method) throw notFound();
  return { method, parameters: await readParameters(request, url.searchParams) };
}

async function perform(
  world: World,
  method: NamedMethod,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const result: unknown = await method.run({ world, parameters, signal });
    return { status: 200, body: JSON.stringify({ ok: true, result }) };
  } catch (error) {
    return refusalAnswer(toApiError(error));
  }
}

function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(500, `Internal Server Error: ${String(error)}`);
}

const refusalAnswer = (error: ApiError): Answer => ({
  status: error.code,
  body: JSON.stringify(errorBody(error)),
});

function send(response: ServerResponse, { status, body }: Answer, contentType = 'application/json'): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

const accepts = (fault: Fault) => fault.kind === 'late' || (fault.kind !== 'answer' && fault.accepted);

async function answerBadly(
  response: ServerResponse,
  fault: Fault,
  answer: Answer,
  gone: AbortSignal,
): Promise<void> {
  switch (fault.kind) {
    case 'answer':
      send(response, fault, fault.contentType);
      return;
    case 'hang-up':
      response.destroy();
      return;
    case 'cut-body':
      cut(response, answer);
      return;
    case 'silence':
      await patience(fault.ms, gone);
      response.destroy();
      return;
    case 'late':
      await patience(fault.ms, gone);
      send(response, answer);
  }
}

/** Promises the whole length, sends half, and lets the connection go once that half is on its way. */
function cut(response: ServerResponse, { status, body }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.byteLength });
  response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.destroy());
}

/** Ends early when the client has gone. */
async function patience(ms: number, gone: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: gone, ref: false }).catch(() => undefined);
}
