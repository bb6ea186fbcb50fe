import { readTaskCode } from '../domain/report.ts';
import { type Command, replied } from './command.ts';
import { recordReports } from './report.ts';

export const xong = {
  name: 'xong',
  summary: 'Báo một nhiệm vụ đã xong',
  usage: [
    '/xong NV34',
    '/xong NV-34 đã ban hành kế hoạch',
    '/xong NV-34, NV-35',
    'trả lời tin nhắc việc bằng /xong',
  ],
  audience: 'bound',
  async handle(request, deps) {
    const { codes, note } = readArgument(request.argument);
    if (codes.length > 0) {
      return recordReports(
        codes.map((task) => ({ task, status: 'done' })),
        note,
        request,
        deps,
      );
    }
    if (request.repliesTo.length > 0)
      return recordReports([{ task: null, status: 'done' }], note, request, deps);
    return replied({
      lines: [
        [
          'Ghi mã nhiệm vụ sau lệnh, ví dụ ',
          { code: '/xong NV-34' },
          '. Xem mã bằng ',
          { code: '/nhiemvu' },
          '.',
        ],
      ],
      buttons: [],
    });
  },
} as const satisfies Command;

const GAP = '[\\s,.;:–-]*';
const PREFIX = '(?:nv|nhi[eệ]m\\s+v[uụ])[\\s\\-–.]*';
/** The first code may be a bare number; a further one bears its "NV", since a note may begin with a number. */
const FIRST = new RegExp(`^((?:${PREFIX})?\\d{1,5})(?=$|[\\s,.;:–-])${GAP}`, 'iu');
const NEXT = new RegExp(`^(?:v[aà]\\s+)?(${PREFIX}\\d{1,5})(?=$|[\\s,.;:–-])${GAP}`, 'iu');

/** "NV34, NV35 đã ban hành" → the codes and the note; a text without a code is all note. */
function readArgument(argument: string): { readonly codes: readonly number[]; readonly note: string | null } {
  let rest = argument.normalize('NFC').trim();
  const codes: number[] = [];
  for (let found = FIRST.exec(rest); found !== null; found = NEXT.exec(rest)) {
    const code = readTaskCode(found[1] ?? '');
    if (code === null) break;
    if (!codes.includes(code)) codes.push(code);
    rest = rest.slice(found[0].length);
  }
  return { codes, note: rest === '' ? null : rest };
}
