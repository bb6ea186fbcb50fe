import { displayInstant } from '../domain/clock.ts';
import type { Line } from '../domain/message.ts';
import type { Slot } from '../domain/slot.ts';
import { createWorkingCalendar } from '../domain/working-calendar.ts';
import { type Command, replied } from './command.ts';

export const trangthai = {
  name: 'trangthai',
  summary: 'Tình trạng của bot: hàng đợi, lịch chạy, phiên bản',
  usage: ['/trangthai'],
  audience: 'administrators',
  async handle(_request, { stores, now, today, posting, process }) {
    const [outbox, inbox, slots, groups, sample] = [
      await stores.outbox.counts(),
      await stores.inbox.counts(),
      await stores.slots.latest(),
      await stores.groups.active(),
      await stores.facts.get('holds_sample'),
    ];
    const year = Number(today.slice(0, 4));
    return replied({
      lines: [
        [{ bold: 'Tình trạng bot' }, ` · phiên bản ${process.version}`],
        [`Giờ của bot: ${displayInstant(now)} · chạy từ ${displayInstant(process.startedAt)}`],
        [`Nhóm đang gắn: ${groups.length}${sample === '1' ? ' · có dữ liệu mẫu' : ''}`],
        [],
        [{ bold: 'Tin gửi đi' }],
        [`• chờ gửi: ${outbox.waiting}${ageText(outbox.oldestWaitingAt, posting.realNow)}`],
        [`• chưa rõ đã đến hay chưa: ${outbox.uncertain} · không gửi được: ${outbox.buried}`],
        [{ bold: 'Tin nhận vào' }],
        [
          `• chờ xử lý: ${inbox.pending}${ageText(inbox.oldestPendingAt, posting.realNow)} · xử lý lỗi: ${inbox.failed}`,
        ],
        [{ bold: 'Lịch chạy gần nhất' }],
        ...(slots.length === 0 ? [['• chưa có lần chạy nào']] : slots.map(slotLine)),
        ...(createWorkingCalendar(await stores.calendar.list()).knowsYear(year)
          ? []
          : [[`⚠️ Chưa có lịch nghỉ lễ năm ${year}: mới trừ thứ Bảy, Chủ nhật.`]]),
      ],
      buttons: [],
    });
  },
} as const satisfies Command;

function ageText(sinceMs: number | null, now: number): string {
  if (sinceMs === null) return '';
  const seconds = Math.max(0, Math.round((now - sinceMs) / 1000));
  return seconds < 120 ? ` (cũ nhất ${seconds} giây)` : ` (cũ nhất ${Math.round(seconds / 60)} phút)`;
}

const SLOT_STATES: Readonly<Record<Slot['state'], string>> = {
  due: 'chờ chạy',
  running: 'đang chạy',
  done: 'xong',
  missed: 'lỡ',
  failed: 'lỗi',
};

const slotLine = ({ job, at, state, outcome }: Slot): Line => [
  `• ${job} ${displayInstant(at)}: ${SLOT_STATES[state]}${outcome === null ? '' : ` (${outcome})`}`,
];
