import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReports } from '../../domain/report.ts';
import { MESSAGES, TODAY } from './report-messages.ts';

const TEXTS = Object.values(MESSAGES).flatMap((messages) => messages.map(([text]) => text));
const WORDS = [...new Set(TEXTS.flatMap((text) => text.split(/\s+/u)))];
const CONTEXT = { today: TODAY };

const anyMessage = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
);

/** What a report decides; the note keeps the message's own wording. */
const decided = (text: string) =>
  readReports(text, CONTEXT).map(({ task, status, percent, dueOn }) => ({ task, status, percent, dueOn }));

describe('readReports on any text', () => {
  it('never throws, and reports each task once with sound fields', () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        const reports = readReports(text, CONTEXT);
        expect(new Set(reports.map(({ task }) => task)).size).toBe(reports.length);
        for (const { task, status, percent, dueOn } of reports) {
          expect(task === null || (Number.isInteger(task) && task > 0)).toBe(true);
          expect(percent === undefined || (percent >= 0 && percent < 100 && status === 'in_progress')).toBe(
            true,
          );
          expect(dueOn === undefined || (/^\d{4}-\d\d-\d\d$/u.test(dueOn) && status === 'extension')).toBe(
            true,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads NFC and NFD alike', () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        expect(decided(text.normalize('NFD'))).toEqual(decided(text.normalize('NFC')));
      }),
      { numRuns: 500 },
    );
  });

  it('reads capitals like small letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), (text) => {
        expect(decided(text.toUpperCase()).filter(({ status }) => status === 'done')).toEqual(
          decided(text).filter(({ status }) => status === 'done'),
        );
      }),
    );
  });

  it('takes doubled and surrounding spaces for one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), (text) => {
        expect(decided(`  ${text.replace(/ /gu, '  ')} `)).toEqual(decided(text));
      }),
    );
  });

  it('reads no statement as done once it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.constantFrom('Hỏi: ', 'Không biết ', 'Nghe nói ', 'Nếu '),
        (text, opening) => {
          const [first = ''] = text.split(/[\n.!?;]/u);
          expect(decided(`${opening}${first}`).filter(({ status }) => status === 'done')).toEqual([]);
        },
      ),
    );
  });
});

describe('ten thousand characters', () => {
  const repeated = [
    'nv12 xong, ',
    'nv12 xong ',
    'NV12, ',
    'đã hoàn thành NV12 và NV13 chưa xong vì thiếu kinh phí ',
    'xong rồi ',
    'xin gia hạn đến 30/6 ',
    '“',
    '1,2/3-4.',
    'a',
    'nv1-nv60, ',
    'chưa chưa không ',
    'thì mới còn và ',
    '✅',
    '> ',
    'a@a.',
  ];

  it.each(repeated)('of %j are read within half a second', (part) => {
    const text = part.repeat(Math.ceil(10_000 / part.length));
    const start = performance.now();
    readReports(text, CONTEXT);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('cost about ten times what one thousand cost', () => {
    const cost = (size: number) => {
      const text = 'nv12 xong rồi nhưng nv13 chưa, '.repeat(size);
      const start = performance.now();
      for (let round = 0; round < 10; round += 1) readReports(text, CONTEXT);
      return performance.now() - start;
    };
    cost(100);
    const [small, large] = [cost(32), cost(320)];
    expect(large / small).toBeLessThan(40);
  });
});
