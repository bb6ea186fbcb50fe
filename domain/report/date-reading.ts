import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../clock.ts';
import type { Token } from './tokens.ts';

/**
 * A day that a message names. `on` is the last day of a period, null when nobody can say ("vài ngày").
 * Without a year it is the nearest such day that is not past.
 */
export type DateReading = {
  readonly on: LocalDate | null;
  readonly period: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'span';
  /** How an occurrence of a task is named: "quý II", "tháng 5"; null when it cannot be one. */
  readonly label: string | null;
  /** Written without a year, and past by less than a month: may also be the day that was. */
  readonly recent?: true;
  readonly length: number;
};

export type Context = { readonly tokens: readonly Token[]; readonly today: LocalDate };

export const word = ({ tokens }: Context, at: number) => tokens[at]?.spelling.folded ?? '';

export const text = ({ tokens }: Context, at: number) => tokens[at]?.text ?? '';

export const plain = (today: LocalDate) => Temporal.PlainDate.from(today);

/** The whole number at a token, null when it is none or too long for a date. */
export function integer({ tokens }: Context, at: number): number | null {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 4 ? Number(token.text) : null;
}

export const dayOf = (on: LocalDate | null, length: number): DateReading => ({
  on,
  period: 'day',
  label: null,
  length,
});

export const period = (
  on: LocalDate,
  name: DateReading['period'],
  label: string | null,
  length: number,
): DateReading => ({
  on,
  period: name,
  label,
  length,
});

export function readPointer(context: Context, at: number): 'this' | 'next' | null {
  if (THIS.has(word(context, at))) return 'this';
  return NEXT.has(word(context, at)) ? 'next' : null;
}

export const THIS = new Set(['nay']);

export const NEXT = new Set(['sau', 'toi']);

export function exact(year: number, month: number, day: number): LocalDate | null {
  if (year < 1000 || month < 1 || month > 12) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }).toString() : null;
}

/** This year's day, or next year's when it is past. */
export function nearest(today: LocalDate, day: number, month: number): LocalDate | null {
  const { year } = plain(today);
  const on = exact(year, month, day);
  return on !== null && on >= today ? on : exact(year + 1, month, day);
}
