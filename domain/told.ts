import type { LocalDate } from './clock.ts';
import type { ChatId } from './ids.ts';

/** What a group was last told of, so that a digest can say what is new and what is settled. */
export type ToldItem = {
  readonly chatId: ChatId;
  readonly rule: string;
  /** e.g. a dossier's code. */
  readonly object: string;
  readonly firstToldOn: LocalDate;
};

export type ToldStore = {
  readonly list: (chatId: ChatId, rule: string) => Promise<readonly ToldItem[]>;
  /** Makes these the group's items of that rule: adds the new ones with `on`, keeps the old, deletes the rest. */
  readonly replace: (
    chatId: ChatId,
    rule: string,
    objects: readonly string[],
    on: LocalDate,
  ) => Promise<void>;
};
