const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** Controls (NUL among them), direction marks, overrides and isolates, byte order mark, annotation anchors. */
const UNSEEN_CONTROLS = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
/** An "@" where Telegram would read a mention; at the end of a run too, since the next run may go on with a name. */
const MENTION_START = /(?<![\p{L}\p{Nd}_])@(?=[A-Za-z0-9_]|$)/gu;
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Foreign text made safe to show: NFC, one line, nothing that reorders or hides text, no ping by "@name".
 * Emoji joiners stay. Applying it twice changes nothing.
 */
export function harmless(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(LINE_BREAKS_AND_TABS, ' ')
    .replace(UNSEEN_CONTROLS, '')
    .normalize('NFC')
    .replace(MENTION_START, `@${ZERO_WIDTH_SPACE}`);
}

const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Telegram refuses a message of which nothing can be seen. */
export const isBlank = (text: string): boolean => UNSEEN.test(text);
