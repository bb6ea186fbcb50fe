import { issueAnchor } from './allowance.ts';
import { type Bound, type Reader, type Reading, reading } from './item.ts';
import { isAfter, isFrom, numberAt, phraseAt, signAt, skip, wordAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

/** "17h00", "17 giờ 30 phút", "17:00", "hết giờ hành chính". */
export const readClock: Reader = (tokens, at) => {
  const spoken = phraseAt(tokens, at, ['cuoi gio', 'het gio', 'truoc gio', 'trong gio', 'gio']);
  const office =
    spoken === null ? null : phraseAt(tokens, spoken, ['hanh chinh', 'lam viec', 'chieu', 'sang', 'truc']);
  if (office !== null) return reading({ kind: 'clock', midnight: false }, office);
  const hour = numberAt(tokens, at);
  if (hour === null || hour > 24) return null;
  const unit = ['h', 'g', 'gio'].includes(wordAt(tokens, at + 1));
  const colon =
    signAt(tokens, at + 1) === ':' && tokens[at + 1]?.tight === true && tokens[at + 2]?.tight === true;
  if (!unit && !(colon && numberAt(tokens, at + 2) !== null)) return null;
  const minute = numberAt(tokens, at + 2);
  const minutes =
    minute !== null &&
    minute < 60 &&
    (colon ||
      tokens[at + 2]?.tight === true ||
      ['phut', 'p'].includes(wordAt(tokens, at + 3)) ||
      minute === 0);
  const next = skip(tokens, minutes ? at + 3 : at + 2, ['phut', 'p', 'cung']);
  return reading(
    { kind: 'clock', midnight: hour === 0 && (!minutes || minute === 0) },
    skip(tokens, next, [',', 'sang', 'chieu', 'cua']),
  );
};

const MARKS: readonly (readonly [phrase: string, bound: Bound])[] = [
  ['truoc hoac trong', 'by'],
  ['truoc va trong', 'by'],
  ['truoc hoac dung', 'by'],
  ['truoc hoac vao', 'by'],
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
  const onward = phraseAt(tokens, at, ['tro di', 'tro ve sau']);
  if (onward !== null) return reading({ kind: 'onward' }, onward);
  if (phraseAt(tokens, at, ['truoc khi het', 'truoc khi ket thuc']) !== null)
    return reading({ kind: 'mark', bound: 'by' }, at + 2);
  if (
    wordAt(tokens, at) === 'truoc' &&
    !['mat', 'het', 'han', 'day', 'do', 'tien'].includes(wordAt(tokens, at + 1))
  ) {
    const longer = phraseAt(tokens, at, ['truoc hoac', 'truoc va']);
    const next = phraseAt(tokens, at, ['truoc thoi han', 'truoc thoi diem', 'truoc']);
    if (longer === null && next !== null) return reading({ kind: 'mark', bound: 'before' }, next);
  }
  for (const [phrase, bound] of MARKS) {
    const next = phraseAt(tokens, at, [phrase]);
    if (next !== null)
      return reading({ kind: 'mark', bound, reaches: ['den', 'toi'].includes(wordAt(tokens, at)) }, next);
  }
  return null;
};

/** "từ ngày 1/3", "sau ngày 15/6", "kể từ ngày ký": a beginning; "sau khi" and "đầu tư" are not. */
function fromAt(tokens: Tokens, at: number): Reading | null {
  const long = phraseAt(tokens, at, ['ke tu', 'tinh tu', 'sau ngay', 'sau thoi diem']);
  const short =
    (isFrom(tokens[at]) && !['dau', 'vat', 'thong', 'phu'].includes(wordAt(tokens, at - 1))) ||
    startsAfter(tokens, at);
  const next = long ?? (short ? at + 1 : null);
  if (next === null) return null;
  const issue = issueAnchor(tokens, skip(tokens, next, ['ngay', 'khi']));
  const now = phraseAt(tokens, next, ['nay', 'dau nam', 'dau thang', 'dau quy']);
  if (issue !== null || now !== null) return reading({ kind: 'word' }, issue ?? now ?? next);
  return reading({ kind: 'mark', bound: 'from' }, next);
}

function startsAfter(tokens: Tokens, at: number): boolean {
  if (!isAfter(tokens[at]) || wordAt(tokens, at - 1) === 'khong') return false;
  if (['ngay', 'thang', 'tuan', 'nam'].includes(wordAt(tokens, at + 2)) && tokens[at + 1]?.kind === 'number')
    return false;
  return (
    numberAt(tokens, at + 1) !== null || phraseAt(tokens, at + 1, ['thang', 'quy', 'nam', 'tuan']) !== null
  );
}
