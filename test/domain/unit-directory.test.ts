import { describe, expect, test } from 'vitest';
import { unitId } from '../../domain/ids.ts';
import type { UnitStore } from '../../domain/storage.ts';
import type { Predecessor, Unit, UnitLevel } from '../../domain/unit.ts';
import { createUnitDirectory } from '../../domain/unit-directory.ts';

const LAST_DAY = '2025-06-30';

const unit = (
  id: string,
  parent: string | null,
  [kind, name, level]: readonly [string, string, UnitLevel],
  validTo: string | null = null,
): Unit => ({
  id: unitId(id),
  parentId: parent === null ? null : unitId(parent),
  kind,
  name,
  level,
  aliases: [],
  validFrom: null,
  validTo,
});

const UNITS = [
  unit('bnv', null, ['Bộ', 'Nội vụ', 'ministry']),
  unit('ls', 'bnv', ['Tỉnh', 'Lạng Sơn', 'province']),
  unit('ag', 'bnv', ['Tỉnh', 'An Giang', 'province'], LAST_DAY),
  unit('ag2', 'bnv', ['Tỉnh', 'An Giang', 'province']),
  unit('bs', 'ls', ['Huyện', 'Bắc Sơn', 'district'], LAST_DAY),
  unit('cl', 'ls', ['Huyện', 'Chi Lăng', 'district'], LAST_DAY),
  unit('bm', 'cl', ['Xã', 'Bằng Mạc', 'commune'], LAST_DAY),
  unit('bm2', 'ls', ['Xã', 'Bằng Mạc', 'commune']),
  unit('vl', 'ls', ['Xã', 'Vũ Lăng', 'commune']),
  unit('hcm', 'bnv', ['Thành phố', 'Hồ Chí Minh', 'province']),
  unit('sg', 'hcm', ['Phường', 'Sài Gòn', 'commune']),
  unit('tl', 'ag2', ['Xã', 'Tân Lập', 'commune']),
  unit('tl2', 'hcm', ['Phường', 'Tân Lập', 'commune']),
  unit('bv', 'ls', ['Xã', 'Bằng Mực', 'commune']),
];

const former = (
  to: string,
  [kind, name]: readonly [string, string],
  district: string,
  province: string,
): Predecessor => ({
  unitId: unitId(to),
  kind,
  name,
  level: 'commune',
  districtName: district,
  provinceName: province,
  predecessorId: null,
});

const PREDECESSORS: readonly Predecessor[] = [
  former('vl', ['Xã', 'Tân Lập'], 'Bắc Sơn', 'Lạng Sơn'),
  former('sg', ['Phường', 'Bến Nghé'], '1', 'Hồ Chí Minh'),
  former('sg', ['Xã', 'Đa Kao'], 'Gia Định', 'Hồ Chí Minh'),
  { ...former('bm2', ['Xã', 'Bằng Mạc'], 'Chi Lăng', 'Lạng Sơn'), predecessorId: unitId('bm') },
];

const store = {
  revision: async () => '1',
  list: async () => UNITS,
  predecessors: async () => PREDECESSORS,
} as unknown as UnitStore;

const directory = createUnitDirectory();

const resolve = (query: string, { within, held = [] }: { within?: string; held?: readonly string[] } = {}) =>
  directory.resolve(store, query, {
    within: within === undefined ? null : unitId(within),
    holds: async (id) => held.includes(id),
  });

describe('what is offered', () => {
  test.each([
    [
      'namesakes with their places and ends',
      'Bằng Mạc',
      ['Xã Bằng Mạc, huyện Chi Lăng, tỉnh Lạng Sơn (đến 30/6/2025)', 'Xã Bằng Mạc, tỉnh Lạng Sơn'],
    ],
    [
      'a province that was merged apart from today’s',
      'An Giang',
      ['Tỉnh An Giang (đến 30/6/2025)', 'Tỉnh An Giang'],
    ],
    [
      'why a unit of another name is among them',
      'Tân Lập',
      [
        'Xã Tân Lập, tỉnh An Giang',
        'Phường Tân Lập, thành phố Hồ Chí Minh',
        'Xã Vũ Lăng, tỉnh Lạng Sơn (có xã Tân Lập cũ)',
      ],
    ],
  ])('tells %s', async (_, query, labels) => {
    const found = await resolve(query);
    expect(found.kind === 'ambiguous' && found.choices.map(({ label }) => label)).toEqual(labels);
  });

  test('leaves out units of a like name beside those of the very name', async () => {
    const found = await resolve('Bằng Mạc');
    expect(JSON.stringify(found)).not.toContain('Bằng Mực');
  });
});

describe('a former name', () => {
  test.each([
    [
      'a district whose kind is known',
      'Tân Lập, Bắc Sơn',
      'Xã Tân Lập (huyện Bắc Sơn cũ) nay thuộc xã Vũ Lăng, tỉnh Lạng Sơn.',
    ],
    [
      'a district that is a number',
      'Bến Nghé, quận 1',
      'Phường Bến Nghé (quận 1 cũ) nay thuộc phường Sài Gòn, thành phố Hồ Chí Minh.',
    ],
    [
      'a district whose kind is unknown',
      'Đa Kao',
      'Xã Đa Kao (Gia Định cũ) nay thuộc phường Sài Gòn, thành phố Hồ Chí Minh.',
    ],
  ])('is told with %s', async (_, query, note) => {
    expect(await resolve(query, { within: 'bm' })).toMatchObject({ kind: 'found', note });
  });
});

describe('the data', () => {
  test('decide between namesakes, and the others are named with their places', async () => {
    expect(await resolve('Bằng Mạc', { held: ['bm'] })).toMatchObject({
      kind: 'found',
      unit: { id: 'bm' },
      note: 'Cùng tên còn có xã Bằng Mạc, tỉnh Lạng Sơn, chưa có số liệu này.',
    });
  });

  test('do not decide when both hold some', async () => {
    expect(await resolve('Bằng Mạc', { held: ['bm', 'bm2'] })).toMatchObject({ kind: 'ambiguous' });
  });

  test("do not outweigh the group's own unit, but are told of", async () => {
    expect(await resolve('Bằng Mạc', { within: 'bm2', held: ['bm'] })).toMatchObject({
      kind: 'found',
      unit: { id: 'bm2' },
      note: expect.stringContaining('đang có số liệu này'),
    });
  });
});

test.each(['', 'qwxyz zzkk', '👍', 'Xã'])('“%s” names no unit', async (query) => {
  expect(await resolve(query)).toEqual({ kind: 'unknown' });
});
