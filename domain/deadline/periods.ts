import { type Reader, type Reading, reading, whenReading } from './item.ts';
import { countAt } from './numbers.ts';
import { isFrom, isSix, phraseAt, signAt, skip, wordAt } from './scan.ts';
import { everyMonths, monthsSlot, type SlotTerm, slots, type Term, vague } from './term.ts';
import type { Tokens } from './tokens.ts';
import { inYear, leadsTo, yearBehind } from './years.ts';

const UNIT_MONTHS: Readonly<Record<string, number>> = { thang: 1, quy: 3, nam: 12 };

/** "hằng quý", "mỗi tháng", "theo năm", "định kỳ 6 tháng". */
export const readRecurrence: Reader = (tokens, at) => {
  const adverb = phraseAt(tokens, at, [
    'dinh ky hang',
    'dinh ky moi',
    'dinh ky theo',
    'dinh ky',
    'theo tung',
    ...EVERY,
  ]);
  if (adverb === null) return readAll(tokens, at);
  const noun = skip(tokens, adverb, ['mot', ':', '(']);
  return readEvery(tokens, noun);
};

const EVERY = ['hang', 'moi', 'tung', 'theo'];
/** "các tháng", "cả 4 quý": each of the year. */
const ALL = ['cac thang trong nam', 'cac quy trong nam', '4 quy', 'bon quy', 'cac quy', 'cac thang'];

function readAll(tokens: Tokens, at: number): Reading | null {
  const next = phraseAt(tokens, at, ALL);
  if (next === null || tokens[next]?.kind === 'word' || tokens[next]?.kind === 'number') return null;
  return whenReading(everyMonths(wordAt(tokens, at + 1) === 'thang' ? 1 : 3), next);
}

function readEvery(tokens: Tokens, noun: number): Reading | null {
  const word = wordAt(tokens, noun);
  if (word === 'ngay')
    return tokens[noun + 1]?.kind === 'number' ? null : reading({ kind: 'continuous' }, noun + 1);
  if (word === 'tuan' && wordAt(tokens, noun + 1) !== 'thu') return whenReading(vague(false), noun + 1);
  const months = UNIT_MONTHS[word];
  if (months !== undefined && !isOtherWord(tokens, noun)) return recurrence(tokens, noun, months);
  const run = monthRunAt(tokens, noun);
  return run === null || 12 % run.count !== 0
    ? null
    : whenReading(everyMonths(run.count), once(tokens, run.next));
}

function recurrence(tokens: Tokens, noun: number, months: number): Reading {
  const year = months === 12 ? null : yearBehind(tokens, noun + 1);
  const written = months === 12 && tokens[noun + 1]?.text.length === 4 ? yearBehind(tokens, noun) : year;
  return whenReading(inYear(everyMonths(months), written), once(tokens, written?.next ?? noun + 1));
}

/** "hằng tháng một lần" says no more than "hằng tháng". */
function once(tokens: Tokens, at: number): number {
  return phraseAt(tokens, at, ['mot lan', '1 lan', '01 lan', '/ lan']) ?? at;
}

/** Words that are written like "quý" and "năm" once the accents are off: quy định, quy chế, nam giới … */
const OTHER_WORDS = [
  ...[
    'dinh',
    'che',
    'trinh',
    'hoach',
    'mo',
    'uoc',
    'chuan',
    'tac',
    'pham',
    'luat',
    'doi',
    'khach',
    'vi',
    'ong',
  ],
  ...['don', 'co', 'gioi', 'nu', 'hoc', 'dat', 'tien', 'bao', 'diem', 'loi', 'canh', 'phuc', 'dan'],
];

function isOtherWord(tokens: Tokens, noun: number): boolean {
  return OTHER_WORDS.includes(wordAt(tokens, noun + 1)) && wordAt(tokens, noun + 1) !== 'bao';
}

type MonthRun = { readonly count: number; readonly next: number };

/** "6 tháng", "sáu tháng", "09 tháng"; the number of a date ("15 tháng 6") is not one. */
function monthRunAt(tokens: Tokens, at: number): MonthRun | null {
  const six = isSix(tokens[at]) && wordAt(tokens, at + 1) === 'thang';
  const count = six ? { value: 6, next: at + 1 } : countAt(tokens, at);
  if (count === null || count.value < 1 || count.value > 12 || wordAt(tokens, count.next) !== 'thang')
    return null;
  return { count: count.value, next: count.next + 1 };
}

/** "6 tháng đầu năm 2024", "3 tháng/lần", "báo cáo 9 tháng", "nửa đầu năm". */
export const readMonthRun: Reader = (tokens, at, memory) => {
  const half = readHalfYear(tokens, at);
  if (half !== null) return half;
  const run = monthRunAt(tokens, at);
  if (run === null) return null;
  if (isSix(tokens[at]) && tokens[at]?.plain === true && tokens[run.next]?.kind === 'number') return null;
  const edge = edgeOf(tokens, run);
  if (edge !== null) return edge;
  const often = phraseAt(tokens, run.next, ['/ lan', '/ 1 lan', '/ 01 lan', 'mot lan', '1 lan', '01 lan']);
  if (often !== null) return whenReading(every(run.count), often);
  if (isAllowance(tokens, at, run.next)) return null;
  const listed =
    phraseAt(tokens, skip(tokens, run.next, [',', 'va', ';']), ['6 thang', '06 thang', 'sau thang']) !== null;
  const term = plainRun(run.count, listed || memory.reported || memory.inPeriods);
  if (term === null) return null;
  const year = signAt(tokens, run.next) === ',' ? null : yearBehind(tokens, run.next);
  return whenReading(inYear(term, year), year?.next ?? run.next);
};

/** "3 tháng" alone is a length of time; in reports it is the first quarter. "6 tháng", "9 tháng" are periods. */
function plainRun(count: number, inReports: boolean): SlotTerm | null {
  const known = count === 6 || count === 9 || count === 12;
  if (!known && !(count === 3 && inReports)) return null;
  return slots(count === 12 ? 'year' : 'half', [monthsSlot(count, 'first')]);
}

function every(count: number): Term {
  return 12 % count === 0 ? everyMonths(count) : vague(true);
}

function edgeOf(tokens: Tokens, run: MonthRun): Reading | null {
  const edge = wordAt(tokens, run.next);
  if (edge !== 'dau' && edge !== 'cuoi') return null;
  if (wordAt(tokens, run.next + 1) === 'tu') return null;
  const noun = skip(tokens, run.next + 1, ['cua', 'tien', 'cung']);
  const year = yearBehind(tokens, noun);
  const next = year?.next ?? (wordAt(tokens, noun) === 'nam' ? noun + 1 : run.next + 1);
  const grain = run.count === 12 ? 'year' : 'half';
  return whenReading(
    inYear(slots(grain, [monthsSlot(run.count, edge === 'dau' ? 'first' : 'last')]), year),
    next,
  );
}

function readHalfYear(tokens: Tokens, at: number): Reading | null {
  const first = phraseAt(tokens, at, ['nua dau nam', 'nua nam dau']);
  const last = phraseAt(tokens, at, [
    'nua cuoi nam',
    'nua nam cuoi',
    'nua sau nam',
    'cac thang cuoi nam',
    'nhung thang cuoi nam',
  ]);
  const every = phraseAt(tokens, at, ['nua nam mot lan', 'nua nam']);
  const next = first ?? last ?? every;
  if (next === null) return null;
  const year = wordAt(tokens, next - 1) === 'nam' ? yearBehind(tokens, next - 1) : yearBehind(tokens, next);
  const term =
    (first ?? last) === null
      ? everyMonths(6)
      : slots('half', [monthsSlot(6, first === null ? 'last' : 'first')]);
  return whenReading(inYear(term, year), year?.next ?? next);
}

/** "trong vòng 6 tháng", "6 tháng kể từ ngày ký": counted from a day, not from the first of January. */
function isAllowance(tokens: Tokens, at: number, next: number): boolean {
  if (['vong', 'han', 'gian'].includes(wordAt(tokens, at - 1))) return true;
  const linked = skip(tokens, next, [',']);
  if (phraseAt(tokens, linked, ['ke tu', 'tinh tu', 'sau khi', 'sau ngay', 'ke']) !== null) return true;
  return isFrom(tokens[linked]) && phraseAt(tokens, linked + 1, ['ngay', 'khi']) !== null;
}

/** A period without a number is one where reports or other periods stand before it: "báo cáo quý", "6 tháng, năm". */
export const readBarePeriod: Reader = (tokens, at, memory) => {
  const near = memory.reported || memory.inPeriods;
  if (tokens[at]?.value === 1 && wordAt(tokens, at + 1) === 'nam')
    return near ? whenReading(everyMonths(12), at + 2) : null;
  const months = UNIT_MONTHS[wordAt(tokens, at)];
  const weekly = wordAt(tokens, at) === 'tuan' && wordAt(tokens, at + 1) !== 'thu';
  if ((months === undefined && !weekly) || isOtherWord(tokens, at) || isNamesake(tokens, at)) return null;
  if (!near && !opens(tokens, at) && !(memory.reporting && tokens[at - 1]?.text !== 'trong')) return null;
  const listed = memory.inPeriods && !RELATIVE_WORDS.includes(wordAt(tokens, at + 1));
  if (!endsHere(tokens, at + 1) && !memory.reported && !listed) return null;
  return whenReading(months === undefined ? vague(false) : everyMonths(months), at + 1);
};

const RELATIVE_WORDS = ['dau', 'cuoi', 'giua', 'nay', 'sau', 'toi', 'qua', 'truoc', 'tiep', 'ke', 'lien'];

/** "Quảng Nam", "quỹ": with the accents on they are no periods. */
function isNamesake(tokens: Tokens, at: number): boolean {
  if (wordAt(tokens, at - 1) === 'thu') return true;
  return (
    tokens[at]?.plain !== true &&
    ['nam', 'quỹ', 'quy', 'thang', 'tuân', 'tuấn'].includes(tokens[at]?.exact ?? '')
  );
}

function opens(tokens: Tokens, at: number): boolean {
  return at === 0 || [';', '.', '-', '('].includes(signAt(tokens, at - 1)) || beforeMark(tokens, at + 1);
}

function endsHere(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign') return true;
  return ['va', 'hoac', 'mot', 'gui', 'xong'].includes(token.text) || beforeMark(tokens, at);
}

/** "quý trước ngày 10 …" */
function beforeMark(tokens: Tokens, at: number): boolean {
  const mark = phraseAt(tokens, at, ['cham nhat truoc', 'cham nhat', 'muon nhat', 'truoc', 'vao', ':']);
  return mark !== null && leadsTo(tokens, mark);
}
