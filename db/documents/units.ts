import { unitId } from '../../domain/ids.ts';
import type { Unit } from '../../domain/unit.ts';

/** Districts ended, and communes and most provinces were merged, on 1/7/2025. */
const LAST_DAY = '2025-06-30';

type Described = Omit<Unit, 'id' | 'parentId' | 'aliases' | 'validFrom' | 'validTo'> &
  Partial<Pick<Unit, 'aliases' | 'validTo'>>;

const unit = (id: string, parent: Unit | null, described: Described): Unit => ({
  aliases: [],
  validTo: null,
  ...described,
  id: unitId(id),
  parentId: parent?.id ?? null,
  validFrom: null,
});

export const boNoiVu = unit('vn/bo-noi-vu', null, { kind: 'Bộ', name: 'Nội vụ', level: 'ministry' });

/** Lạng Sơn was not merged in 2025: it is the national list's province 20. */
export const langSon = unit('vn/20', boNoiVu, { kind: 'Tỉnh', name: 'Lạng Sơn', level: 'province' });

export const chiLang = unit('vn/lang-son/chi-lang', langSon, {
  kind: 'Huyện',
  name: 'Chi Lăng',
  level: 'district',
  validTo: LAST_DAY,
});

export const bangMac = unit('vn/lang-son/chi-lang/bang-mac', chiLang, {
  kind: 'Xã',
  name: 'Bằng Mạc',
  level: 'commune',
  validTo: LAST_DAY,
});

export const bacSon = unit('vn/lang-son/bac-son', langSon, {
  kind: 'Huyện',
  name: 'Bắc Sơn',
  level: 'district',
  validTo: LAST_DAY,
});

/** Quảng Trị before its merger with Quảng Bình. */
export const quangTri = unit('vn/quang-tri', boNoiVu, {
  kind: 'Tỉnh',
  name: 'Quảng Trị',
  level: 'province',
  validTo: LAST_DAY,
});

export const trieuPhong = unit('vn/quang-tri/trieu-phong', quangTri, {
  kind: 'Huyện',
  name: 'Triệu Phong',
  level: 'district',
  validTo: LAST_DAY,
});

export const trieuAn = unit('vn/quang-tri/trieu-phong/trieu-an', trieuPhong, {
  kind: 'Xã',
  name: 'Triệu An',
  level: 'commune',
  validTo: LAST_DAY,
});

/** An Giang before its merger with Kiên Giang. */
export const anGiang = unit('vn/an-giang', boNoiVu, {
  kind: 'Tỉnh',
  name: 'An Giang',
  level: 'province',
  validTo: LAST_DAY,
});

/** Named as in 2017; it became a thị xã in 2023. "Tỉnh Biên" is how a scanner read it. */
export const tinhBien = unit('vn/an-giang/tinh-bien', anGiang, {
  kind: 'Huyện',
  name: 'Tịnh Biên',
  level: 'district',
  aliases: ['Tỉnh Biên'],
  validTo: LAST_DAY,
});

/** The commune whose plan of 23/12/2024 leaves its name blank. */
export const xaChuaNeuTen = unit('vn/chua-neu-ten', null, {
  kind: 'Xã',
  name: 'chưa nêu tên',
  level: 'commune',
  validTo: LAST_DAY,
});
