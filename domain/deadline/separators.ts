import { IMPOSSIBLE, type Reader, type Reading, reading, type Separator } from './item.ts';
import { numberAt, phraseAt, signAt, yearAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

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
  if (text === '.' && tokens[at + 1]?.tight === true && tokens[at + 1]?.kind !== 'word')
    return reading({ kind: 'word' }, at + 1);
  if (text === '/' && memory.inPeriods) return separate('and', at + 1);
  if (text === '-' && tokens[at]?.line !== tokens[at - 1]?.line) return separate('break', at + 1);
  const separator = SEPARATORS[text];
  return separator === undefined ? null : separate(separator, at + 1);
};

function separate(separator: Separator, next: number): Reading {
  return reading({ kind: 'separator', separator }, next);
}

/** What looks like a date and was not read: "tháng 13", "…/2024", "âm lịch". */
export const readSuspect: Reader = (tokens, at) => {
  if (phraseAt(tokens, at, ['am lich', 'ram thang', 'thang gieng', 'thang chap']) !== null)
    return reading(IMPOSSIBLE, at + 2);
  if (signAt(tokens, at) === '/' && tokens[at + 1]?.kind === 'number') return reading(IMPOSSIBLE, at + 2);
  if (
    tokens[at]?.exact === 'trừ' &&
    phraseAt(tokens, at + 1, ['thang', 'quy', 'cac', 'ngay', 'thu']) !== null
  )
    return reading(IMPOSSIBLE, at + 1);
  if (tokens[at - 1]?.kind === 'number' && isLead(tokens, at)) return reading(IMPOSSIBLE, at + 3);
  // A scanner split "15/6" into "1 5/6".
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.kind === 'number') return reading(IMPOSSIBLE, at + 2);
  if (numberAt(tokens, at) !== null && monthListWithoutNoun(tokens, at + 1))
    return reading(IMPOSSIBLE, at + 1);
  if (
    numberAt(tokens, at, 9) !== null &&
    signAt(tokens, at + 1) === '/' &&
    tokens[at + 2]?.kind === 'number'
  ) {
    const share = phraseAt(tokens, at + 3, ['so', 'tong', 'chi tieu', 'ho so', 'don vi', 'xa', 'diem', '%']);
    return share === null ? reading(IMPOSSIBLE, at + 3) : reading({ kind: 'word' }, at + 3);
  }
  return null;
};

/** "5, 11/2023": whether the 5 is a month, nobody has written. */
function monthListWithoutNoun(tokens: Tokens, at: number): boolean {
  if (![',', '-', '&', 'va'].includes(tokens[at]?.text ?? '')) return false;
  return (
    numberAt(tokens, at + 1) !== null && signAt(tokens, at + 2) === '/' && yearAt(tokens, at + 3) !== null
  );
}

/** "trước ngày 15/6 ít nhất 05 ngày": so long before, but of which days nobody says. */
function isLead(tokens: Tokens, at: number): boolean {
  const least = phraseAt(tokens, at, ['it nhat', 'toi thieu']);
  return least !== null && numberAt(tokens, least) !== null && phraseAt(tokens, least + 1, ['ngay']) !== null;
}
