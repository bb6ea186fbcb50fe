import { describe, expect, it } from 'vitest';
import type { DeliveryOutcome } from '../../domain/delivery.ts';
import { createFloodWatch } from '../../domain/flood-watch.ts';
import { chatId } from '../../domain/ids.ts';

const flood = (retryAfterMs: number): DeliveryOutcome => ({
  kind: 'rejected',
  reason: { kind: 'flood', retryAfterMs },
});
const ACCEPTED: DeliveryOutcome = { kind: 'accepted', messageId: 1 };

describe('createFloodWatch', () => {
  it('holds nobody else for the trouble of one chat', () => {
    const watch = createFloodWatch();
    const answers = [1, 2, 3, 4].map(() => watch.note(chatId(-1), flood(7_000)));
    expect(answers).toEqual([null, null, null, null]);
  });

  it('holds everybody for the shortest time when three chats in a row are refused', () => {
    const watch = createFloodWatch();
    const answers = [-1, -2, -3].map((chat) =>
      watch.note(chatId(chat), flood(chat === -2 ? 73_414_000 : 9_000)),
    );
    expect(answers).toEqual([null, null, 9_000]);
  });

  it('forgets refusals once something is accepted', () => {
    const watch = createFloodWatch();
    watch.note(chatId(-1), flood(9_000));
    watch.note(chatId(-2), flood(9_000));
    watch.note(chatId(-4), ACCEPTED);
    expect(watch.note(chatId(-3), flood(9_000))).toBeNull();
  });
});
