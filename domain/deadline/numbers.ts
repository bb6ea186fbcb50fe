import { unaccent } from '../fold.ts';
import { isFrom, numberAt, phraseAt, signAt, wordAt, yearAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

export type Count = { readonly value: number; readonly next: number };

/** With their accents: without them "tạm", "bay", "lâm" and "sau" would count too. */
const DIGITS: Readonly<Record<string, number>> = {
  một: 1,
  mốt: 1,
  nhất: 1,
  hai: 2,
  nhì: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const PLAIN_DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(DIGITS).map(([word, value]) => [unaccent(word), value]),
);

/** 1–9 as a word. "năm" and "lăm" only end a number ("mười lăm"), or are May: else they are a year or no number. */
function digitWordAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  return (token.plain ? PLAIN_DIGITS[token.text] : DIGITS[token.exact]) ?? null;
}

/** "05", "10 (mười)", "mười lăm", "ba mươi": up to 999 in digits, 99 in words. */
export function countAt(tokens: Tokens, at: number): Count | null {
  const value = numberAt(tokens, at, 3);
  if (value !== null) return { value, next: skipSpelled(tokens, at + 1) };
  return countInWords(tokens, at);
}

function countInWords(tokens: Tokens, at: number): Count | null {
  const first = digitWordAt(tokens, at);
  if (wordAt(tokens, at) === 'muoi') return teens(tokens, at + 1, 10);
  if (first === null) return null;
  if (FIVE.includes(wordAt(tokens, at)) && wordAt(tokens, at + 1) !== 'muoi') return null;
  return wordAt(tokens, at + 1) === 'muoi'
    ? teens(tokens, at + 2, first * 10)
    : { value: first, next: at + 1 };
}

const FIVE = ['nam', 'lam'];

function teens(tokens: Tokens, at: number, tens: number): Count {
  const unit = digitWordAt(tokens, at);
  return unit === null ? { value: tens, next: at } : { value: tens + unit, next: at + 1 };
}

/** The number spelled again in brackets, "10 (mười) ngày". */
function skipSpelled(tokens: Tokens, at: number): number {
  if (signAt(tokens, at) !== '(') return at;
  const spelled = countInWords(tokens, at + 1);
  return spelled !== null && signAt(tokens, spelled.next) === ')' ? spelled.next + 1 : at;
}

/** What shows that a bare number counts things ("3 tháng", "02 lần", "12 xã") and is not a month or a quarter. */
const COUNTED = ['lan', 'thang', 'ngay', 'tuan', 'quy', 'gio', 'h', '%'];

/** A month's number behind "tháng": 1–12 in digits or words; 0 when it is a number but no month. */
export function monthAt(tokens: Tokens, at: number): Count | null {
  const value = numberAt(tokens, at, 5);
  if (value !== null) return asMonth(tokens, at, value);
  const word = wordAt(tokens, at);
  if (word === 'gieng' || word === 'chap') return { value: 0, next: at + 1 };
  if (word === 'sau' && tokens[at]?.plain === true && !saysSix(tokens, at)) return null;
  if (word === 'tu' && startsTime(tokens, at + 1)) return null;
  if (word === 'nam' && yearAt(tokens, at + 1) !== null) return null;
  if (word === 'nam') return { value: 5, next: at + 1 };
  const count = countInWords(tokens, at);
  if (count === null || COUNTED.includes(wordAt(tokens, count.next))) return null;
  return count.value <= 12 ? count : null;
}

function asMonth(tokens: Tokens, at: number, value: number): Count | null {
  if (wordAt(tokens, at + 1) === 'lan') return null;
  return { value: value >= 1 && value <= 12 ? value : 0, next: at + 1 };
}

/** Without accents "thang sau" is "tháng sáu" only when its year follows. */
function saysSix(tokens: Tokens, at: number): boolean {
  return (
    signAt(tokens, at + 1) === '/' || (wordAt(tokens, at + 1) === 'nam' && yearAt(tokens, at + 2) !== null)
  );
}

/** Behind "từ" stands a time; behind "tư" (four) none. */
function startsTime(tokens: Tokens, at: number): boolean {
  if (yearAt(tokens, at) !== null) return false;
  return (
    numberAt(tokens, at) !== null || phraseAt(tokens, at, ['ngay', 'thang', 'quy', 'dau', 'thu']) !== null
  );
}

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  // A scanner reads a capital I as a small L.
  l: 1,
  ll: 2,
  il: 2,
  li: 2,
  lll: 3,
  iil: 3,
  lv: 4,
};
const TOO_HIGH = ['v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** A quarter's number behind "quý": I–IV, 1–4, in words; 0 when it is a number but no quarter. */
export function quarterAt(tokens: Tokens, at: number): Count | null {
  const value = numberAt(tokens, at, 5);
  if (value !== null) {
    if (COUNTED.includes(wordAt(tokens, at + 1)) && wordAt(tokens, at + 1) !== 'ngay') return null;
    return { value: value >= 1 && value <= 4 ? value : 0, next: at + 1 };
  }
  const exact = tokens[at]?.exact ?? '';
  const roman = ROMAN[exact];
  if (roman !== undefined) return { value: roman, next: at + 1 };
  if (TOO_HIGH.includes(exact)) return { value: 0, next: at + 1 };
  return quarterInWords(tokens, at);
}

function quarterInWords(tokens: Tokens, at: number): Count | null {
  const word = wordAt(tokens, at);
  if (word === 'nam' || word === 'lam') return null;
  if (isFrom(tokens[at]) && startsTime(tokens, at + 1)) return null;
  const digit = digitWordAt(tokens, at);
  if (digit === null || digit > 4 || COUNTED.includes(wordAt(tokens, at + 1))) return null;
  return { value: digit, next: at + 1 };
}

/** A number that repeats the unit before it must not begin something else: "tháng 3, 15/6", "quý I, 2 lần". */
export function standsAlone(tokens: Tokens, next: number): boolean {
  if (signAt(tokens, next) === '/')
    return yearAt(tokens, next + 1) !== null || wordAt(tokens, next + 1) === 'nam';
  if (signAt(tokens, next) === '%') return false;
  if (signAt(tokens, next) === '.' && tokens[next + 1]?.kind === 'number' && tokens[next + 1]?.tight === true)
    return yearAt(tokens, next + 1) !== null;
  if (tokens[next - 1]?.kind === 'word') return true;
  return !COUNTED.includes(wordAt(tokens, next)) && phraseAt(tokens, next, COUNTABLE) === null;
}

/** What plans count: "tháng 3, 6 cán bộ …" */
const COUNTABLE = [
  ...[
    'xa',
    'huyen',
    'nguoi',
    'lop',
    'cuoc',
    'buoi',
    'dot',
    'tin',
    'bai',
    'trieu',
    'ty',
    'diem',
    'phut',
    'don vi',
    'co quan',
  ],
  ...[
    'can bo',
    'cong chuc',
    'vien chuc',
    'thi tran',
    'nhiem vu',
    'tieu chi',
    'chi tieu',
    'ho so',
    'thu tuc',
    'sang kien',
  ],
  ...[
    'hoi nghi',
    'phong ban',
    'du an',
    'de an',
    'phan tram',
    'mo hinh',
    'noi dung',
    'van ban',
    'bao cao',
    'chuyen de',
  ],
];
