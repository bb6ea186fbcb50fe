import { dayTail, type Tail } from './day-tails.ts';
import {
  IMPOSSIBLE,
  type Item,
  type Reader,
  type Reading,
  reading,
  type Separator,
  whenReading,
} from './item.ts';
import { numberAt, signAt, skip, wordAt } from './scan.ts';
import type { Tokens } from './tokens.ts';

type Listed = { readonly day: number; readonly separator: Separator | null };
const JOINS: Readonly<Record<string, Separator>> = {
  ',': 'comma',
  '&': 'and',
  va: 'and',
  '-': 'to',
  den: 'to',
  toi: 'to',
  hoac: 'or',
  hay: 'or',
};
/** A month has no more; a longer list is not a list of days. */
const LONGEST_LIST = 31;

/** Days and the month they share: "15/6", "ngày 5 tháng 6 năm 2024", "15, 20 và 25/6", "ngày 10 và 25 hằng tháng". */
export const readDays: Reader = (tokens, at) => {
  if (isMisread(tokens, at)) return reading(IMPOSSIBLE, at + 1);
  const start = skip(tokens, at, ['ngay', 'mung', 'mong']);
  const named = start > at;
  const list: Listed[] = [];
  let separator: Separator | null = null;
  let next = start;
  let behind = start;
  while (list.length < LONGEST_LIST) {
    const day = numberAt(tokens, next);
    if (day === null) break;
    list.push({ day, separator });
    behind = next + 1;
    const tail = dayTail(
      tokens,
      behind,
      list.map((each) => each.day),
      named,
    );
    if (tail !== null)
      return tail === 'impossible' ? reading(IMPOSSIBLE, behind + 2) : listReading(list, tail);
    separator = JOINS[tokens[behind]?.text ?? ''] ?? null;
    if (separator === null) break;
    next = skip(tokens, behind + 1, ['ngay', 'mung', 'mong', 'den']);
  }
  return named && list.length > 0 ? withoutMonth(tokens, start, list, behind) : null;
};

/** "O5/6", "l5/6": a scanner took a digit for a letter. */
function isMisread(tokens: Tokens, at: number): boolean {
  const glued = tokens[at]?.tight === true && ['o', 'l', 'i'].includes(wordAt(tokens, at - 1));
  return glued && numberAt(tokens, at) !== null && signAt(tokens, at + 1) === '/';
}

/** The month is elsewhere ("hằng tháng, trước ngày 25"). A count that only looks like a day ends the list. */
function withoutMonth(tokens: Tokens, start: number, list: readonly Listed[], behind: number): Reading {
  const whole =
    tokens[behind]?.kind !== 'word' ||
    ['cua', 'va', 'hang', 'bao', 'gui', 'trong'].includes(wordAt(tokens, behind));
  const days = whole ? keepLater(list) : [list[0]?.day ?? 0];
  if (days.some((day) => day < 1 || day > 31)) return reading(IMPOSSIBLE, behind);
  return whenReading({ kind: 'day', days, inLastMonth: false }, whole ? behind : start + 1);
}

/** "10 đến 20", "10 hoặc 20": the later one. */
function keepLater(list: readonly Listed[]): readonly number[] {
  const kept: number[] = [];
  for (const { day, separator } of list) {
    if (separator === 'to' || separator === 'or') kept.pop();
    kept.push(day);
  }
  return kept;
}

function listReading(list: readonly Listed[], tail: Tail): Reading {
  if (list.some(({ day }) => day < 1 || day > 31)) return reading(IMPOSSIBLE, tail.next);
  const items = list.flatMap(({ day, separator }): readonly Item[] => [
    ...(separator === null ? [] : [{ kind: 'separator', separator } as const]),
    { kind: 'when', term: tail.term([day]) },
  ]);
  return tail.shape === undefined
    ? { items, next: tail.next }
    : { items, next: tail.next, shape: tail.shape };
}
