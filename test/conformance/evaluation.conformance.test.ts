import { describe, expect, test } from 'vitest';
import { evaluationId } from '../../domain/ids.ts';
import { EVERYTHING, NO_SCOPE, unitScope } from '../../domain/scope.ts';
import { criterion, PLACES, savePlaces, scorecard } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

async function openWithPlaces(dialect: Parameters<typeof openTestStorage>[0]) {
  const storage = await openTestStorage(dialect);
  await savePlaces(storage);
  return storage;
}

describe.each(dialects())('evaluations on %s', (dialect) => {
  test('a scorecard comes back as it was saved, in the order of the document', async () => {
    await using storage = await openWithPlaces(dialect);
    const saved = scorecard({}, [
      criterion({ code: '7', rank: 'area', parentCode: null, heading: '2', label: 'maintain' }),
      criterion({
        code: '1.5',
        reason: 'Không có sáng kiến',
        owner: 'Văn phòng',
        remedy: 'Đăng ký sáng kiến',
      }),
      criterion({ code: '1.5', section: 'bonus', label: 'remedy' }),
    ]);
    await storage.evaluations.save(saved);
    expect(await storage.evaluations.find(EVERYTHING, PLACES.commune)).toEqual(saved);
  });

  test('missing, zero and not applicable are three figures', async () => {
    await using storage = await openWithPlaces(dialect);
    const figures = { max: 1000, selfAssessed: 'na', appraised: null, achieved: 0, lost: 'na' } as const;
    await storage.evaluations.save(scorecard({}, [criterion(figures)]));
    const found = await storage.evaluations.find(EVERYTHING, PLACES.commune);
    expect(found?.criteria[0]).toMatchObject(figures);
  });

  test('what a document leaves open stays open', async () => {
    await using storage = await openWithPlaces(dialect);
    const open = scorecard(
      { selfAssessed: null, declaredLost: null, rank: null, cohort: null, decision: null, grade: 'khá' },
      [],
    );
    await storage.evaluations.save(open);
    expect(await storage.evaluations.find(EVERYTHING, PLACES.commune)).toEqual(open);
  });

  test('saving again replaces the evaluation and all its criteria', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.evaluations.save(scorecard({}, [criterion(), criterion({ code: '7.2' })]));
    const corrected = scorecard({ achieved: 86_000 }, [criterion({ code: '7.3' })]);
    await storage.evaluations.save(corrected);
    expect(await storage.evaluations.find(EVERYTHING, PLACES.commune)).toEqual(corrected);
  });

  test('a scorecard that names a criterion twice is refused whole', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.evaluations.save(scorecard());
    const twice = scorecard({ achieved: 1 }, [criterion(), criterion()]);
    await expect(storage.evaluations.save(twice)).rejects.toThrow();
    expect(await storage.evaluations.find(EVERYTHING, PLACES.commune)).toEqual(scorecard());
  });

  test('without a year the latest is found, with a year that one or none', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.evaluations.save(scorecard({ id: evaluationId('a'), year: 2024 }));
    await storage.evaluations.save(scorecard({ id: evaluationId('b'), year: 2022 }));
    const { evaluations } = storage;
    expect((await evaluations.find(EVERYTHING, PLACES.commune))?.evaluation.year).toBe(2024);
    expect((await evaluations.find(EVERYTHING, PLACES.commune, 2022))?.evaluation.id).toBe('b');
    expect(await evaluations.find(EVERYTHING, PLACES.commune, 2023)).toBeNull();
    expect(await evaluations.find(EVERYTHING, PLACES.district)).toBeNull();
    expect(await evaluations.years(EVERYTHING, PLACES.commune)).toEqual([2024, 2022]);
  });

  test('of the versions of a year the published one counts, then the appraised one', async () => {
    await using storage = await openWithPlaces(dialect);
    const { evaluations } = storage;
    for (const version of ['self_assessed', 'appraised', 'published'] as const) {
      await evaluations.save(scorecard({ id: evaluationId(version), version }));
      expect((await evaluations.find(EVERYTHING, PLACES.commune))?.evaluation.version).toBe(version);
    }
    expect(await evaluations.years(EVERYTHING, PLACES.commune)).toEqual([2023]);
  });

  test('scores are open to every bound group and closed to everybody else', async () => {
    await using storage = await openWithPlaces(dialect);
    await storage.evaluations.save(scorecard());
    const sibling = unitScope(PLACES.siblingCommune);
    expect(await storage.evaluations.find(sibling, PLACES.commune)).toEqual(scorecard());
    expect(await storage.evaluations.years(sibling, PLACES.commune)).toEqual([2023]);
    expect(await storage.evaluations.find(NO_SCOPE, PLACES.commune)).toBeNull();
    expect(await storage.evaluations.years(NO_SCOPE, PLACES.commune)).toEqual([]);
  });
});
