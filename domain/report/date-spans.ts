import { addDays, type LocalDate } from '../clock.ts';
import { readNumberWords } from './amounts.ts';
import { type Context, type DateReading, integer, nearest, plain, text, word } from './date-reading.ts';

const SPAN_UNITS: Readonly<Record<string, 'days' | 'weeks' | 'months' | 'years'>> = {
  ngay: 'days',
  hom: 'days',
  bua: 'days',
  tuan: 'weeks',
  thang: 'months',
  nam: 'years',
};

/** "5 ngày", "mười ngày làm việc", "nửa tháng", "vài hôm": counted from today; "6 tháng đầu năm" is an occurrence. */
export function readSpan(context: Context, at: number): DateReading | null {
  const count = readCount(context, at);
  if (count === null) return null;
  const unitAt = at + count.length;
  const unit = SPAN_UNITS[word(context, unitAt)];
  if (unit === undefined || context.tokens[unitAt]?.kind !== 'word') return null;
  const length = count.length + 1;
  if (
    unit === 'months' &&
    count.value !== null &&
    /^(?:dau|cuoi)$/u.test(word(context, unitAt + 1)) &&
    word(context, unitAt + 2) === 'nam'
  ) {
    const isFirst = word(context, unitAt + 1) === 'dau';
    const label = `${count.value} tháng ${isFirst ? 'đầu' : 'cuối'} năm`;
    return {
      on: nearest(context.today, isFirst ? 30 : 31, isFirst ? 6 : 12),
      period: 'span',
      label,
      length: length + 2,
    };
  }
  if (unit === 'years' && /^[0-9]/u.test(text(context, unitAt + 1))) return null;
  if (count.value === null) return { on: null, period: 'span', label: null, length };
  const isWorking = word(context, unitAt + 1) === 'lam' && word(context, unitAt + 2) === 'viec';
  if (isWorking && unit === 'days') {
    return {
      on: addWorkingDays(context.today, count.value),
      period: 'span',
      label: null,
      length: length + 2,
    };
  }
  return { on: addSpan(context.today, count.value, unit), period: 'span', label: null, length };
}

function addSpan(today: LocalDate, count: number, unit: 'days' | 'weeks' | 'months' | 'years'): LocalDate {
  if (count === 0.5 && unit === 'months') return addDays(today, 15);
  if (count === 0.5) return addDays(today, unit === 'weeks' ? 3 : 1);
  return plain(today)
    .add({ [unit]: count })
    .toString();
}

/** Weekends are off; holidays are the working calendar's, which a message's reader does not have. */
function addWorkingDays(today: LocalDate, count: number): LocalDate {
  let date = plain(today).add({ weeks: Math.floor(count / 5) });
  for (let left = count % 5; left > 0; left -= 1) {
    date = date.add({ days: date.dayOfWeek >= 5 ? 8 - date.dayOfWeek : 1 });
  }
  return date.toString();
}

type Count = { readonly value: number | null; readonly length: number };

function readCount(context: Context, at: number): Count | null {
  const digits = integer(context, at);
  if (digits !== null) return digits > 0 && digits < 400 ? { value: digits, length: 1 } : null;
  const folded = word(context, at);
  if (/^(?:vai|may|it)$/u.test(folded)) return { value: null, length: 1 };
  if (folded === 'nua' && context.tokens[at]?.text.toLowerCase() !== 'nữa') return { value: 0.5, length: 1 };
  // "sau ngày 5" and "tháng này": without its accent "sau" is not six, and "năm" counts only before a unit.
  if (folded === 'sau' && context.tokens[at]?.spelling.tone !== "'") return null;
  return readNumberWords(context.tokens, at);
}
