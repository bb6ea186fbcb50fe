import { describe, expect, it } from 'vitest';
import { readReports, readTaskCode, taskCode } from '../../domain/report.ts';
import { MESSAGES, TODAY } from './report-messages.ts';
import { HELD_BACK } from './report-messages-held-back.ts';

/** "12 in_progress 80; null done": what the table compares. */
function written(text: string): string {
  return readReports(text, { today: TODAY })
    .map(({ task, status, percent, dueOn }) =>
      [String(task), status, percent, dueOn].filter((part) => part !== undefined).join(' '),
    )
    .join('; ');
}

describe('readReports', () => {
  for (const [kind, messages] of Object.entries({ ...MESSAGES, ...HELD_BACK })) {
    it.each(messages)(`reads ${kind}: %s`, (text, expected) => {
      expect(written(text)).toBe(expected);
    });
  }

  it('asks before closing what only a range names', () => {
    const reports = readReports('NV3 đến NV5 đã xong, NV7 cũng xong', { today: TODAY });
    expect(reports.map(({ task, needsConfirmation }) => [task, needsConfirmation])).toEqual([
      [3, true],
      [4, true],
      [5, true],
      [7, undefined],
    ]);
  });

  it('names the due date that is meant', () => {
    expect(readReports('NV-7 quý II đã xong', { today: TODAY })[0]?.occurrence).toBe('quý II');
  });

  it('names the unit after the code', () => {
    expect(readReports('NV-12 Bằng Mạc đã xong', { today: TODAY })[0]?.unit).toBe('Bằng Mạc');
    expect(readReports('NV-12 xã Bằng Mạc đã xong', { today: TODAY })[0]?.unit).toBe('xã Bằng Mạc');
    expect(readReports('NV-12 đã xong', { today: TODAY })[0]?.unit).toBeUndefined();
  });

  it('keeps a quantity beside its percentage', () => {
    expect(readReports('NV12 đã nộp 8/10 báo cáo', { today: TODAY })[0]).toMatchObject({
      percent: 80,
      quantity: { done: 8, target: 10 },
    });
  });

  it('notes why work is stuck', () => {
    expect(readReports('Dạ, NV12 vướng mặt bằng.', { today: TODAY })[0]?.note).toBe('NV12 vướng mặt bằng');
  });
});

describe('task codes', () => {
  it.each([
    ['NV-12', 12],
    ['nv12', 12],
    ['NV 012', 12],
    ['nhiệm vụ 12', 12],
    ['Nhiệm vụ số 12', 12],
    ['nhiem vu 12', 12],
    [' 12 ', 12],
    ['#NV-7', 7],
    ['NV-0', null],
    ['NV', null],
    ['', null],
    ['INV12', null],
    ['NV-12 xong', null],
    ['12345', null],
  ])('%j reads as %j', (text, expected) => {
    expect(readTaskCode(text)).toBe(expected);
  });

  it('is written NV-12', () => {
    expect(taskCode(12)).toBe('NV-12');
  });
});
