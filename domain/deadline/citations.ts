import { type Item, type Reader, type Reading, reading } from './item.ts';
import { numberAt, phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

const PAPERS = [
  ...[
    'nghi dinh',
    'quyet dinh',
    'ke hoach',
    'cong van',
    'thong tu',
    'chi thi',
    'nghi quyet',
    'luat',
    'de an',
    'van ban',
  ],
  ...[
    'chuong trinh',
    'thong bao',
    'to trinh',
    'bao cao',
    'huong dan',
    'phu luc',
    'muc',
    'dieu',
    'khoan',
    'bieu',
    'mau',
  ],
  ...['tieu chi', 'nhiem vu', 'nv', 'stt', 'bieu mau', 'ket luan', 'cong dien'],
];
/** Their number needs no "số": "Thông tư 02/2017/TT-VPCP". */
const LAWS = ['nghi dinh', 'thong tu', 'nghi quyet', 'chi thi', 'cong van', 'quyet dinh', 'luat'];
const COUNTERS = ['giai doan', 'dot', 'lan', 'ky', 'buoc', 'nhom', 'phan', 'lan thu', 'dot thu'];

/** "Kế hoạch số 12/KH-UBND ngày 05/01/2024": a paper's number and date are its name. */
export const readCitation: Reader = (tokens, at) => {
  const paper = phraseAt(tokens, at, PAPERS);
  const number = skip(tokens, paper ?? at, ['so', ':']);
  if ((paper === null && wordAt(tokens, at) !== 'so') || tokens[number]?.kind !== 'number')
    return numberedPaper(tokens, at);
  const law =
    phraseAt(tokens, at, LAWS) !== null &&
    signAt(tokens, number + 1) === '/' &&
    yearAt(tokens, number + 2) !== null;
  const named = law || number > (paper ?? at) || !isYearOrDate(tokens, number);
  return named ? reading({ kind: 'word' }, behindCitation(tokens, number)) : null;
};

function isYearOrDate(tokens: Tokens, at: number): boolean {
  if (yearAt(tokens, at) !== null) return true;
  const slash = signAt(tokens, at + 1) === '/' && tokens[at + 2]?.kind === 'number';
  const counts = ['thang', 'nam', 'quy', 'lan', 'ngay'].includes(wordAt(tokens, at + 1));
  return (slash && signAt(tokens, at + 3) !== '/') || slash || counts;
}

/** "12/KH-UBND" without the word for the paper. */
function numberedPaper(tokens: Tokens, at: number): Reading | null {
  if (tokens[at]?.kind !== 'number' || signAt(tokens, at + 1) !== '/') return null;
  const code = wordAt(tokens, at + 2);
  const isUnit = ['', 'lan', 'thang', 'quy', 'nam', 'tuan', 'ngay', 'nguoi'].includes(code);
  return isUnit || tokens[at + 2]?.tight !== true
    ? null
    : reading({ kind: 'word' }, behindCitation(tokens, at));
}

/** The number, its code, and the date that belongs to it. */
function behindCitation(tokens: Tokens, at: number): number {
  let next = at + 1;
  while (tokens[next]?.tight === true && !['.', ',', ';', ')', ':'].includes(tokens[next]?.text ?? ''))
    next += 1;
  const day = skip(tokens, next, [',']);
  if (wordAt(tokens, day) === 'nam' && yearAt(tokens, day + 1) !== null) return day + 2;
  if (wordAt(tokens, day) !== 'ngay' || numberAt(tokens, day + 1) === null) return next;
  const spoken = phraseAt(tokens, day + 2, ['thang']);
  if (spoken !== null) {
    const year = wordAt(tokens, spoken + 1) === 'nam' ? spoken + 2 : spoken + 1;
    return yearAt(tokens, year) === null ? next : year + 1;
  }
  let end = day + 2;
  while (
    tokens[end]?.tight === true &&
    ['/', '-', '.'].includes(signAt(tokens, end)) &&
    tokens[end + 1]?.kind === 'number'
  )
    end += 2;
  return end;
}

/** "đợt 1:", "lần 2", "1.", "a)": numbers of a list. */
export const readEnumerator: Reader = (tokens, at) => {
  const counted = phraseAt(tokens, at, COUNTERS);
  if (
    counted !== null &&
    numberAt(tokens, counted) !== null &&
    !['/', '-'].includes(signAt(tokens, counted + 1))
  )
    return ['thang', 'lan', 'ngay', 'quy', 'nam'].includes(wordAt(tokens, counted + 1))
      ? null
      : reading({ kind: 'word' }, counted + 1);
  const opens = at === 0 || tokens[at - 1]?.kind === 'sign';
  const closing = signAt(tokens, at + 1);
  const bracket = closing === ')' && (wordAt(tokens, at).length === 1 || numberAt(tokens, at) !== null);
  const dotted = closing === '.' && numberAt(tokens, at) !== null && tokens[at + 2]?.tight !== true;
  if (bracket && signAt(tokens, at - 1) !== '(' && opens && tokens[at + 2] !== undefined)
    return reading(BREAK, at + 2);
  return dotted && opens && tokens[at + 2] !== undefined ? reading(BREAK, at + 2) : null;
};

const BREAK: Item = { kind: 'separator', separator: 'break' };

const NAMES = [
  ...[
    'dinh huong den nam',
    'dinh huong den',
    'dinh huong',
    'tam nhin den nam',
    'tam nhin den',
    'tam nhin nam',
    'tam nhin',
  ],
  ...['so voi cung ky nam', 'so voi nam', 'cung ky nam', 'so voi cung ky'],
];

/** Years that only name something: "định hướng đến năm 2030", "so với năm 2023", "cùng kỳ năm trước". */
export const readName: Reader = (tokens, at) => {
  const next = phraseAt(tokens, at, NAMES);
  if (next === null) return null;
  const year = yearAt(tokens, next) !== null || wordAt(tokens, next) === 'truoc';
  return reading({ kind: 'word' }, year ? next + 1 : next);
};
