import { badRequest } from '../api-error.ts';
import { append } from '../journal.ts';
import { flagOf, textOf } from '../parameters.ts';
import type { Call } from './call.ts';

/** A press can be answered once, within this time of the business clock. */
const ANSWERABLE_MS = 150_000;
const TEXT_LIMIT = 200;

export function answerCallbackQuery({ world, parameters }: Call) {
  const queryId = textOf(parameters, 'callback_query_id');
  const press = world.presses.get(queryId);
  if (!press || press.answered || world.clock() - press.at > ANSWERABLE_MS) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  const text = textOf(parameters, 'text');
  if ([...text].length > TEXT_LIMIT) throw badRequest('MESSAGE_TOO_LONG');
  press.answered = true;
  const answer = {
    at: world.clock(),
    queryId,
    chatId: press.chatId,
    personId: press.personId,
    text,
    showAlert: flagOf(parameters, 'show_alert'),
  };
  append(world.journal.answers, answer, world.keep);
  world.events.emit({ kind: 'answer', answer });
  return true;
}
