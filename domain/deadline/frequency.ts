import { type Reader, type Reading, reading, whenReading } from './item.ts';
import { countAt } from './numbers.ts';
import { numberAt, phraseAt, signAt, skip, wordAt } from './scan.ts';
import { everyMonths, vague } from './term.ts';
import type { Tokens } from './tokens.ts';

const UNITS: Readonly<Record<string, number>> = { ngay: 0, tuan: 0, thang: 1, quy: 3, nam: 12 };
const PER = ['/', 'mot', 'moi', 'trong', 'tren', 'hang'];
const PRODUCTS = ['tin bai', 'tin', 'bai', 'bao cao', 'chuyen de', 'so'];
const THINGS = [
  'lan',
  'ky',
  'dot',
  'cuoc',
  'buoi',
  'lop',
  'tin',
  'bai',
  'bao cao',
  'hoi nghi',
  'tin bai',
  'chuyen de',
  'so',
];

/** "01 lần/quý", "hai lần một năm", "mỗi quý một lần", "1 quý/lần", "02 tin/tháng". */
export const readFrequency: Reader = (tokens, at) =>
  timesPerUnit(tokens, at) ?? unitTimes(tokens, at) ?? thingPerUnit(tokens, at);

function timesPerUnit(tokens: Tokens, at: number): Reading | null {
  const times = countAt(tokens, at);
  if (times === null) return null;
  const things = phraseAt(tokens, times.next, THINGS);
  if (things === null) return null;
  const per = skip(tokens, things, PER);
  if (per === things && !onlyTimes(tokens, times.next)) return null;
  const count = countAt(tokens, per);
  const unit = count === null || UNITS[wordAt(tokens, count.next)] === undefined ? per : count.next;
  if (UNITS[wordAt(tokens, unit)] === undefined || per === things) return null;
  if (wordAt(tokens, unit) !== 'ngay' && numberAt(tokens, unit + 1, 4) !== null) return null;
  // "04 bài/tháng" are done when the month is; the days of "02 lần/tháng" nobody has written.
  const product = phraseAt(tokens, times.next, PRODUCTS) !== null;
  return often(
    product ? 1 : times.value,
    unit === per ? 1 : (count?.value ?? 1),
    wordAt(tokens, unit),
    unit + 1,
  );
}

function onlyTimes(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at) === 'lan';
}

/** "mỗi quý một lần", "1 tháng 1 lần", "3 tháng/lần" is read with the months. */
function unitTimes(tokens: Tokens, at: number): Reading | null {
  const start = skip(tokens, at, ['moi', 'mot', 'hang', 'trong']);
  const count = start === at ? countAt(tokens, at) : null;
  const unit = count?.next ?? start;
  if (UNITS[wordAt(tokens, unit)] === undefined) return null;
  const per = count?.value ?? 1;
  if (signAt(tokens, unit + 1) === '/') {
    const lan = skip(tokens, unit + 2, ['1', '01', 'mot']);
    return wordAt(tokens, lan) === 'lan' ? often(1, per, wordAt(tokens, unit), lan + 1) : null;
  }
  const times = countAt(tokens, skip(tokens, unit + 1, ['it', 'nhat', 'to', 'chuc']));
  if (times === null || wordAt(tokens, times.next) !== 'lan') return null;
  return often(times.value, per, wordAt(tokens, unit), times.next + 1);
}

/** "tin, bài/tháng": whatever it is, it is due by the end of each. */
function thingPerUnit(tokens: Tokens, at: number): Reading | null {
  if (signAt(tokens, at) !== '/' || tokens[at - 1]?.kind !== 'word') return null;
  if (UNITS[wordAt(tokens, at - 1)] !== undefined || wordAt(tokens, at - 1) === 'lan') return null;
  const unit = UNITS[wordAt(tokens, at + 1)];
  if (unit === undefined || unit === 0 || tokens[at + 2]?.kind === 'number') return null;
  return whenReading(everyMonths(unit), at + 2);
}

/** So many times in so many units. Where no day follows from it ("02 lần/tháng"), nothing is guessed. */
function often(times: number, per: number, unit: string, next: number): Reading {
  if (unit === 'ngay') return reading({ kind: 'continuous' }, next);
  const months = (UNITS[unit] ?? 0) * per;
  const each = times > 0 ? months / times : 0;
  const known = Number.isInteger(each) && each >= 1 && each <= 12 && 12 % each === 0;
  return whenReading(known ? everyMonths(each) : vague(false), next);
}
