import { type Bound, IMPOSSIBLE, type Item, type Reader, type Reading, reading, type Separator } from './item.ts';
import { issueAnchor } from './allowance.ts';
import { isAfter, isFrom, numberAt, phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

const CONTINUOUS = ['thuong xuyen', 'lien tuc', 'hang ngay', 'moi ngay', 'tung ngay', 'hang gio', 'quanh nam', '24 / 24', '24 / 7'];

/** "thường xuyên", "liên tục", "hằng ngày"; "chi thường xuyên" is money. */
export const readContinuous: Reader = (tokens, at) => {
  const next = phraseAt(tokens, at, CONTINUOUS);
  if (next === null || ['chi', 'khong', 'kinh'].includes(wordAt(tokens, at - 1))) return null;
  if (wordAt(tokens, at + 1) === 'ngay' && tokens[next]?.kind === 'number') return null;
  if (signAt(tokens, at + 1) === '/' && signAt(tokens, next) === '/') return null;
  if (tokens[at + 2]?.text === '7' && !['tuc', 'xuyen', 'truc', 'dong', 'nghi'].includes(wordAt(tokens, at - 1))) return null;
  const span = phraseAt(tokens, skip(tokens, next, [',', '(']), ['trong suot nam', 'trong ca nam', 'trong nam', 'suot nam', 'ca nam']);
  const year = span ?? (wordAt(tokens, next) === 'nam' ? next + 1 : null);
  if (year === null) return reading({ kind: 'continuous' }, next);
  return reading({ kind: 'continuous' }, yearAt(tokens, year) === null ? year : year + 1);
};

const CONDITIONS = ['dot xuat', 'phat sinh', 'tuy theo', 'tuy tinh', 'tuy thuoc', 'tuy vao', 'tuy dieu', 'neu co', 'neu phat', 'can cu'];
const AWAITED = ['co yeu cau', 'co huong dan', 'co chi dao', 'co van ban', 'co thong bao', 'cho huong dan', 'cho y kien', 'cho chi dao'];

/** "khi có yêu cầu", "theo hướng dẫn …", "đột xuất", "ngay sau khi …". */
export const readConditional: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const phrase = phraseAt(tokens, at, [...CONDITIONS, ...AWAITED]);
  if (phrase !== null) return reading({ kind: 'conditional', clause: word !== 'dot' }, phrase);
  if (word === 'khi' && wordAt(tokens, at - 1) !== 'trong') return reading({ kind: 'conditional', clause: true }, at + 1);
  if (word !== 'theo' || ['tiep', 'kem', 'ke'].includes(wordAt(tokens, at - 1))) return null;
  const follows = wordAt(tokens, at + 1);
  if (follows === '' || ['doi', 'dinh', 'quy', 'thang', 'nam', 'tuan'].includes(follows)) return followed(tokens, at);
  return reading({ kind: 'conditional', clause: true }, at + 1);
};

/** "theo quy định" waits for a rule; "theo quý" and "theo dõi" do not. */
function followed(tokens: Tokens, at: number): Reading | null {
  const rule = phraseAt(tokens, at + 1, ['quy dinh', 'quy che', 'quy trinh', 'quy hoach', 'dinh huong', 'dinh muc']);
  return rule === null ? null : reading({ kind: 'conditional', clause: true }, rule);
}

const PAPERS = [
  ...['nghi dinh', 'quyet dinh', 'ke hoach', 'cong van', 'thong tu', 'chi thi', 'nghi quyet', 'luat', 'de an', 'van ban'],
  ...['chuong trinh', 'thong bao', 'to trinh', 'bao cao', 'huong dan', 'phu luc', 'muc', 'dieu', 'khoan', 'bieu', 'mau'],
  ...['tieu chi', 'nhiem vu', 'nv', 'stt', 'bieu mau', 'ket luan', 'cong dien'],
];
const COUNTERS = ['giai doan', 'dot', 'lan', 'ky', 'buoc', 'nhom', 'phan', 'lan thu', 'dot thu'];

/** "Kế hoạch số 12/KH-UBND ngày 05/01/2024": a paper's number and date are its name. */
export const readCitation: Reader = (tokens, at) => {
  const paper = phraseAt(tokens, at, PAPERS);
  const number = skip(tokens, paper ?? at, ['so', ':']);
  if ((paper === null && wordAt(tokens, at) !== 'so') || tokens[number]?.kind !== 'number') return numberedPaper(tokens, at);
  const named = number > (paper ?? at) || !isYearOrDate(tokens, number);
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
  return isUnit || tokens[at + 2]?.tight !== true ? null : reading({ kind: 'word' }, behindCitation(tokens, at));
}

/** The number, its code, and the date that belongs to it. */
function behindCitation(tokens: Tokens, at: number): number {
  let next = at + 1;
  while (tokens[next]?.tight === true && !['.', ',', ';', ')', ':'].includes(tokens[next]?.text ?? '')) next += 1;
  const day = skip(tokens, next, [',']);
  if (wordAt(tokens, day) === 'nam' && yearAt(tokens, day + 1) !== null) return day + 2;
  if (wordAt(tokens, day) !== 'ngay' || numberAt(tokens, day + 1) === null) return next;
  const spoken = phraseAt(tokens, day + 2, ['thang']);
  if (spoken !== null) {
    const year = wordAt(tokens, spoken + 1) === 'nam' ? spoken + 2 : spoken + 1;
    return yearAt(tokens, year) === null ? next : year + 1;
  }
  let end = day + 2;
  while (tokens[end]?.tight === true && ['/', '-', '.'].includes(signAt(tokens, end)) && tokens[end + 1]?.kind === 'number')
    end += 2;
  return end;
}

/** "đợt 1:", "lần 2", "1.", "a)": numbers of a list. */
export const readEnumerator: Reader = (tokens, at) => {
  const counted = phraseAt(tokens, at, COUNTERS);
  if (counted !== null && numberAt(tokens, counted) !== null && !['/', '-'].includes(signAt(tokens, counted + 1)))
    return ['thang', 'lan', 'ngay', 'quy', 'nam'].includes(wordAt(tokens, counted + 1)) ? null : reading({ kind: 'word' }, counted + 1);
  const opens = at === 0 || tokens[at - 1]?.kind === 'sign';
  const closing = signAt(tokens, at + 1);
  const bracket = closing === ')' && (wordAt(tokens, at).length === 1 || numberAt(tokens, at) !== null);
  const dotted = closing === '.' && numberAt(tokens, at) !== null && tokens[at + 2]?.tight !== true;
  if (bracket && signAt(tokens, at - 1) !== '(' && opens && tokens[at + 2] !== undefined) return reading(BREAK, at + 2);
  return dotted && opens && tokens[at + 2] !== undefined ? reading(BREAK, at + 2) : null;
};

const BREAK: Item = { kind: 'separator', separator: 'break' };

/** "17h00", "17 giờ 30 phút", "17:00", "hết giờ hành chính". */
export const readClock: Reader = (tokens, at) => {
  const spoken = phraseAt(tokens, at, ['cuoi gio', 'het gio', 'truoc gio', 'trong gio', 'gio']);
  const office = spoken === null ? null : phraseAt(tokens, spoken, ['hanh chinh', 'lam viec', 'chieu', 'sang', 'truc']);
  if (office !== null) return reading({ kind: 'clock', midnight: false }, office);
  const hour = numberAt(tokens, at);
  if (hour === null || hour > 24) return null;
  const unit = ['h', 'g', 'gio'].includes(wordAt(tokens, at + 1));
  const colon = signAt(tokens, at + 1) === ':' && tokens[at + 1]?.tight === true && tokens[at + 2]?.tight === true;
  if (!unit && !(colon && numberAt(tokens, at + 2) !== null)) return null;
  const minute = numberAt(tokens, at + 2);
  const minutes = minute !== null && minute < 60 && (colon || tokens[at + 2]?.tight === true || ['phut', 'p'].includes(wordAt(tokens, at + 3)) || minute === 0);
  const next = skip(tokens, minutes ? at + 3 : at + 2, ['phut', 'p', 'cung']);
  return reading({ kind: 'clock', midnight: hour === 0 && (!minutes || minute === 0) }, skip(tokens, next, [',', 'sang', 'chieu', 'cua']));
};

const MARKS: readonly (readonly [phrase: string, bound: Bound])[] = [
  ['truoc hoac trong', 'by'],
  ['truoc va trong', 'by'],
  ['truoc hoac dung', 'by'],
  ['truoc hoac vao', 'by'],
  ['truoc khi het', 'by'],
  ['truoc khi ket thuc', 'by'],
  ['khong truoc', 'from'],
  ['khong som hon', 'from'],
  ['som nhat', 'from'],
  ['bat dau tu', 'from'],
  ['bat dau', 'from'],
  ['khong sau', 'by'],
  ['khong muon hon', 'by'],
  ['khong cham hon', 'by'],
  ['khong tre hon', 'by'],
  ['khong qua', 'by'],
  ['khong vuot qua', 'by'],
  ['cham nhat', 'by'],
  ['muon nhat', 'by'],
  ['tre nhat', 'by'],
  ['cham', 'by'],
  ['den het', 'by'],
  ['den', 'by'],
  ['toi', 'by'],
  ['het', 'by'],
  ['ket thuc', 'by'],
  ['trong', 'by'],
  ['vao', 'by'],
  ['han', 'by'],
  ['xong', 'by'],
];

/** "trước", "chậm nhất", "đến hết", "từ", "sau": what the next time is to the work. */
export const readMark: Reader = (tokens, at) => {
  const from = fromAt(tokens, at);
  if (from !== null) return from;
  if (wordAt(tokens, at) === 'truoc' && !['mat', 'het', 'han', 'day', 'do', 'tien'].includes(wordAt(tokens, at + 1))) {
    const longer = phraseAt(tokens, at, ['truoc hoac', 'truoc va', 'truoc khi het', 'truoc khi ket']);
    if (longer === null) return reading({ kind: 'mark', bound: 'before' }, at + 1);
  }
  for (const [phrase, bound] of MARKS) {
    const next = phraseAt(tokens, at, [phrase]);
    if (next !== null) return reading({ kind: 'mark', bound, reaches: ['den', 'toi'].includes(wordAt(tokens, at)) }, next);
  }
  return null;
};

/** "từ ngày 1/3", "sau ngày 15/6", "kể từ ngày ký": a beginning; "sau khi" and "đầu tư" are not. */
function fromAt(tokens: Tokens, at: number): Reading | null {
  const long = phraseAt(tokens, at, ['ke tu', 'tinh tu', 'sau ngay', 'sau thoi diem']);
  const short = (isFrom(tokens[at]) && !['dau', 'vat', 'thong', 'phu'].includes(wordAt(tokens, at - 1))) || startsAfter(tokens, at);
  const next = long ?? (short ? at + 1 : null);
  if (next === null) return null;
  const issue = issueAnchor(tokens, skip(tokens, next, ['ngay', 'khi']));
  const now = phraseAt(tokens, next, ['nay', 'dau nam', 'dau thang', 'dau quy']);
  if (issue !== null || now !== null) return reading({ kind: 'word' }, issue ?? now ?? next);
  return reading({ kind: 'mark', bound: 'from' }, next);
}

function startsAfter(tokens: Tokens, at: number): boolean {
  if (!isAfter(tokens[at]) || wordAt(tokens, at - 1) === 'khong') return false;
  if (['ngay', 'thang', 'tuan', 'nam'].includes(wordAt(tokens, at + 2)) && tokens[at + 1]?.kind === 'number') return false;
  return numberAt(tokens, at + 1) !== null || phraseAt(tokens, at + 1, ['thang', 'quy', 'nam', 'tuan']) !== null;
}

const EVENTS = ['ky hop', 'hoi nghi', 'dai hoi', 'cuoc hop', 'phien hop', 'le', 'tet', 'dip', 'buoi', 'mua', 'hoi dong', 'cuoc'];

/** What has a date of its own: "trước kỳ họp tháng 12", "sau hội nghị tháng 6", "trước Tết". */
export const readEvent: Reader = (tokens, at) => {
  const previous = wordAt(tokens, at - 1);
  if (previous !== 'truoc' && previous !== 'sau') return null;
  const next = phraseAt(tokens, at, EVENTS);
  return next === null ? null : reading({ kind: 'event' }, next);
};

const SEPARATORS: Readonly<Record<string, Separator>> = {
  ',': 'comma',
  ';': 'break',
  '.': 'break',
  ':': 'colon',
  '(': 'open',
  ')': 'close',
  '&': 'and',
  '-': 'to',
  va: 'and',
  cung: 'and',
  hoac: 'or',
  hay: 'or',
};

/** Commas, brackets, "và", "hoặc", dashes; "và/hoặc" is "hoặc". */
export const readSeparator: Reader = (tokens, at, memory) => {
  const either = phraseAt(tokens, at, ['va / hoac', 'va hoac']);
  if (either !== null) return separate('or', either);
  const text = tokens[at]?.text ?? '';
  if (text === '.' && tokens[at + 1]?.tight === true) return reading({ kind: 'word' }, at + 1);
  if (text === '/' && memory.inPeriods) return separate('and', at + 1);
  const separator = SEPARATORS[text];
  return separator === undefined ? null : separate(separator, at + 1);
};

function separate(separator: Separator, next: number): Reading {
  return reading({ kind: 'separator', separator }, next);
}

/** What looks like a date and was not read: "tháng 13", "…/2024", "âm lịch". */
export const readSuspect: Reader = (tokens, at) => {
  if (phraseAt(tokens, at, ['am lich', 'thang gieng', 'thang chap']) !== null) return reading(IMPOSSIBLE, at + 2);
  if (signAt(tokens, at) === '/' && tokens[at + 1]?.kind === 'number') return reading(IMPOSSIBLE, at + 2);
  if (numberAt(tokens, at, 9) !== null && signAt(tokens, at + 1) === '/' && tokens[at + 2]?.kind === 'number') {
    const share = phraseAt(tokens, at + 3, ['so', 'tong', 'chi tieu', 'ho so', 'don vi', 'xa', 'diem', '%']);
    return share === null ? reading(IMPOSSIBLE, at + 3) : reading({ kind: 'word' }, at + 3);
  }
  return null;
};
