import { describe, expect, test } from 'vitest';
import { documentId } from '../../domain/ids.ts';
import { EVERYTHING, NO_SCOPE, unitScope } from '../../domain/scope.ts';
import { DOCUMENT_ID, indicator, officialDocument, PLACES, savePlaces } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

async function openWithPlaces(dialect: Parameters<typeof openTestStorage>[0]) {
  const storage = await openTestStorage(dialect);
  await savePlaces(storage);
  return storage;
}

describe.each(dialects())('documents, indicators and days on %s', (dialect) => {
  test('a document comes back as it was last saved', async () => {
    await using storage = await openWithPlaces(dialect);
    const corrected = officialDocument({ number: null, kind: 'notice', note: 'số đọc được hai cách' });
    await storage.documents.save(corrected);
    expect(await storage.documents.find(DOCUMENT_ID)).toEqual(corrected);
    expect(await storage.documents.find(documentId('none'))).toBeNull();
  });

  test('an indicator comes back as it was last saved', async () => {
    await using storage = await openWithPlaces(dialect);
    const corrected = indicator({
      denominator: 5230,
      asOf: '2023-10-18',
      criterion: '3.4',
      owner: 'Văn phòng',
    });
    const disbursed = indicator({ code: 'giai-ngan', value: 68_100, asOfText: 'đến 30/9' });
    await storage.indicators.save([indicator(), disbursed]);
    await storage.indicators.save([indicator(), corrected]);
    expect(await storage.indicators.list(EVERYTHING, PLACES.sibling)).toEqual([disbursed, corrected]);
  });

  test('only the unit and those above it see its indicators', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.indicators.save([indicator()]);
    const { list } = storage.indicators;
    expect(await list(unitScope(PLACES.sibling), PLACES.sibling)).toHaveLength(1);
    expect(await list(unitScope(PLACES.province), PLACES.sibling)).toHaveLength(1);
    expect(await list(unitScope(PLACES.commune), PLACES.sibling)).toEqual([]);
    expect(await list(NO_SCOPE, PLACES.sibling)).toEqual([]);
  });

  test('of two entries for one day the later one is kept, until it is removed', async () => {
    await using storage = await openWithPlaces(dialect);
    const holiday = { date: '2024-04-29', kind: 'off', name: 'Hoán đổi' } as const;
    const makeUp = { date: '2024-05-04', kind: 'work', name: 'Làm bù ngày 29/4' } as const;
    await storage.calendar.save([makeUp, { ...holiday, name: 'Nghỉ' }, holiday]);
    expect(await storage.calendar.list()).toEqual([holiday, makeUp]);
    await storage.calendar.remove(holiday.date);
    expect(await storage.calendar.list()).toEqual([makeUp]);
  });
});
