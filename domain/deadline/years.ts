import { type Reader, type Shape, whenReading } from './item.ts';
import { isAfter, numberAt, phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import { type SlotTerm, slots, vague, yearSlot } from './term.ts';
import type { Tokens } from './tokens.ts';

/** Which year is meant; `year` null is the plan's own, moved by `shift`. */
export type Year = { readonly year: number | null; readonly shift: number; readonly next: number };

const OWN: readonly string[] = [
  'nam nay',
  'nam ke hoach',
  'nam bao cao',
  'nam hien tai',
  'nam do',
  'nam danh gia',
];
const FOLLOWING: readonly string[] = [
  ...[
    'nam tiep theo',
    'nam ke tiep',
    'nam lien ke',
    'nam lien sau',
    'nam ke sau',
    'nam sau lien ke',
    'nam toi',
  ],
];

/** The year behind a month, a quarter or a half: "/2023", "-2023", "năm 2023", "của năm sau", "(2023)", "2023". */
export function yearBehind(tokens: Tokens, at: number): Year | null {
  return writtenYear(tokens, at) ?? spokenYear(tokens, skip(tokens, at, ['cua', 'trong', '/']));
}

function writtenYear(tokens: Tokens, at: number): Year | null {
  const sign = signAt(tokens, at);
  const year = yearAt(tokens, at + 1);
  if (year !== null && sign === '/') return { year, shift: 0, next: at + 2 };
  if (year !== null && (sign === '-' || sign === '.') && tokens[at + 1]?.tight === true)
    return { year, shift: 0, next: at + 2 };
  if (year !== null && sign === '(' && signAt(tokens, at + 2) === ')')
    return { year, shift: 0, next: at + 3 };
  const short = numberAt(tokens, at + 1);
  if (sign === '/' && short !== null && short >= 20 && short < 50 && signAt(tokens, at + 2) !== '/')
    return { year: 2000 + short, shift: 0, next: at + 2 };
  const bare = yearAt(tokens, at);
  return bare === null || signAt(tokens, at + 1) === '/' ? null : { year: bare, shift: 0, next: at + 1 };
}

/** "năm 2023", "năm nay", "năm sau", "năm trước"; without accents "nam sau" is only the year that follows. */
function spokenYear(tokens: Tokens, at: number): Year | null {
  if (wordAt(tokens, at) !== 'nam') return null;
  const year = yearAt(tokens, skip(tokens, at + 1, ['ngan', 'sach', 'tai', 'chinh']));
  if (year !== null)
    return { year, shift: 0, next: skip(tokens, at + 1, ['ngan', 'sach', 'tai', 'chinh']) + 1 };
  const own = phraseAt(tokens, at, OWN);
  if (own !== null) return { year: null, shift: 0, next: own };
  const following = phraseAt(tokens, at, FOLLOWING);
  if (following !== null) return { year: null, shift: 1, next: following };
  if (isAfter(tokens[at + 1]) && wordAt(tokens, at + 2) !== 'khi')
    return { year: null, shift: 1, next: skip(tokens, at + 2, ['nam', 'bao', 'cao']) };
  if (wordAt(tokens, at + 1) === 'truoc' && !leadsTo(tokens, at + 2))
    return { year: null, shift: -1, next: at + 2 };
  return null;
}

/** A time stands here, so that "năm trước" before it is "yearly, before", not "last year". */
export function leadsTo(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.kind === 'number') return true;
  return phraseAt(tokens, at, TIME_WORDS) !== null;
}

const TIME_WORDS = [
  'ngay',
  'thang',
  'quy',
  'cuoi',
  'giua',
  'thu',
  'tuan',
  'mung',
  'khi',
  'va',
  'hoac',
  'gio',
  'thoi',
];

export function inYear(term: SlotTerm, year: Year | null): SlotTerm {
  return year === null ? term : { ...term, year: year.year, yearShift: year.shift };
}

const YEARLY: Shape = { unit: 'year' };
const END_WORDS = ['het', 'trong', 'ca', 'ket thuc', 'cuoi', 'giua', 'dau', 'suot'];
const LEARNING = ['nam hoc', 'hoc ky', 'hoc ki', 'nhiem ky', 'ky hop'];

/** "năm 2023", "cuối năm", "giai đoạn 2021-2025", "2025" behind a marker. */
export const readYear: Reader = (tokens, at, memory) =>
  readForeignYear(tokens, at) ??
  readEndOfYear(tokens, at) ??
  readPlainYear(tokens, at) ??
  readBareYear(tokens, at, memory.marked);

function readForeignYear(tokens: Tokens, at: number) {
  const next = phraseAt(tokens, at, LEARNING);
  if (next === null) return null;
  let end = next;
  while (
    end < at + 12 &&
    end < tokens.length &&
    !['giua', 'cuoi', ',', ';', '.', 'truoc'].includes(tokens[end]?.text ?? '')
  )
    end += 1;
  const named = phraseAt(tokens, end, ['giua nam', 'cuoi nam']);
  return whenReading(vague(wordAt(tokens, at) !== 'ky'), named ?? next);
}

function readEndOfYear(tokens: Tokens, at: number) {
  const start = phraseAt(tokens, at, END_WORDS);
  if (start === null) return null;
  const word = wordAt(tokens, at);
  const noun = skip(tokens, start, ['cua']);
  if (wordAt(tokens, noun) !== 'nam' || wordAt(tokens, noun + 1) === 'hoc') return null;
  const year = yearBehind(tokens, noun);
  const next = year?.next ?? noun + 1;
  if (word === 'dau') return whenReading(vague(true), next);
  if (word === 'giua')
    return whenReading(inYear(slots('half', [{ ...yearSlot(), to: { month: 6, day: 0 } }]), year), next);
  return whenReading(inYear(slots('year', [yearSlot(word === 'cuoi' ? 'end' : 'whole')]), year), next);
}

function readPlainYear(tokens: Tokens, at: number) {
  const start = phraseAt(tokens, at, ['giai doan', 'thoi ky']) ?? at;
  if (wordAt(tokens, start) !== 'nam' && start === at) return null;
  const named = wordAt(tokens, start) === 'nam' ? start + 1 : start;
  const year = yearAt(tokens, named);
  if (year !== null) return whenReading({ ...slots('year', [yearSlot()]), year }, named + 1, YEARLY);
  const spoken = ['cac', 'nhung'].includes(wordAt(tokens, at - 1)) ? null : spokenYear(tokens, start);
  return spoken === null || spoken.shift < 0
    ? null
    : whenReading(inYear(slots('year', [yearSlot()]), spoken), spoken.next);
}

/** A number that is a year needs a marker before it, or the whole cell, or its partner in "2021-2025". */
function readBareYear(tokens: Tokens, at: number, marked: boolean) {
  const year = yearAt(tokens, at);
  if (year === null || signAt(tokens, at - 1) === '/' || signAt(tokens, at + 1) === '/') return null;
  const alone = at === 0 && (tokens.length === 1 || tokens[1]?.kind === 'sign');
  const spans = signAt(tokens, at + 1) === '-' && yearAt(tokens, at + 2) !== null;
  if (!marked && !alone && !spans) return null;
  return whenReading({ ...slots('year', [yearSlot()]), year }, at + 1, YEARLY);
}
