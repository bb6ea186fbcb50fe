import { describe, expect, it } from 'vitest';
import { createUnitIndex } from '../../domain/unit-index.ts';

const unit = (
  id: string,
  name: string,
  level: 'ministry' | 'province' | 'district' | 'commune',
  parentId: string | null,
  aliases: string[] = [],
) => ({
  id,
  name,
  level,
  parentId,
  aliases,
});

const index = createUnitIndex([
  unit('bnv', 'Nội vụ', 'ministry', null),
  unit('ls', 'Lạng Sơn', 'province', null),
  unit('ag', 'An Giang', 'province', null),
  unit('qt', 'Quảng Trị', 'province', null),
  unit('hcm', 'Hồ Chí Minh', 'province', null, ['Bình Dương', 'Bà Rịa - Vũng Tàu']),
  unit('bs', 'Bắc Sơn', 'district', 'ls'),
  unit('cl', 'Chi Lăng', 'district', 'ls'),
  unit('tp', 'Triệu Phong', 'district', 'qt'),
  unit('tb', 'Tịnh Biên', 'district', 'ag'),
  unit('q1', '1', 'district', 'hcm'),
  unit('bs/tl', 'Tân Lập', 'commune', 'bs'),
  unit('cl/tl', 'Tân Lập', 'commune', 'cl'),
  unit('tp/tl', 'Tân Lập', 'commune', 'tp'),
  unit('cl/bs', 'Bắc Sơn', 'commune', 'cl'),
  unit('cl/bm', 'Bằng Mạc', 'commune', 'cl'),
  unit('tp/ta', 'Triệu An', 'commune', 'tp'),
  unit('tp/ncv', 'Nam Cửa Việt', 'commune', 'tp', ['Triệu Vân, Triệu Phong', 'Xã Triệu Trạch', 'Bằng Mạc']),
  unit('q1/1', '1', 'commune', 'q1'),
  unit('q1/10', '10', 'commune', 'q1'),
  unit('q1/d', 'Phường Đúc', 'commune', 'q1'),
  unit('cl/qb', 'Quản Bạ', 'commune', 'cl'),
  unit('cl/mt', 'Mỹ Tịnh An', 'commune', 'cl'),
  unit('cl/dx', 'Đào Xá', 'commune', 'cl'),
  unit('q1/vm', 'Văn Miếu - Quốc Tử Giám', 'commune', 'q1'),
  unit('tb/th1', 'Tân Hòa', 'commune', 'tb'),
  unit('tb/th2', 'Tân Hóa', 'commune', 'tb'),
  unit('tb/nb', 'Nhà Bàng', 'commune', 'tb'),
]);

describe('a name is found', () => {
  it.each([
    ['as it stands', 'Bằng Mạc', 'cl/bm'],
    ['in capitals', 'BẰNG MẠC', 'cl/bm'],
    ['decomposed', 'Bằng Mạc'.normalize('NFD'), 'cl/bm'],
    ['without accents', 'bang mac', 'cl/bm'],
    ['with some accents', 'Băng Mac', 'cl/bm'],
    ['without spaces', 'bằngmạc', 'cl/bm'],
    ['with letters swapped', 'bnag mac', 'cl/bm'],
    ['with a letter missing', 'bng mac', 'cl/bm'],
    ['with a letter doubled', 'bangg macc', 'cl/bm'],
    ['as Telex left it', 'bawngf macj', 'cl/bm'],
    ['as VNI left it', 'ba82ng ma5c', 'cl/bm'],
    ['with the organ, the level and the year', 'ubnd xã bằng mạc 2023', 'cl/bm'],
    ['with the organ in full', 'Uỷ ban nhân dân xã Bằng Mạc', 'cl/bm'],
    ['with a short level word', 'X.Bằng Mạc', 'cl/bm'],
    ['run together with its level word', 'xabangmac', 'cl/bm'],
    ['with another tone, which is no level word', 'Tỉnh Biên', 'tb'],
    ['with its tone on the other vowel', 'Tân Hoà', 'tb/th1'],
    ['though it begins like a level word', 'Phường Đúc', 'q1/d'],
    ['behind its level word, though it begins like one', 'phường Phường Đúc', 'q1/d'],
    ['though its first word is like a level word too', 'xa quan ba tinh lang son', 'cl/qb'],
    ['though a word within is like a level word', 'xa my tinh an tinh lang son', 'cl/mt'],
    ['though its last word is like a level word', 'xa dao xa huyen chi lang', 'cl/dx'],
    ['behind its province, though it begins like a level word', 'tỉnh Lạng Sơn, xã Quan Ba', 'cl/qb'],
    ['by one of its halves', 'Quốc Tử Giám', 'q1/vm'],
    ['of a ministry', 'Bộ Nội vụ', 'bnv'],
    ['by its initials, for a province of three words', 'TPHCM', 'hcm'],
    ['under a number', 'Phường 10', 'q1/10'],
    ['under a number with a zero', 'P.01', 'q1/1'],
    ['under a number in one word', 'P10', 'q1/10'],
  ])('%s', (_, query, id) => {
    expect(index.find(query)).toMatchObject({ match: id, candidates: expect.arrayContaining([id]) });
  });
});

describe('a level word', () => {
  it.each([
    ['means the district', 'huyện Bắc Sơn', 'bs'],
    ['means the district when it is short', 'H. Bắc Sơn', 'bs'],
    ['means the commune', 'xã Bắc Sơn', 'cl/bs'],
    ['means the ward, not the district of that number', 'phường 1', 'q1/1'],
    ['means the district, not the ward of that number', 'Quận 1', 'q1'],
  ])('%s', (_, query, id) => {
    expect(index.find(query).match).toBe(id);
  });

  it('that no unit of the name has leaves the choice open', () => {
    expect(index.find('tỉnh Bằng Mạc').match).toBeNull();
  });
});

describe('the parent', () => {
  it.each([
    ['behind a comma', 'Tân Lập, Bắc Sơn', 'bs/tl'],
    ['behind a dash', 'Tân Lập - Chi Lăng', 'cl/tl'],
    ['behind a space', 'tan lap trieu phong', 'tp/tl'],
    ['with level words, to the province', 'xã Tân Lập huyện Bắc Sơn tỉnh Lạng Sơn', 'bs/tl'],
    ['one farther up', 'Tân Lập, Quảng Trị', 'tp/tl'],
    ['before the name', 'Bắc Sơn - Tân Lập', 'bs/tl'],
    ['with a slip in it', 'Tân Lập, Trieu Phng', 'tp/tl'],
    ['and the country behind', 'Xã Tân Lập, huyện Chi Lăng, tỉnh Lạng Sơn, Việt Nam', 'cl/tl'],
    ['under its former name', 'Phường Đúc, tỉnh Bình Dương', 'q1/d'],
  ])('is understood %s', (_, query, id) => {
    expect(index.find(query).match).toBe(id);
  });

  it('of another unit is not ignored', () => {
    expect(index.find('Bằng Mạc, An Giang').match).toBeNull();
  });
});

describe('of several units with one name', () => {
  it('none is chosen without a place, all are offered', () => {
    const { match, candidates } = index.find('Tân Lập');
    expect(match).toBeNull();
    expect(candidates.slice(0, 3).sort()).toEqual(['bs/tl', 'cl/tl', 'tp/tl']);
  });

  it.each([
    ['the one below the asking unit', 'bs', 'bs/tl'],
    ['the asking unit itself', 'tp/tl', 'tp/tl'],
    ['the only one in the asking province', 'qt', 'tp/tl'],
  ])('%s is meant', (_, within, id) => {
    expect(index.find('Tân Lập', { within })).toMatchObject({ match: id });
  });

  it('the one beside the asking unit is offered first, not chosen', () => {
    const { match, candidates } = index.find('Tân Lập', { within: 'cl/bm' });
    expect(match).toBeNull();
    expect(candidates[0]).toBe('cl/tl');
  });

  it.each([
    ['the asking unit, though one below it has the name too', 'Bắc Sơn', 'ls/bs', 'ls/bs'],
    ['the one below, when the level word says so', 'thị trấn Bắc Sơn', 'ls/bs', 'ls/bs/tt'],
    ['the one above the asking unit', 'Bắc Sơn', 'ls/bs/vl', 'ls/bs'],
    ['none, of two that are beside the asking unit', 'Hòa Bình', 'ls/bs/vl', null],
  ])('%s is meant from there', (_, query, within, id) => {
    const nested = createUnitIndex([
      unit('ls', 'Lạng Sơn', 'province', null),
      unit('ls/bs', 'Bắc Sơn', 'district', 'ls'),
      unit('ls/bs/tt', 'Bắc Sơn', 'commune', 'ls/bs'),
      unit('ls/bs/vl', 'Vũ Lăng', 'commune', 'ls/bs'),
      unit('ls/cl', 'Chi Lăng', 'district', 'ls'),
      unit('ls/cl/hb', 'Hòa Bình', 'commune', 'ls/cl'),
      unit('ls/bg', 'Bình Gia', 'district', 'ls'),
      unit('ls/bg/hb', 'Hòa Bình', 'commune', 'ls/bg'),
    ]);
    expect(nested.find(query, { within }).match).toBe(id);
  });

  it('two that are equally near are offered first', () => {
    const { match, candidates } = index.find('Tân Lập', { within: 'ls' });
    expect(match).toBeNull();
    expect(candidates.slice(0, 2).sort()).toEqual(['bs/tl', 'cl/tl']);
  });

  it('none is chosen when only unwritten accents tell them apart', () => {
    expect(index.find('tan hoa')).toMatchObject({ match: null, candidates: ['tb/th1', 'tb/th2'] });
  });

  it('the named parent counts for more than the asking unit', () => {
    expect(index.find('Tân Lập, Chi Lăng', { within: 'tp' }).match).toBe('cl/tl');
  });
});

describe('a former name', () => {
  it.each([
    ['alone', 'Triệu Vân'],
    ['with its former district', 'xã Triệu Vân, huyện Triệu Phong'],
    ['written with its level word in the list', 'trieu trach'],
  ])('finds the successor %s', (_, query) => {
    expect(index.find(query).match).toBe('tp/ncv');
  });

  it('is outranked by a unit that bears the name today', () => {
    expect(index.find('Bằng Mạc')).toMatchObject({ match: 'cl/bm', candidates: ['cl/bm', 'tp/ncv'] });
  });

  it('with its former district stands alone, though units bear the name today', () => {
    const merged = createUnitIndex([
      unit('ls', 'Lạng Sơn', 'province', null),
      unit('ls/bs', 'Bắc Sơn', 'district', 'ls'),
      unit('vl', 'Vũ Lăng', 'commune', 'ls', ['Tân Lập, Bắc Sơn']),
      unit('dn', 'Đồng Nai', 'province', null),
      unit('dn/tl', 'Tân Lập', 'commune', 'dn', ['Tân Hòa, Đồng Phú']),
      unit('dn/tb', 'Tân Lạc', 'commune', 'dn'),
    ]);
    expect(merged.find('Tân Lập, Bắc Sơn')).toEqual({ match: 'vl', candidates: ['vl'] });
    expect(merged.search('xã Tân Lập, huyện Bắc Sơn').match).toMatchObject({ alias: 'Tân Lập, Bắc Sơn' });
    expect(merged.find('Tân Lập').candidates).toEqual(['dn/tl', 'vl']);
  });

  it('close by leaves the choice open', () => {
    expect(index.find('Bằng Mạc', { within: 'tp' }).match).toBeNull();
  });
});

describe('what names no unit', () => {
  it.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['signs', '?!… — ()'],
    ['an emoji', '👍🏽'],
    ['half an emoji', '\ud83d'],
    ['keys at random', 'asdfgh'],
    ['another script', '人民委员会'],
    ['a number that no ward has', 'Phường 11'],
    ['only level words', 'UBND xã'],
    ['a long text', 'lorem ipsum '.repeat(900)],
    ['one endless word', 'a'.repeat(100_000)],
    ['endless marks', `a${'\u0301'.repeat(50_000)}`],
  ])('%s gives nothing', (_, query) => {
    expect(index.find(query)).toEqual({ match: null, candidates: [] });
  });

  it.each([
    ['a short name with a slip', 'Phường 100'],
    ['a name of which little is left', 'Bằng'],
    ['talk around a name', 'bang mac oi sao roi'],
  ])('%s is not answered alone', (_, query) => {
    expect(index.find(query).match).toBeNull();
  });

  it('never more than six are offered', () => {
    const many = createUnitIndex(
      Array.from({ length: 40 }, (_, at) => unit(`u${at}`, 'Tân An', 'commune', null)),
    );
    expect(many.find('Tân An')).toMatchObject({ match: null, candidates: { length: 6 } });
  });

  it('an empty index, a circle of parents and an unknown asking unit do no harm', () => {
    expect(createUnitIndex([]).find('Bằng Mạc')).toEqual({ match: null, candidates: [] });
    const circle = createUnitIndex([
      unit('a', 'Bằng Mạc', 'commune', 'b'),
      unit('b', 'Chi Lăng', 'district', 'a'),
    ]);
    expect(circle.find('Bằng Mạc', { within: 'nobody' }).match).toBe('a');
  });
});
