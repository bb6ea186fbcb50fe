import { harmless } from './harmless.ts';
import { type CallbackId, type ChatId, callbackId, type OutboxId, outboxId } from './ids.ts';
import type { Button, Line, Reply } from './message.ts';
import type {
  About,
  Callback,
  CallbackStore,
  NewOutboxMessage,
  OutboxContent,
  OutboxStore,
  StoredButton,
} from './outbox.ts';
import { splitLines } from './split.ts';

/** What is to be said to a chat, before it is cut into messages. */
export type DirectDraft = {
  readonly chatId: ChatId;
  readonly threadId: number | null;
  readonly reply: Reply;
  /** The message that it answers. */
  readonly replyTo?: number | null;
  /** The message that it replaces; what does not fit follows as new messages. */
  readonly edits?: number | null;
  /** Business time, epoch ms. */
  readonly buttonsExpireAt: number;
};

export type Draft = DirectDraft & {
  /** Unique for ever: rule, object, stage, group, day. */
  readonly dedupeKey: string;
  readonly about?: readonly About[];
};

export type PostingEnvironment = {
  /** Real time, epoch ms. */
  readonly realNow: number;
  /** At most 32 characters, unguessable: it names buttons too. */
  readonly newId: () => string;
};

const BUTTON_TEXT_LIMIT = 64;
/** Shown when a reply holds nothing that can be seen: Telegram would refuse it. */
const NOTHING_TO_SEE: Line = ['…'];

/** For a direct reply: cuts it into messages and stores its buttons, which the last message carries. */
export async function prepareContents(
  callbacks: Pick<CallbackStore, 'add'>,
  draft: DirectDraft,
  environment: PostingEnvironment,
): Promise<readonly OutboxContent[]> {
  const parts = splitReply(draft.reply);
  const { rows, stored } = storedButtons(draft, environment.newId, null);
  if (rows.length > 0) await callbacks.add(rows);
  return contentsOf(parts, draft, stored);
}

/** Puts a draft into the outbox, once: false, and nothing written, when its dedupe key is already there. */
export async function post(
  stores: { readonly outbox: Pick<OutboxStore, 'add'>; readonly callbacks: Pick<CallbackStore, 'add'> },
  draft: Draft,
  environment: PostingEnvironment,
): Promise<boolean> {
  const parts = splitReply(draft.reply);
  const ids = parts.map(() => outboxId(environment.newId()));
  const { rows, stored } = storedButtons(draft, environment.newId, ids.at(-1) ?? null);
  const messages = contentsOf(parts, draft, stored).map((content, index) =>
    outboxMessage(draft, content, index, ids[index] ?? outboxId(environment.newId()), environment.realNow),
  );
  const [first, ...others] = messages;
  // The first part decides: its row exists before any other is written.
  if (first === undefined || !(await stores.outbox.add(first))) return false;
  for (const other of others) await stores.outbox.add(other);
  if (rows.length > 0) await stores.callbacks.add(rows);
  return true;
}

/** A kept answer is cut once, however often it is given. */
const cut = new WeakMap<Reply, readonly (readonly Line[])[]>();

function splitReply(reply: Reply): readonly (readonly Line[])[] {
  const known = cut.get(reply);
  if (known !== undefined) return known;
  const parts = splitLines(reply.lines);
  const shown = parts.length === 0 ? [[NOTHING_TO_SEE]] : parts;
  cut.set(reply, shown);
  return shown;
}

function contentsOf(
  parts: readonly (readonly Line[])[],
  draft: DirectDraft,
  buttons: readonly (readonly StoredButton[])[],
): readonly OutboxContent[] {
  const edited = draft.edits ?? null;
  return parts.map((lines, index) => ({
    kind: index === 0 && edited !== null ? 'edit' : 'send',
    lines,
    buttons: index === parts.length - 1 ? buttons : [],
    messageId: index === 0 ? (edited ?? draft.replyTo ?? null) : null,
  }));
}

function outboxMessage(
  draft: Draft,
  content: OutboxContent,
  index: number,
  id: OutboxId,
  createdAt: number,
): NewOutboxMessage {
  const dedupeKey = index === 0 ? draft.dedupeKey : `${draft.dedupeKey}#${index + 1}`;
  return {
    id,
    dedupeKey,
    chatId: draft.chatId,
    threadId: draft.threadId,
    content,
    about: draft.about ?? [],
    createdAt,
  };
}

function storedButtons(draft: DirectDraft, newId: () => string, carrier: OutboxId | null) {
  const rows: Callback[] = [];
  const stored = draft.reply.buttons.map((row) =>
    row.map((button): StoredButton => {
      const id = callbackId(newId());
      rows.push(callbackRow(id, button, draft, carrier));
      return { text: shownText(button), callbackId: id };
    }),
  );
  return { rows, stored };
}

function callbackRow(id: CallbackId, button: Button, draft: DirectDraft, carrier: OutboxId | null): Callback {
  return {
    id,
    chatId: draft.chatId,
    messageId: null,
    outboxId: carrier,
    action: button.action,
    allowed: button.allowed,
    expiresAt: draft.buttonsExpireAt,
    usedAt: null,
  };
}

const buttonTexts = new WeakMap<Button, string>();

/** Harmless and short; worked out once for a kept answer's button. */
function shownText(button: Button): string {
  const known = buttonTexts.get(button);
  if (known !== undefined) return known;
  const text = buttonText(button.text);
  buttonTexts.set(button, text);
  return text;
}

function buttonText(text: string): string {
  const characters = Array.from(harmless(text));
  return characters.length <= BUTTON_TEXT_LIMIT
    ? characters.join('')
    : `${characters.slice(0, BUTTON_TEXT_LIMIT - 1).join('')}…`;
}
