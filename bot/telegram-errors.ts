import type { Rejection } from '../domain/delivery.ts';
import type { CallOutcome, MethodName, RefusedEnvelope } from './telegram-replies.ts';

const DEFAULT_RETRY_AFTER_SECONDS = 5;

/** Telegram's own refusal: certainly not done. Told apart by code and parameters. */
export function refusedOutcome(method: MethodName, refused: RefusedEnvelope): CallOutcome<true> {
  if (isUnchangedEdit(method, refused)) return { kind: 'ok', result: true };
  if (refused.error_code >= 500) return { kind: 'unknown', reason: `telegram-${refused.error_code}` };
  return { kind: 'rejected', reason: rejectionOf(refused) };
}

/**
 * The one place where wording decides: an edit that changes nothing is refused with a bare 400, the same code as a lost or
 * foreign message, and no parameter tells them apart. It is a success, since the message already reads as it should. Were the
 * wording to change, the edit would be reported as invalid: wrong, but never a double post.
 */
const isUnchangedEdit = (method: MethodName, { error_code, description }: RefusedEnvelope): boolean =>
  method === 'editMessageText' &&
  error_code === 400 &&
  (description ?? '').includes('message is not modified');

function rejectionOf({ error_code: code, parameters }: RefusedEnvelope): Rejection {
  if (parameters?.migrate_to_chat_id !== undefined)
    return { kind: 'migrated', to: parameters.migrate_to_chat_id };
  if (code === 429)
    return { kind: 'flood', retryAfterMs: (parameters?.retry_after ?? DEFAULT_RETRY_AFTER_SECONDS) * 1000 };
  if (code === 403) return { kind: 'forbidden' };
  return { kind: 'invalid', code };
}

/** Only the code of the error is kept: messages of network errors quote the address, and with it the token. */
export function networkOutcome(error: unknown): CallOutcome<never> {
  const cause = innermost(error, 4);
  return neverLeft(cause)
    ? { kind: 'rejected', reason: { kind: 'unreachable' } }
    : { kind: 'unknown', reason: codeOf(cause) ?? 'network' };
}

const BEFORE_A_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Refused, unresolved or unanswered before a connection stood, at every address tried: nothing left this machine. */
function neverLeft(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverLeft);
  if (!(error instanceof Error)) return false;
  return BEFORE_A_CONNECTION.has(codeOf(error) ?? '') || ('syscall' in error && error.syscall === 'connect');
}

/** Fetch wraps what happened in its own error. */
function innermost(error: unknown, depth: number): unknown {
  return error instanceof Error && error.cause instanceof Error && depth > 0
    ? innermost(error.cause, depth - 1)
    : error;
}

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/u.test(code) ? code : null;
}
