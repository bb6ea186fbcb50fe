import type { LocalDate } from '../clock.ts';
import { allowanceReader, readWorkingDayOfPeriod } from './allowance.ts';
import { readCitation, readEnumerator, readName } from './citations.ts';
import { readConditional, readContinuous, readEvent } from './conditions.ts';
import { readDashedDate, readIsoDate, readMonthOfYear } from './dates.ts';
import { readDays } from './days.ts';
import { readElided } from './elided.ts';
import { readFrequency } from './frequency.ts';
import type { Item, Memory, Reader, Reading, Shape } from './item.ts';
import { readClock, readMark } from './marks.ts';
import { readEdgeMonth, readMonth } from './months.ts';
import { readBarePeriod, readMonthRun, readRecurrence } from './periods.ts';
import { readQuarter } from './quarters.ts';
import { readSeparator, readSuspect } from './separators.ts';
import type { Tokens } from './tokens.ts';
import { readNumberedWeek, readWeekdays } from './weeks.ts';
import { readYear } from './years.ts';

/** An item and the line that it begins on. */
export type Placed = { readonly item: Item; readonly line: number };

/** The first reader that understands what stands here has it; the order settles what two could claim. */
function readersFor(issuedOn: LocalDate | null): readonly Reader[] {
  return [
    readEnumerator,
    readEvent,
    readContinuous,
    readName,
    readCitation,
    readElided,
    readClock,
    readFrequency,
    readWeekdays,
    readNumberedWeek,
    readWorkingDayOfPeriod,
    readIsoDate,
    readDashedDate,
    readMonthOfYear,
    readDays,
    readMonthRun,
    allowanceReader(issuedOn),
    readRecurrence,
    readQuarter,
    readEdgeMonth,
    readMonth,
    readYear,
    readConditional,
    readMark,
    readSeparator,
    readSuspect,
    readBarePeriod,
  ];
}

/** Every token, read in one pass from left to right; a token that no reader takes is a word. */
export function readItems(tokens: Tokens, issuedOn: LocalDate | null): readonly Placed[] {
  const readers = readersFor(issuedOn);
  const placed: Placed[] = [];
  let memory = START;
  for (let at = 0; at < tokens.length; ) {
    const found = firstReading(readers, tokens, at, memory);
    const line = tokens[at]?.line ?? 0;
    placed.push(...found.items.map((item) => ({ item, line })));
    memory = remember(memory, tokens, at, found);
    at = found.next;
  }
  return placed;
}

const START: Memory = {
  shape: null,
  inPeriods: false,
  inWeeks: false,
  marked: false,
  reported: false,
  reporting: false,
  periodic: false,
};
const WORD: Item = { kind: 'word' };
/** They stand between a marker and its time and say nothing. */
const FILLERS = [
  ...[
    'ngay',
    'la',
    'cac',
    'nhung',
    'thoi',
    'diem',
    'khoang',
    'dung',
    'buoi',
    'sang',
    'chieu',
    'vong',
    'luc',
    'moc',
  ],
  ...['nam', 'cua', 'ca', 'thu'],
];

function firstReading(readers: readonly Reader[], tokens: Tokens, at: number, memory: Memory): Reading {
  for (const read of readers) {
    const found = read(tokens, at, memory);
    if (found !== null && found.next > at) return found;
  }
  return { items: FILLERS.includes(tokens[at]?.text ?? '') ? [] : [WORD], next: at + 1 };
}

const REPORTS = ['cao', 'bc', 'ket', 'ky', 'ban', 'tac', 'ki'];
/** Behind these a unit goes on counting: "Quý I, II", "tháng 5 và 11", "từ tháng 3 đến 5". */
const JOINS = ['comma', 'and', 'or', 'to'];
/** "Quý I; II", "Quý I. II" */
const PASSES = [...JOINS, 'break'];

function remember(memory: Memory, tokens: Tokens, at: number, { items, next, shape }: Reading): Memory {
  const last = items[items.length - 1];
  const word = tokens[next - 1]?.text ?? '';
  const joins = last?.kind === 'separator' && JOINS.includes(last.separator);
  const passes =
    (last?.kind === 'separator' && PASSES.includes(last.separator)) ||
    (last?.kind === 'mark' && ['den', 'toi'].includes(word));
  const reported = last?.kind === 'word' && REPORTS.includes(word);
  const ends = last?.kind === 'separator' && last.separator === 'break';
  return {
    shape: nextShape(memory.shape, shape, passes),
    inPeriods: isPeriod(last) || (last?.kind === 'separator' && memory.periodic && !ends),
    periodic: isPeriod(last) || (memory.periodic && !ends),
    inWeeks:
      (last?.kind === 'when' && last.term.kind === 'vague') ||
      (memory.inWeeks && last?.kind !== 'when' && !ends),
    marked:
      last?.kind === 'mark' ||
      (last?.kind === 'word' && memory.marked && ['nam', 'la'].includes(word)) ||
      (joins && at === 0),
    reported: reported || (memory.reported && last?.kind === 'separator'),
    reporting: (reported || memory.reporting) && !ends,
  };
}

function nextShape(kept: Shape | null, found: Shape | undefined, passes: boolean): Shape | null {
  return found ?? (passes ? kept : null);
}

function isPeriod(item: Item | undefined): boolean {
  if (item?.kind !== 'when' || item.term.kind === 'day') return false;
  return item.term.kind === 'vague' || (item.term.kind === 'slots' && item.term.grain !== 'day');
}
