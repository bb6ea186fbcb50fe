import type { BotApi } from './bot-api.ts';
import type { Person } from './people.ts';

export type DemoGroup = {
  readonly chatId: number;
  readonly title: string;
  /** The unit that the group belongs to, in the database; null: nobody has bound it. */
  readonly unitId: string | null;
  /** Without the administrators. */
  readonly members: readonly Person[];
  /** Telegram administrators; the first one is the group's owner. */
  readonly admins: readonly Person[];
  /** An administrator reads every message; a member is in privacy mode. */
  readonly bot: 'administrator' | 'member';
};

const person = (id: number, name: string): Person => ({ id, name });

/** The bot's administrator, as ADMIN_IDS would name one: the first of the demo people. */
export const DEMO_OWNER = person(910_000_001, 'Quản trị bot');

const ministryOfficer = person(910_000_011, 'Chuyên viên Vụ Cải cách hành chính, Bộ Nội vụ');
const ministryHead = person(910_000_012, 'Vụ trưởng Vụ Cải cách hành chính, Bộ Nội vụ');
const provinceOfficer = person(910_000_021, 'Chuyên viên Sở Nội vụ tỉnh Lạng Sơn');
const provinceDeputy = person(910_000_022, 'Phó Giám đốc Sở Nội vụ tỉnh Lạng Sơn');
const districtHead = person(910_000_031, 'Trưởng phòng Nội vụ huyện Bắc Sơn');
const districtLand = person(910_000_032, 'Chuyên viên Phòng Tài nguyên và Môi trường huyện Bắc Sơn');
const districtChair = person(910_000_033, 'Chủ tịch UBND huyện Bắc Sơn');
const bangMacOffice = person(910_000_041, 'Công chức Văn phòng – Thống kê xã Bằng Mạc');
const bangMacJustice = person(910_000_042, 'Công chức Tư pháp – Hộ tịch xã Bằng Mạc');
const bangMacChair = person(910_000_043, 'Chủ tịch UBND xã Bằng Mạc');
const trieuAnOffice = person(910_000_051, 'Công chức Văn phòng – Thống kê xã Triệu An');
const trieuAnChair = person(910_000_052, 'Chủ tịch UBND xã Triệu An');
const tinhBienOfficer = person(910_000_061, 'Chuyên viên Phòng Nội vụ huyện Tịnh Biên');
const tinhBienChair = person(910_000_062, 'Chủ tịch UBND huyện Tịnh Biên');
const newcomer = person(910_000_071, 'Cán bộ nhóm chưa đăng ký');

export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    chatId: -1_001_910_000_010,
    title: 'Bộ Nội vụ',
    unitId: 'vn/bo-noi-vu',
    members: [ministryOfficer, DEMO_OWNER],
    admins: [ministryHead],
    bot: 'administrator',
  },
  {
    chatId: -1_001_910_000_020,
    title: 'Tỉnh Lạng Sơn',
    unitId: 'vn/20',
    members: [provinceOfficer, DEMO_OWNER],
    admins: [provinceDeputy],
    bot: 'administrator',
  },
  {
    chatId: -1_001_910_000_030,
    title: 'Huyện Bắc Sơn',
    unitId: 'vn/lang-son/bac-son',
    members: [districtHead, districtLand, DEMO_OWNER],
    admins: [districtChair],
    bot: 'administrator',
  },
  {
    chatId: -1_001_910_000_040,
    title: 'Xã Bằng Mạc',
    unitId: 'vn/lang-son/chi-lang/bang-mac',
    members: [bangMacOffice, bangMacJustice, DEMO_OWNER],
    admins: [bangMacChair],
    bot: 'administrator',
  },
  {
    chatId: -1_001_910_000_050,
    title: 'Xã Triệu An',
    unitId: 'vn/quang-tri/trieu-phong/trieu-an',
    members: [trieuAnOffice, DEMO_OWNER],
    admins: [trieuAnChair],
    bot: 'administrator',
  },
  {
    chatId: -1_001_910_000_060,
    title: 'Huyện Tịnh Biên',
    unitId: 'vn/an-giang/tinh-bien',
    members: [tinhBienOfficer, DEMO_OWNER],
    admins: [tinhBienChair],
    bot: 'administrator',
  },
  {
    chatId: -1_001_910_000_070,
    title: 'Nhóm chưa đăng ký',
    unitId: null,
    members: [newcomer, DEMO_OWNER],
    admins: [],
    bot: 'member',
  },
];

/** The owner first, everybody once. */
export const DEMO_PEOPLE: readonly Person[] = [
  ...new Set([DEMO_OWNER, ...DEMO_GROUPS.flatMap(({ members, admins }) => [...members, ...admins])]),
];

export const DEMO_BOT = {
  id: 7_910_000_000,
  username: 'TroLyCchcBot',
  name: 'Trợ lý CCHC',
  canReadAllGroupMessages: false,
} as const;

const idOf = ({ id }: Person) => id;

/** Puts the demo's people and groups into an empty Bot API. */
export function populate(api: BotApi, groups: readonly DemoGroup[], people: readonly Person[]): void {
  for (const somebody of people) api.people.add(somebody);
  for (const { chatId, title, members, admins, bot } of groups) {
    api.groups.add({ chatId, title, members: members.map(idOf), admins: admins.map(idOf), bot });
  }
}
