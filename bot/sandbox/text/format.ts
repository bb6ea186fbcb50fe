import { badRequest } from '../api-error.ts';
import type { WireEntity } from '../wire.ts';
import { detectEntities, overlaps } from './detect.ts';
import { type FindUser, type FormattedText, parseHtml } from './html.ts';

/** Counted in code points, after parsing. */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

/** In UTF-8 bytes, before parsing. */
const RAW_LIMIT = 32 * 1024;

export type RawText = {
  readonly text: string;
  readonly parseMode: string;
  readonly entities: readonly WireEntity[];
};

/** What Telegram makes of a bot's text: parsed, cleaned, trimmed, with the entities it finds itself. Throws ApiError 400. */
export function formatText(raw: RawText, limit: number, findUser: FindUser): FormattedText {
  if (Buffer.byteLength(raw.text) > RAW_LIMIT) throw badRequest('text is too long');
  const parsed = parse(raw, findUser);
  const cleaned = trim({ text: withoutControls(parsed.text), entities: parsed.entities });
  if ([...cleaned.text].length > limit) {
    throw badRequest(limit === CAPTION_LIMIT ? 'message caption is too long' : 'message is too long');
  }
  return { text: cleaned.text, entities: withDetected(cleaned) };
}

/** The same for what a person types: never parsed. */
export function formatTyped(text: string): FormattedText {
  const cleaned = trim({ text: withoutControls(withoutOverrides(text.replaceAll('\r', ''))), entities: [] });
  return { text: cleaned.text, entities: withDetected(cleaned) };
}

function parse(raw: RawText, findUser: FindUser): FormattedText {
  switch (raw.parseMode.toLowerCase()) {
    case '':
      return { text: raw.text, entities: raw.entities };
    case 'html':
      return parseHtml(withoutOverrides(raw.text), findUser);
    default:
      // Markdown is left out on purpose: this bot writes HTML only.
      throw badRequest('unsupported parse_mode');
  }
}

const CONTROL_CHARACTERS = /(?!\n)\p{Cc}/gu;
const LINE_AND_BIDI_CONTROLS = /[\u2028-\u202e]/gu;

/** Telegram takes out line separators and direction overrides; a control character becomes a space. */
const withoutOverrides = (text: string) => text.replace(LINE_AND_BIDI_CONTROLS, '');
const withoutControls = (text: string) => text.replace(CONTROL_CHARACTERS, ' ');

function trim({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset - start, 0);
    const to = Math.min(entity.offset + entity.length - start, trimmed.length);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: trimmed, entities: kept };
}

const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji']);

function withDetected({ text, entities }: FormattedText): readonly WireEntity[] {
  const opaque = entities.filter(({ type }) => OPAQUE.has(type));
  const detected = detectEntities(text).filter((entity) => !opaque.some((other) => overlaps(other, entity)));
  return [...entities, ...detected].sort((left, right) =>
    left.offset === right.offset ? right.length - left.length : left.offset - right.offset,
  );
}
