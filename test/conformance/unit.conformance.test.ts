import { describe, expect, test } from 'vitest';
import { unitId } from '../../domain/ids.ts';
import type { Predecessor } from '../../domain/unit.ts';
import { officialDocument, PLACES, savePlaces, UNITS, unit } from '../support/builders.ts';
import { dialects, openTestStorage } from '../support/open-test-storage.ts';

const former: Predecessor = {
  unitId: PLACES.commune,
  name: 'Bằng Hữu',
  kind: 'Xã',
  level: 'commune',
  districtName: 'Chi Lăng',
  provinceName: 'Lạng Sơn',
  predecessorId: PLACES.siblingCommune,
};

describe.each(dialects())('units on %s', (dialect) => {
  test('units come back as they were saved, children before their parents too', async () => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    const byId = UNITS.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await storage.units.list()).toEqual(byId);
    expect(await storage.units.find(PLACES.commune)).toEqual(UNITS[0]);
    expect(await storage.units.find(unitId('vn/nowhere'))).toBeNull();
  });

  test('saving again replaces a unit with its aliases, in their order', async () => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    const renamed = unit({ name: 'Bằng Mạc mới', aliases: ['Z', 'A'], validTo: '2025-06-30' });
    await storage.units.save([unit(), renamed], []);
    expect(await storage.units.find(PLACES.commune)).toEqual(renamed);
    await storage.units.save([unit()], []);
    expect((await storage.units.find(PLACES.commune))?.aliases).toEqual([]);
  });

  test('thousands are saved at once', async () => {
    await using storage = await openTestStorage(dialect);
    const many = Array.from({ length: 3355 }, (_, index) =>
      unit({
        id: unitId(`vn/${index}`),
        parentId: index === 0 ? null : unitId('vn/0'),
        aliases: [`Tên ${index}`],
      }),
    );
    await storage.units.save(many.toReversed(), []);
    expect(await storage.units.list()).toHaveLength(3355);
  });

  test('a unit whose parent is not held is refused whole', async () => {
    await using storage = await openTestStorage(dialect);
    const orphan = unit({ id: unitId('vn/orphan'), parentId: unitId('vn/nowhere') });
    await expect(storage.units.save([orphan], [])).rejects.toThrow();
    expect(await storage.units.list()).toEqual([]);
    expect(await storage.units.revision()).toBe('');
  });

  test('the lineage goes from the unit up to its topmost parent', async () => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    const lineage = await storage.units.lineage(PLACES.commune);
    expect(lineage.map(({ id }) => id)).toEqual([PLACES.commune, PLACES.district, PLACES.province]);
    expect(lineage[0]).toEqual(UNITS[0]);
    expect(await storage.units.lineage(unitId('vn/nowhere'))).toEqual([]);
  });

  test('parents that go in a circle end the climb', async () => {
    await using storage = await openTestStorage(dialect);
    const [a, b] = [unitId('vn/a'), unitId('vn/b')];
    await storage.units.save([unit({ id: a, parentId: b }), unit({ id: b, parentId: a })], []);
    expect((await storage.units.lineage(a)).map(({ id }) => id)).toEqual([a, b]);
    expect(await storage.units.isWithin(a, unitId('vn/nowhere'))).toBe(false);
  });

  test.each([
    { id: PLACES.commune, root: PLACES.commune, expected: true, why: 'itself' },
    { id: PLACES.commune, root: PLACES.province, expected: true, why: 'two levels below' },
    { id: PLACES.commune, root: PLACES.sibling, expected: false, why: 'below a sibling' },
    { id: PLACES.district, root: PLACES.commune, expected: false, why: 'above' },
    { id: PLACES.commune, root: PLACES.elsewhere, expected: false, why: 'elsewhere' },
  ])('$id lies within $root: $expected ($why)', async ({ id, root, expected }) => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    expect(await storage.units.isWithin(id, root)).toBe(expected);
  });

  test('predecessors are replaced where some are given, and lead to their successors', async () => {
    await using storage = await openTestStorage(dialect);
    await savePlaces(storage);
    await storage.units.save([unit()], [former, { ...former, name: 'Thượng Cường', predecessorId: null }]);
    expect((await storage.units.predecessors()).map(({ name }) => name)).toEqual([
      'Bằng Hữu',
      'Thượng Cường',
    ]);
    expect((await storage.units.successors(PLACES.siblingCommune)).map(({ id }) => id)).toEqual([
      PLACES.commune,
    ]);
    await storage.units.save([unit()], [former]);
    expect(await storage.units.predecessors()).toEqual([former]);
    await storage.units.save([unit()], []);
    expect(await storage.units.predecessors()).toEqual([former]);
  });

  test('the revision changes with every save, and only then', async () => {
    await using storage = await openTestStorage(dialect);
    const before = await storage.units.revision();
    await savePlaces(storage);
    const after = await storage.units.revision();
    expect(after).not.toBe(before);
    expect(await storage.units.revision()).toBe(after);
    await Promise.all([storage.units.save([], []), storage.units.save([], [])]);
    const later = await storage.units.revision();
    expect([before, after]).not.toContain(later);
    await storage.documents.save(officialDocument());
    expect(await storage.units.revision()).not.toBe(later);
  });

  test('names are kept in NFC', async () => {
    await using storage = await openTestStorage(dialect);
    const id = unitId('vn/Mạc'.normalize('NFD'));
    await storage.units.save([unit({ id, parentId: null, name: 'Bằng Mạc'.normalize('NFD') })], []);
    expect((await storage.units.find(id))?.name).toBe('Bằng Mạc');
  });
});
