import { describe, expect, test } from 'vitest';
import { chatId } from '../../domain/ids.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

const chat = chatId(-100);

describe.each(dialects())('what a group was told on %s', (dialect) => {
  test('what is new is added, what stays keeps its day, what is gone is deleted', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.told.replace(chat, 'overdue', ['a', 'b'], '2023-10-23');
    await storage.told.replace(chat, 'overdue', ['b', 'c', 'c'], '2023-10-24');
    expect(await storage.told.list(chat, 'overdue')).toEqual([
      { chatId: chat, rule: 'overdue', object: 'b', firstToldOn: '2023-10-23' },
      { chatId: chat, rule: 'overdue', object: 'c', firstToldOn: '2023-10-24' },
    ]);
  });

  test('other rules and other groups are left alone', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.told.replace(chat, 'overdue', ['a'], '2023-10-23');
    await storage.told.replace(chat, 'due-soon', ['a'], '2023-10-23');
    await storage.told.replace(chatId(-200), 'overdue', ['a'], '2023-10-23');
    await storage.told.replace(chat, 'overdue', [], '2023-10-24');
    expect(await storage.told.list(chat, 'overdue')).toEqual([]);
    expect(await storage.told.list(chat, 'due-soon')).toHaveLength(1);
    expect(await storage.told.list(chatId(-200), 'overdue')).toHaveLength(1);
  });

  test('thousands are replaced at once', async () => {
    await using storage = await openTestStorage(dialect);
    const codes = Array.from({ length: 3000 }, (_, index) => `hồ sơ ${index}`);
    await storage.told.replace(chat, 'overdue', codes, '2023-10-23');
    await storage.told.replace(chat, 'overdue', codes.slice(1000), '2023-10-24');
    expect(await storage.told.list(chat, 'overdue')).toHaveLength(2000);
  });

  test('an object is the same in both normal forms', async () => {
    await using storage = await openTestStorage(dialect);
    await storage.told.replace(chat, 'overdue', ['hồ sơ'], '2023-10-23');
    await storage.told.replace(chat, 'overdue', ['hồ sơ'.normalize('NFD')], '2023-10-24');
    expect((await storage.told.list(chat, 'overdue')).map(({ firstToldOn }) => firstToldOn)).toEqual([
      '2023-10-23',
    ]);
  });
});
