import { describe, expect, it } from 'vitest';
import { readReports, readTaskCode, taskCode } from '../../domain/report.ts';
import { MESSAGES, TODAY } from './report-messages.ts';

/** "12 in_progress 80; null done": what the table compares. */
function written(text: string): string {
  return readReports(text, { today: TODAY })
    .map(({ task, status, percent, dueOn }) =>
      [String(task), status, percent, dueOn].filter((part) => part !== undefined).join(' '),
    )
    .join('; ');
}

describe('readReports', () => {
  for (const [kind, messages] of Object.entries(MESSAGES)) {
    it.each(messages)(`reads ${kind}: %s`, (text, expected) => {
      expect(written(text)).toBe(expected);
    });
  }
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
