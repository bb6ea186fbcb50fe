import { type Dispatcher, fetch, type Response } from 'undici';
import { networkOutcome, refusedOutcome } from './telegram-errors.ts';
import type { MethodParameters } from './telegram-parameters.ts';
import {
  type CallOutcome,
  envelope,
  type MethodName,
  type MethodResult,
  resultShapes,
} from './telegram-replies.ts';

export type CallOptions = {
  /** From the first byte out to the last byte in; 20 s unless told, 65 s for getUpdates. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};

export type TelegramClient = {
  /** Never throws for what Telegram or the network does. */
  readonly call: <Method extends MethodName>(
    method: Method,
    parameters: MethodParameters[Method],
    options?: CallOptions,
  ) => Promise<CallOutcome<MethodResult<Method>>>;
};

export type ClientOptions = {
  readonly token: string;
  /** e.g. "https://api.telegram.org" */
  readonly apiRoot: string;
  /** The way out, e.g. through a proxy; undici's own when absent. */
  readonly dispatcher?: Dispatcher;
};

const POLL_TIMEOUT_MS = 65_000;
const SEND_TIMEOUT_MS = 20_000;
const BODY_LIMIT_BYTES = 1024 * 1024;
/** A hundred updates, each with every field at its limit. */
const UPDATES_LIMIT_BYTES = 16 * 1024 * 1024;

/** The Bot API over fetch. The token stays in this closure: no property, log or error holds it. */
export function createTelegramClient({ token, apiRoot, dispatcher }: ClientOptions): TelegramClient {
  const root = `${apiRoot.replace(/\/+$/u, '')}/bot${token}`;
  return {
    async call(method, parameters, { timeoutMs, signal } = {}) {
      const deadline = startDeadline(
        timeoutMs ?? (method === 'getUpdates' ? POLL_TIMEOUT_MS : SEND_TIMEOUT_MS),
        signal,
      );
      try {
        const response = await fetch(`${root}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(parameters),
          redirect: 'manual',
          signal: deadline.signal,
          ...(dispatcher === undefined ? {} : { dispatcher }),
        });
        const limit = method === 'getUpdates' ? UPDATES_LIMIT_BYTES : BODY_LIMIT_BYTES;
        return readReply(method, response.status, await readBody(response, limit));
      } catch (error) {
        return deadline.endedBy() ?? networkOutcome(error);
      } finally {
        deadline.stop();
      }
    },
  };
}

function readReply<Method extends MethodName>(
  method: Method,
  status: number,
  body: string | null,
): CallOutcome<MethodResult<Method>> {
  if (body === null) return { kind: 'unknown', reason: 'body-too-long' };
  if (status < 200 || (status >= 300 && status < 400) || status >= 500)
    return { kind: 'unknown', reason: `http-${status}` };
  const reply = envelope.safeParse(parseJson(body));
  if (!reply.success) return { kind: 'unknown', reason: `http-${status}-not-telegram` };
  if (!reply.data.ok) return refusedOutcome(method, reply.data) as CallOutcome<MethodResult<Method>>;
  const result = resultShapes[method].safeParse(reply.data.result);
  return result.success
    ? { kind: 'ok', result: result.data as MethodResult<Method> }
    : { kind: 'unknown', reason: 'unexpected-result' };
}

/** The whole body as UTF-8; null when it is longer than the limit. */
async function readBody(response: Response, limitBytes: number): Promise<string | null> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (length > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One timer over the whole call, bound to the caller's signal for as long as the call lasts. */
function startDeadline(timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  let ended: 'timeout' | 'aborted' | null = null;
  const end = (how: 'timeout' | 'aborted') => {
    ended ??= how;
    controller.abort();
  };
  const onAbort = () => end('aborted');
  const timer = setTimeout(() => end('timeout'), timeoutMs);
  if (outer?.aborted === true) onAbort();
  outer?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    endedBy: () => (ended === null ? null : ({ kind: 'unknown', reason: ended } as const)),
    stop() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    },
  };
}
