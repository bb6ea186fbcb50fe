import { describe, expect, test } from 'vitest';
import { EVERYTHING, NO_SCOPE, unitScope } from '../../domain/scope.ts';
import { dossier, PLACES, savePlaces } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

async function openWithPlaces(dialect: Parameters<typeof openTestStorage>[0]) {
  const storage = await openTestStorage(dialect);
  await savePlaces(storage);
  return storage;
}

describe.each(dialects())('dossiers on %s', (dialect) => {
  test('a dossier comes back as it was saved', async () => {
    await using storage = await openWithPlaces(dialect);
    const saved = [
      dossier({ code: 'a', office: 'Phòng Tài nguyên', dueOn: null, isSample: false }),
      dossier({ code: 'b', status: 'finished', finishedOn: '2023-09-30' }),
    ];
    await storage.dossiers.save(saved);
    expect(await storage.dossiers.list(EVERYTHING, PLACES.sibling)).toEqual(saved);
  });

  test('the same code in a unit is one dossier, the last that is given', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.dossiers.save([dossier(), dossier({ status: 'paused' })]);
    await storage.dossiers.save([dossier({ status: 'withdrawn' }), dossier({ unitId: PLACES.district })]);
    const held = await storage.dossiers.list(EVERYTHING, PLACES.sibling);
    expect(held.map(({ status }) => status)).toEqual(['withdrawn']);
  });

  test('overdue is what is in progress and was due before today, oldest first', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.dossiers.save([
      dossier({ code: 'today', dueOn: '2023-10-24' }),
      dossier({ code: 'late', dueOn: '2023-10-23' }),
      dossier({ code: 'later', dueOn: '2023-10-01' }),
      dossier({ code: 'undated', dueOn: null }),
      dossier({ code: 'paused', status: 'paused' }),
      dossier({ code: 'finished', status: 'finished', finishedOn: '2023-10-20' }),
      dossier({ code: 'withdrawn', status: 'withdrawn' }),
      dossier({ code: 'elsewhere', unitId: PLACES.district }),
    ]);
    const overdue = await storage.dossiers.overdue(EVERYTHING, PLACES.sibling, '2023-10-24');
    expect(overdue.map(({ code }) => code)).toEqual(['later', 'late']);
  });

  test('only the unit and those above it see its dossiers', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.dossiers.save([dossier()]);
    const seen = async (scope: Parameters<typeof storage.dossiers.list>[0]) => [
      (await storage.dossiers.list(scope, PLACES.sibling)).length,
      (await storage.dossiers.overdue(scope, PLACES.sibling, '2023-10-24')).length,
    ];
    expect(await seen(unitScope(PLACES.sibling))).toEqual([1, 1]);
    expect(await seen(unitScope(PLACES.province))).toEqual([1, 1]);
    expect(await seen(unitScope(PLACES.siblingCommune))).toEqual([0, 0]);
    expect(await seen(unitScope(PLACES.district))).toEqual([0, 0]);
    expect(await seen(NO_SCOPE)).toEqual([0, 0]);
  });

  test('an import that fails half way leaves nothing', async () => {
    await using storage = await openWithPlaces(dialect);
    const many = Array.from({ length: 250 }, (_, index) => dossier({ code: `${index}` }));
    const bad = dossier({ code: 'bad', receivedOn: '01/09/2023' });
    await expect(storage.dossiers.save([...many, bad])).rejects.toThrow();
    expect(await storage.dossiers.list(EVERYTHING, PLACES.sibling)).toEqual([]);
  });
});
