import { type ChatRecord, LEFT } from '../chats.ts';
import { deliver } from '../delivery.ts';
import { ANONYMOUS_ADMINISTRATOR } from '../people.ts';
import type { WireUpdate } from '../wire.ts';
import { addChat, type World } from '../world.ts';
import { serviceMessage } from './membership.ts';

export type Migration = {
  readonly to: number;
  /** Which service message the bot is sent first; `none`: it only learns by the refusal of its next call. */
  readonly order?: 'to-first' | 'from-first' | 'none' | undefined;
};

/** A basic group becomes a supergroup: new id, same people; the old chat refuses every call from now on. */
export function migrate(
  world: World,
  from: ChatRecord,
  { to, order = 'to-first' }: Migration,
): readonly WireUpdate[] {
  if (from.kind !== 'group') throw new Error('only a basic group becomes a supergroup');
  const next = addChat(world, { id: to, kind: 'supergroup', title: from.title });
  for (const [userId, membership] of from.members) next.members.set(userId, membership);
  const told = {
    'to-first': [announceTo, announceFrom],
    'from-first': [announceFrom, announceTo],
    none: [],
  }[order].map((announce) => announce(world, from, next));
  from.migratedTo = to;
  from.members.set(world.bot.id, LEFT);
  world.events.emit({ kind: 'chats' });
  return told.filter((update) => update !== null);
}

const announceTo = (world: World, from: ChatRecord, next: ChatRecord) =>
  deliver(
    world,
    from,
    serviceMessage(world, from, ANONYMOUS_ADMINISTRATOR, { migrate_to_chat_id: next.id }),
    'new',
  );

const announceFrom = (world: World, from: ChatRecord, next: ChatRecord) =>
  deliver(
    world,
    next,
    serviceMessage(world, next, ANONYMOUS_ADMINISTRATOR, { migrate_from_chat_id: from.id }),
    'new',
  );
