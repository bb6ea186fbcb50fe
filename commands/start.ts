import type { Line } from '../domain/message.ts';
import { fullName } from '../domain/unit.ts';
import { type Command, replied } from './command.ts';

export const start = {
  name: 'start',
  summary: 'Bot biết gì về bạn và nhóm này',
  usage: ['/start'],
  audience: 'everyone',
  async handle({ asker, chat, group, scope }, { stores }) {
    if (asker === null) {
      return replied({
        lines: [['Chưa nhận ra người gửi. Tắt chế độ quản trị viên ẩn danh rồi gửi lại.']],
        buttons: [],
      });
    }
    const unit = group === null ? null : await stores.units.find(group.unitId);
    const role = asker.isAdmin ? 'quản trị bot' : 'chưa được giao vai trò nào';
    const bound: Line =
      unit === null
        ? ['Nhóm này chưa gắn với đơn vị nào.']
        : ['Nhóm này của ', { bold: fullName(unit) }, '.'];
    const next: Line =
      scope.kind === 'none'
        ? [
            'Để dùng trong nhóm làm việc: thêm bot vào nhóm, rồi nhờ quản trị bot ghi ',
            { code: '/dangky <tên đơn vị>' },
            ' trong nhóm.',
          ]
        : ['Gửi ', { code: '/trogiup' }, ' để xem các lệnh.'];
    return replied({
      lines: [
        [{ bold: 'Bot theo dõi cải cách hành chính' }],
        ['Bạn: ', asker.name, ' · mã số ', { code: String(asker.id) }, ` · ${role}`],
        ...(chat.kind === 'group' ? [bound] : []),
        next,
      ],
      buttons: [],
    });
  },
} as const satisfies Command;
