import type { LocalDate } from '../domain/clock.ts';
import type { Group } from '../domain/group.ts';
import type { ChatId, PersonId, UnitId } from '../domain/ids.ts';
import type { Reply } from '../domain/message.ts';
import type { About } from '../domain/outbox.ts';
import type { PostingEnvironment } from '../domain/posting.ts';
import type { Scope } from '../domain/scope.ts';
import type { Stores } from '../domain/storage.ts';
import type { UnitDirectory } from '../domain/unit-directory.ts';

export type Chat = {
  readonly id: ChatId;
  readonly kind: 'private' | 'group';
  readonly title: string;
  readonly threadId: number | null;
};

export type Asker = {
  readonly id: PersonId;
  readonly name: string;
  /** In ADMIN_IDS. */
  readonly isAdmin: boolean;
  /** An administrator of this Telegram group, or in ADMIN_IDS; known only where the route looked it up. */
  readonly isLeader: boolean;
};

/** What somebody asks or tells the bot, without anything of Telegram's. */
export type CommandRequest = {
  /** The text behind the command, as written. */
  readonly argument: string;
  /** Set when a button asks about a unit that is already known. */
  readonly unitId: UnitId | null;
  readonly year: number | null;
  readonly chat: Chat;
  readonly group: Group | null;
  readonly scope: Scope;
  /** Null: an anonymous administrator, a channel, a forward or another bot; they cannot write. */
  readonly asker: Asker | null;
  readonly messageId: number | null;
  /** The message was sent before and has been changed: what it says corrects what it said. */
  readonly isEdit: boolean;
  /** What the message that this one replies to is about. */
  readonly repliesTo: readonly About[];
};

/** Figures that only the running process knows. */
export type ProcessStatus = {
  readonly version: string;
  readonly startedAt: number;
};

export type CommandDeps = {
  readonly stores: Stores;
  readonly directory: UnitDirectory;
  /** Business time of this request. */
  readonly now: number;
  readonly today: LocalDate;
  readonly posting: PostingEnvironment;
  readonly commands: readonly Command[];
  readonly process: ProcessStatus;
  readonly botUsername: string;
};

export type Answer =
  /** A pure question: answered at once, at most once. */
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** Something was recorded; what is to be said lies in the outbox. */
  | { readonly kind: 'recorded' }
  /** A group was bound: its rights are looked at after the commit. */
  | { readonly kind: 'bound'; readonly chatId: ChatId }
  | { readonly kind: 'silence' };

/**
 * Who may call it: `everyone` (strangers too), `bound` (a bound group or an administrator's private chat),
 * `administrators` (ADMIN_IDS only).
 */
export type Audience = 'everyone' | 'bound' | 'administrators';

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** Lines for /trogiup <lệnh>: how it is written, with examples. */
  readonly usage: readonly string[];
  readonly audience: Audience;
  /**
   * The answer follows from units, documents and evaluations, the argument and the asker's group alone:
   * it is kept until those data change.
   */
  readonly isReference?: true;
  readonly handle: (request: CommandRequest, deps: CommandDeps) => Promise<Answer>;
};

export const replied = (reply: Reply): Answer => ({ kind: 'reply', reply });
export const SILENCE: Answer = { kind: 'silence' };
