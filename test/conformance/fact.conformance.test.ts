import { describe, expect, test } from 'vitest';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

describe.each(dialects())('facts on %s', (dialect) => {
  test('a fact is what it was last set to', async () => {
    await using storage = await openTestStorage(dialect);
    expect(await storage.facts.get('holds_sample')).toBeNull();
    await storage.facts.set('holds_sample', '0');
    await storage.facts.set('holds_sample', '1');
    expect(await storage.facts.get('holds_sample')).toBe('1');
  });
});
