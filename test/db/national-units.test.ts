import { describe, expect, it } from 'vitest';
import { readNationalUnits, toNationalUnits } from '../../db/import/national-units.ts';

const national = readNationalUnits();
const named = (name: string, parentId: string | null) =>
  national.units.find((unit) => unit.name === name && unit.parentId === parentId);
const before = (unitId: string | undefined) =>
  national.predecessors.filter((predecessor) => predecessor.unitId === unitId);

describe('the units of the country', () => {
  it('are 34 provinces and 3,321 communes with different ids', () => {
    expect(national.units.filter(({ level }) => level === 'province')).toHaveLength(34);
    expect(national.units.filter(({ level }) => level === 'commune')).toHaveLength(3321);
    expect(new Set(national.units.map(({ id }) => id)).size).toBe(3355);
  });

  it('name provinces without their level word', () => {
    expect(named('Hà Nội', null)).toMatchObject({ id: 'vn/01', kind: 'Thành phố', level: 'province' });
    expect(named('Huế', null)).toMatchObject({ id: 'vn/46', kind: 'Thành phố' });
    expect(named('Cao Bằng', null)).toMatchObject({ id: 'vn/04', kind: 'Tỉnh', validFrom: '2025-07-01' });
  });

  it('lie in a province that exists', () => {
    const ids = new Set<string>(national.units.map(({ id }) => id));
    const lost = national.units.filter(({ parentId }) => parentId !== null && !ids.has(parentId));
    expect(lost).toEqual([]);
  });

  it('are of three kinds below the province', () => {
    const kinds = new Set(national.units.filter(({ level }) => level === 'commune').map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['Xã', 'Phường', 'Đặc khu']));
  });
});

describe('the predecessors', () => {
  it('account for all 10,977 mappings: used, repeated, or without a predecessor', () => {
    const communes = national.predecessors.filter(({ level }) => level === 'commune').length;
    const skippedFor = (reason: string) => national.skipped.filter((row) => row.reason === reason);
    expect(national.mappings).toBe(10_977);
    expect(communes + national.skipped.length).toBe(10_977);
    expect(skippedFor('no predecessor named')).toHaveLength(5);
    expect(skippedFor('unknown successor')).toEqual([]);
  });

  it('are the four communes of Chi Lăng that became Bằng Mạc', () => {
    const found = before(named('Bằng Mạc', 'vn/20')?.id);
    expect(found.map(({ name }) => name)).toEqual(['Gia Lộc', 'Bằng Hữu', 'Bằng Mạc', 'Thượng Cường']);
    expect(found).toSatisfy((all: typeof found) =>
      all.every(
        ({ kind, districtName, provinceName }) =>
          [kind, districtName, provinceName].join() === 'Xã,Chi Lăng,Lạng Sơn',
      ),
    );
  });

  it('lead Triệu An of Triệu Phong to Nam Cửa Việt', () => {
    const [found, ...others] = national.predecessors.filter(({ name }) => name === 'Triệu An');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      unitId: named('Nam Cửa Việt', 'vn/44')?.id,
      districtName: 'Triệu Phong',
      provinceName: 'Quảng Trị',
    });
  });

  it('lead 63 former provinces to 34', () => {
    const provinces = national.predecessors.filter(({ level }) => level === 'province');
    expect(provinces).toHaveLength(63);
    expect(new Set(provinces.map(({ unitId }) => unitId)).size).toBe(34);
    expect(provinces.find(({ name }) => name === 'Bình Dương')?.unitId).toBe('vn/79');
    expect(provinces.find(({ name }) => name === 'Bà Rịa - Vũng Tàu')?.unitId).toBe('vn/79');
  });

  it('point to units that exist, also where the ward code of the mapping is wrong', () => {
    const ids = new Set<string>(national.units.map(({ id }) => id));
    expect(national.predecessors.filter(({ unitId }) => !ids.has(unitId))).toEqual([]);
    const wrongCode = national.predecessors.find(({ name }) => name === 'Nguyễn Trung Trực');
    expect(wrongCode?.unitId).toBe(named('Ba Đình', 'vn/01')?.id);
    expect(national.mended).toBe(400);
  });
});

describe('a data set with errors', () => {
  const table = (name: string, data: unknown) => ({ type: 'table', name, data });
  const mapping = {
    id: '7',
    old_ward_name: 'Xã Cũ',
    old_district_name: 'Huyện Một',
    old_province_name: 'Tỉnh Hai',
    new_ward_code: '99999',
    new_ward_name: 'Xã Không Có',
    new_province_name: 'Hai',
  };
  const provinces = table('provinces', [{ province_code: '02', name: 'Hai', place_type: 'Tỉnh' }]);
  const wards = table('wards', [{ ward_code: '00001', name: 'Xã Mới', province_code: '02' }]);

  it('loses the row whose successor is unknown and names it', () => {
    const { predecessors, skipped } = toNationalUnits([provinces, wards, table('ward_mappings', [mapping])]);
    expect(predecessors).toEqual([]);
    expect(skipped).toEqual([
      { row: '7', reason: 'unknown successor', text: 'Xã Cũ, Huyện Một, Tỉnh Hai → Xã Không Có, Hai' },
    ]);
  });

  it('of another shape is refused', () => {
    expect(() => toNationalUnits([provinces, wards])).toThrow();
    expect(() => toNationalUnits({ wards: [] })).toThrow();
  });
});
