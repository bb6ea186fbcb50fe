import { z } from 'zod';
import { badRequest } from './api-error.ts';
import { jsonOf, type Parameters } from './parameters.ts';
import { present, type WireButton, type WireKeyboard } from './wire.ts';

const MAX_BUTTONS = 100;
const MAX_CALLBACK_BYTES = 64;

const markupSchema = z.union([
  z.object({ inline_keyboard: z.array(z.array(z.record(z.string(), z.unknown()))) }),
  z.object({ keyboard: z.array(z.unknown()) }).loose(),
  z.object({ remove_keyboard: z.literal(true) }).loose(),
  z.object({ force_reply: z.literal(true) }).loose(),
]);

/** The inline keyboard of a call; undefined when none is given. Other markups are accepted and not kept. Throws ApiError 400. */
export function keyboardOf(parameters: Parameters): WireKeyboard | undefined {
  const markup = jsonOf(parameters, 'reply_markup', markupSchema);
  if (markup === undefined || !('inline_keyboard' in markup)) return undefined;
  const rows = (markup.inline_keyboard as readonly (readonly Record<string, unknown>[])[])
    .map((row) => row.map(buttonOf))
    .filter((row) => row.length > 0);
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

const buttonSchema = z.object({
  text: z.string().trim().min(1),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  switch_inline_query: z.string().optional(),
  switch_inline_query_current_chat: z.string().optional(),
  copy_text: z.object({ text: z.string().min(1).max(256) }).optional(),
});

function buttonOf(raw: Record<string, unknown>): WireButton {
  const result = buttonSchema.safeParse(raw);
  if (!result.success) throw badButton('InlineKeyboardButton must have a text and a known type');
  const { text, ...actions } = result.data;
  if (Object.values(actions).filter((action) => action !== undefined).length !== 1) {
    throw badButton(
      'exactly one action field must be used, text buttons are unallowed in the inline keyboard',
    );
  }
  checkCallbackData(actions.callback_data);
  checkUrl(actions.url);
  return present<WireButton>({ text, ...actions });
}

function checkCallbackData(value: string | undefined): void {
  if (value === undefined) return;
  const bytes = Buffer.byteLength(value);
  if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(value: string | undefined): void {
  if (value === undefined) return;
  const valid = URL.canParse(value) && /^(?:https?|tg|ton):$/u.test(new URL(value).protocol);
  if (!valid) throw badRequest(`inline keyboard button URL '${value}' is invalid: wrong HTTP URL`);
}

const badButton = (reason: string) => badRequest(`can't parse inline keyboard button: ${reason}`);
