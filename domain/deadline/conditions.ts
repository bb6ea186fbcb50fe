import { type Reader, type Reading, reading } from './item.ts';
import { phraseAt, signAt, skip, wordAt, yearAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

const CONTINUOUS = [
  'thuong xuyen',
  'lien tuc',
  'hang ngay',
  'moi ngay',
  'tung ngay',
  'hang gio',
  'quanh nam',
  '24 / 24',
  '24 / 7',
];

/** "thường xuyên", "liên tục", "hằng ngày"; "chi thường xuyên" is money. */
export const readContinuous: Reader = (tokens, at) => {
  const next = phraseAt(tokens, at, CONTINUOUS);
  if (next === null || ['chi', 'khong', 'kinh'].includes(wordAt(tokens, at - 1))) return null;
  if (wordAt(tokens, at + 1) === 'ngay' && tokens[next]?.kind === 'number') return null;
  if (signAt(tokens, at + 1) === '/' && signAt(tokens, next) === '/') return null;
  if (
    tokens[at + 2]?.text === '7' &&
    !['tuc', 'xuyen', 'truc', 'dong', 'nghi'].includes(wordAt(tokens, at - 1))
  )
    return null;
  const span = phraseAt(tokens, skip(tokens, next, [',', '(']), [
    'trong suot nam',
    'trong ca nam',
    'trong nam',
    'suot nam',
    'ca nam',
  ]);
  const year = span ?? (wordAt(tokens, next) === 'nam' ? next + 1 : null);
  if (year === null) return reading({ kind: 'continuous' }, next);
  return reading({ kind: 'continuous' }, yearAt(tokens, year) === null ? year : year + 1);
};

const CONDITIONS = [
  'dot xuat',
  'phat sinh',
  'tuy theo',
  'tuy tinh',
  'tuy thuoc',
  'tuy vao',
  'tuy dieu',
  'neu co',
  'neu phat',
  'can cu',
];
const AWAITED = [
  'co yeu cau',
  'co huong dan',
  'co chi dao',
  'co van ban',
  'co thong bao',
  'cho huong dan',
  'cho y kien',
  'cho chi dao',
];

/** "khi có yêu cầu", "theo hướng dẫn …", "đột xuất", "ngay sau khi …". */
export const readConditional: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const phrase = phraseAt(tokens, at, [...CONDITIONS, ...AWAITED]);
  if (phrase !== null) return reading({ kind: 'conditional', clause: word !== 'dot' }, phrase);
  if (word === 'khi' && wordAt(tokens, at - 1) !== 'trong')
    return reading({ kind: 'conditional', clause: true }, at + 1);
  if (word !== 'theo' || ['tiep', 'kem', 'ke'].includes(wordAt(tokens, at - 1))) return null;
  const follows = wordAt(tokens, at + 1);
  if (follows === '' || ['doi', 'dinh', 'quy', 'thang', 'nam', 'tuan'].includes(follows))
    return followed(tokens, at);
  return reading({ kind: 'conditional', clause: true }, at + 1);
};

/** "theo quy định" waits for a rule; "theo quý" and "theo dõi" do not. */
function followed(tokens: Tokens, at: number): Reading | null {
  const rule = phraseAt(tokens, at + 1, [
    'quy dinh',
    'quy che',
    'quy trinh',
    'quy hoach',
    'dinh huong',
    'dinh muc',
  ]);
  return rule === null ? null : reading({ kind: 'conditional', clause: true }, rule);
}

const EVENTS = [
  'ky hop',
  'hoi nghi',
  'dai hoi',
  'cuoc hop',
  'phien hop',
  'le',
  'tet',
  'dip',
  'buoi',
  'mua',
  'hoi dong',
  'cuoc',
];

/** What has a date of its own: "trước kỳ họp tháng 12", "sau hội nghị tháng 6", "trước Tết". */
export const readEvent: Reader = (tokens, at) => {
  const previous = wordAt(tokens, at - 1);
  if (previous === 'ngay' && ['truoc', 'sau'].includes(wordAt(tokens, at - 2)) && isNamedDay(tokens, at))
    return reading({ kind: 'event' }, at + 1);
  if (previous !== 'truoc' && previous !== 'sau') return null;
  const next = phraseAt(tokens, at, EVENTS);
  return next === null ? null : reading({ kind: 'event' }, next);
};

/** "trước ngày khai giảng", "sau ngày bầu cử"; "trước ngày cuối tháng" is a date. */
function isNamedDay(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at);
  return word !== '' && ![...DATE_WORDS, ...ISSUE_WORDS].includes(word);
}

const DATE_WORDS = ['mung', 'mong', 'cuoi', 'dau', 'lam', 'thu', 'hang', 'cua', 'ngay', 'chu'];
const ISSUE_WORDS = ['ky', 'ki', 'ban', 'phat', 'ra', 'ke', 'van', 'quyet'];
