import { type Event, plainEvent } from './event.ts';
import { readExtension } from './extension.ts';
import { readCore, readWork } from './finished.ts';
import type { Tag } from './lexicon.ts';
import { readQuantity } from './quantities.ts';
import { readAwaiting, readBlock, readDoing, readPending, readStart } from './unfinished.ts';
import { earliest, hasTag, type View } from './view.ts';

type Reader = (view: View, at: number) => Event | null;

/** Every event of a clause in its order. */
export function readEvents(view: View): readonly Event[] {
  const events: Event[] = [];
  for (const at of view.terms.keys()) {
    const event = READERS.map((read) => read(view, at)).find((found) => found !== null) ?? null;
    if (event !== null) events.push(event);
  }
  const extension = readExtension(view);
  if (extension !== null)
    events.push(
      plainEvent('extension', 'extension', extension.at, { dueOn: extension.dueOn, firm: extension.polite }),
    );
  if (events.length > 0) return events;
  const signs = readEmoji(view);
  return signs.length > 0 ? signs : readElliptic(view);
}

const DONE_SIGNS = new Set(['✅', '☑', '✔', '✓', '💯', '🏁']);

const DOING_SIGNS = new Set(['⏳', '⌛', '🔄', '🚧', '🔃', '🛠', '🏗']);

const BLOCK_SIGNS = new Set(['⚠', '🚫', '⛔', '🛑', '🆘']);

function readEmoji(view: View): readonly Event[] {
  return view.terms.flatMap((term, at): readonly Event[] => {
    if (term.kind !== 'emoji') return [];
    if (DONE_SIGNS.has(term.text)) return [plainEvent('done', 'emoji', at, { firm: true })];
    if (DOING_SIGNS.has(term.text)) return [plainEvent('in_progress', 'emoji', at)];
    return BLOCK_SIGNS.has(term.text) ? [plainEvent('blocked', 'emoji', at)] : [];
  });
}

function readSame(view: View, at: number): Event | null {
  return hasTag(view, 'instead', at) && view.codes.length > 0
    ? plainEvent('done', 'same', at, { firm: true })
    : null;
}

const LINKS: readonly Tag[] = ['self', 'also', 'thereupon', 'tail', 'person', 'shift'];

/** "NV13 thì chưa", "chưa ạ", and its counterpart "NV12 rồi": the verb is in the sentence before. */
function readElliptic(view: View): readonly Event[] {
  const at = earliest(view, -1, 'notyet', 'already');
  const isLast = at >= 0 && at + 1 >= view.tailAt;
  const isOwn = view.terms
    .slice(0, Math.max(at, 0))
    .every(({ kind, tags }) => kind !== 'word' || LINKS.some((tag) => tags.has(tag)));
  if (!isLast || !isOwn) return [];
  if (hasTag(view, 'notyet', at)) return [plainEvent('in_progress', 'elliptic', at)];
  return view.codes.length > 0 ? [plainEvent('done', 'elliptic', at, { firm: true })] : [];
}

const READERS: readonly Reader[] = [
  readQuantity,
  readCore,
  readBlock,
  readWork,
  readStart,
  readPending,
  readAwaiting,
  readDoing,
  readSame,
];
