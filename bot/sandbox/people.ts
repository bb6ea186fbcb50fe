import { present, type WireUser } from './wire.ts';

export type Person = {
  readonly id: number;
  /** Shown as the first name; the demo people carry an office, never a personal name. */
  readonly name: string;
  readonly username?: string;
};

export type BotUser = {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  /** False: privacy mode is on, as Telegram's default is. */
  readonly canReadAllGroupMessages: boolean;
};

/** Writes in the place of an administrator who hides behind the group. */
export const ANONYMOUS_ADMINISTRATOR: WireUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** Writes in the place of a channel. */
export const CHANNEL_WRITER: WireUser = {
  id: 136_817_688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

export const userOf = (person: Person): WireUser =>
  present<WireUser>({
    id: person.id,
    is_bot: false,
    first_name: person.name,
    username: person.username,
  });

export const botUserOf = (bot: BotUser): WireUser => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.name,
  username: bot.username,
});
