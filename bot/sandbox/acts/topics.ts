import type { ChatRecord } from '../chats.ts';
import { deliver } from '../delivery.ts';
import { ANONYMOUS_ADMINISTRATOR } from '../people.ts';
import { present, type WireMessage } from '../wire.ts';
import { baseOf, keepMessage, userById, type World } from '../world.ts';

const ICON_COLOR = 7_322_096;

/** Opens a topic in a forum; its thread id is the id of the service message that says so. */
export function createTopic(world: World, chat: ChatRecord, name: string, byId: number): number {
  if (!chat.isForum) throw new Error(`chat ${chat.id} is no forum`);
  const base = baseOf(world, chat);
  const message = present<WireMessage>({
    ...base,
    from: userById(world, byId) ?? ANONYMOUS_ADMINISTRATOR,
    message_thread_id: base.message_id,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: ICON_COLOR },
  });
  chat.topics.set(base.message_id, name);
  keepMessage(world, chat, message);
  deliver(world, chat, message, 'new');
  return base.message_id;
}
