import type { Part, Term } from './term.ts';
import type { Tokens } from './tokens.ts';

/** What a time is to the work: done before it, by it, or not begun until it. */
export type Bound = 'before' | 'by' | 'from';

/** How two times hang together, from the loosest to the closest. */
export type Separator = 'break' | 'or' | 'and' | 'comma' | 'to' | 'colon' | 'open' | 'close';

/** A phrase that has been understood, or a word that need not be. */
export type Item =
  | { readonly kind: 'when'; readonly term: Term }
  /** `reaches`: "đến", which also ends a range. */
  | { readonly kind: 'mark'; readonly bound: Bound; readonly reaches?: boolean }
  | { readonly kind: 'separator'; readonly separator: Separator }
  | { readonly kind: 'continuous' }
  /** `clause`: it governs what follows ("theo kế hoạch …"), so that years in it are names, not deadlines. */
  | { readonly kind: 'conditional'; readonly clause: boolean }
  /** "trở đi": what stands before it is a beginning. */
  | { readonly kind: 'onward' }
  /** "17h00": turns "trước 17h ngày 5/6" into that day; midnight does not. */
  | { readonly kind: 'clock'; readonly midnight: boolean }
  /** "10 ngày" that says from when neither here nor elsewhere: from the day of issue. */
  | { readonly kind: 'allowance'; readonly term: Term | null }
  /** "kỳ họp", "hội nghị": a date behind "trước kỳ họp" is the event's. */
  | { readonly kind: 'event' }
  /** A date that cannot be, or a time that is not understood: the whole deadline is asked. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'word' };

/** The unit that a bare number behind a comma repeats: "Quý I, II", "ngày 15 tháng 3, 6", "năm 2023, 2024". */
export type Shape =
  | { readonly unit: 'month'; readonly part: Part; readonly days: readonly number[] }
  | { readonly unit: 'quarter'; readonly part: Part }
  | { readonly unit: 'quarter-month'; readonly nth: number; readonly days: readonly number[] }
  | { readonly unit: 'year' };

export type Reading = { readonly items: readonly Item[]; readonly next: number; readonly shape?: Shape };

/** What was read just before. */
export type Memory = {
  readonly shape: Shape | null;
  /** A period without a number, or a separator behind one: "quý, năm". */
  readonly inPeriods: boolean;
  /** A period was read in this sentence. */
  readonly periodic: boolean;
  /** "hằng tuần" without its day. */
  readonly inWeeks: boolean;
  /** A marker such as "trong" or "đến" stands right before. */
  readonly marked: boolean;
  /** A report word ("báo cáo", "định kỳ") stands right before. */
  readonly reported: boolean;
  /** One stood before in this sentence. */
  readonly reporting: boolean;
};

export type Reader = (tokens: Tokens, at: number, memory: Memory) => Reading | null;

export function whenReading(term: Term, next: number, shape?: Shape): Reading {
  const items: readonly Item[] = [{ kind: 'when', term }];
  return shape === undefined ? { items, next } : { items, next, shape };
}

export function reading(item: Item, next: number): Reading {
  return { items: [item], next };
}

export const IMPOSSIBLE: Item = { kind: 'impossible' };
