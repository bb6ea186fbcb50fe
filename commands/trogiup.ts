import { fold } from '../domain/fold.ts';
import type { Line } from '../domain/message.ts';
import { type Command, type CommandRequest, replied } from './command.ts';
import { echoed } from './naming.ts';

export const trogiup = {
  name: 'trogiup',
  summary: 'Các lệnh và cách dùng',
  usage: ['/trogiup', '/trogiup diem'],
  audience: 'everyone',
  async handle(request, { commands }) {
    const name = fold(request.argument).split(' ')[0] ?? '';
    const offered = commands.filter((command) => isFor(command, request));
    if (name === '') return replied({ lines: overview(offered, request), buttons: [] });
    const command = commands.find((candidate) => candidate.name === name);
    const isOffered = command !== undefined && offered.includes(command);
    if (command === undefined || (!isOffered && command.audience !== 'bound')) {
      return replied({
        lines: [
          [
            'Không có lệnh “',
            echoed(request.argument.trim(), 40),
            '”. Gửi ',
            { code: '/trogiup' },
            ' để xem các lệnh.',
          ],
        ],
        buttons: [],
      });
    }
    const usage = command.usage.map((line): Line => ['• ', { code: line }]);
    return replied({
      lines: [
        [{ bold: `/${command.name}` }, ` – ${command.summary}`],
        ...usage,
        ...(isOffered ? [] : [ONCE_BOUND]),
      ],
      buttons: [],
    });
  },
} as const satisfies Command;

const ONCE_BOUND: Line = [
  'Lệnh này dùng được sau khi nhóm được đăng ký. Nhờ quản trị bot ghi ',
  { code: '/dangky <tên đơn vị>' },
  ' trong nhóm.',
];

export function isFor(
  { audience }: Command,
  { asker, scope }: Pick<CommandRequest, 'asker' | 'scope'>,
): boolean {
  if (audience === 'everyone') return true;
  if (audience === 'administrators') return asker?.isAdmin === true;
  return scope.kind !== 'none';
}

function overview(commands: readonly Command[], { scope }: CommandRequest): readonly Line[] {
  const closing: readonly Line[] =
    scope.kind === 'none'
      ? [
          [
            'Nhóm hoặc người chưa đăng ký chỉ xem được trợ giúp. Quản trị bot gắn nhóm bằng ',
            { code: '/dangky <tên đơn vị>' },
            '.',
          ],
        ]
      : [
          [
            'Báo việc bằng lời thường: “Đã hoàn thành NV-12”, “NV12 đang làm 60 %”, hoặc trả lời tin nhắc việc: “xong rồi ạ”.',
          ],
          ['Tên đơn vị viết có dấu hay không dấu đều được.'],
        ];
  return [
    [{ bold: 'Các lệnh' }],
    ...commands.map(({ name, summary }): Line => [`/${name} – ${summary}`]),
    [],
    ...closing,
  ];
}
