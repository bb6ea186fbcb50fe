import { readTaskCode } from '../domain/report.ts';
import { type Command, replied } from './command.ts';
import { recordReports } from './report.ts';

export const xong = {
  name: 'xong',
  summary: 'Báo một nhiệm vụ đã xong',
  usage: ['/xong NV34', '/xong NV-34 đã ban hành kế hoạch', 'trả lời tin nhắc việc bằng /xong'],
  audience: 'bound',
  async handle(request, deps) {
    const { code, note } = readArgument(request.argument);
    if (code === null && request.repliesTo.length === 0) {
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
    }
    return recordReports([{ task: code, status: 'done' }], note, request, deps);
  },
} as const satisfies Command;

const CODE_FIRST = /^\s*((?:nv|nhi[eệ]m\s+v[uụ])?[\s\-–.]*\d{1,5})(?=$|[\s,.;:–-])[\s,.;:–-]*(.*)$/isu;

/** "NV34 đã ban hành" → the code and the note; a text without a code is all note. */
function readArgument(argument: string): { readonly code: number | null; readonly note: string | null } {
  const text = argument.normalize('NFC').trim();
  const found = CODE_FIRST.exec(text);
  const code = found === null ? null : readTaskCode(found[1] ?? '');
  const note = (code === null ? text : (found?.[2] ?? '')).trim();
  return { code, note: note === '' ? null : note };
}
