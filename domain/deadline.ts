import type { LocalDate } from './clock.ts';
import { collect, type Findings } from './deadline/collect.ts';
import { readItems } from './deadline/read.ts';
import { type Setting, spansOf } from './deadline/resolve.ts';
import { type DueDate, settle } from './deadline/settle.ts';
import { tokenize } from './deadline/tokens.ts';
import type { DeadlineKind } from './task.ts';
import { type WorkingCalendar, weekendsOnly } from './working-calendar.ts';

export type DeadlineContext = {
  /** The plan's year: what a date without a year means, and where recurrences recur. */
  readonly year: number;
  /** When the plan was signed; lengths of time are counted from it. Unknown: they are asked. */
  readonly issuedOn?: LocalDate | null;
  /** Without it only weekends are off. */
  readonly calendar?: WorkingCalendar;
};

export type Deadline = {
  readonly kind: DeadlineKind;
  /** ISO dates, ascending, each once; empty unless `kind` is `dates`. */
  readonly dueDates: readonly LocalDate[];
  /** The same dates with the name that people give them: "Quý II", "Tháng 5", "15/6/2024". */
  readonly occurrences: readonly DueDate[];
};

/**
 * Reads a deadline as plans write it ("Quý II và IV", "trước ngày 10 của tháng cuối quý"): tokens, then phrases, then
 * how they hang together. Never throws; what it does not understand is `unknown`, which is asked, not guessed.
 */
export function parseDeadline(text: string, context: DeadlineContext): Deadline {
  const setting: Setting = { year: context.year, calendar: context.calendar ?? weekendsOnly };
  if (!Number.isInteger(setting.year) || setting.year < 1900 || setting.year > 2200)
    return without('unknown');
  const findings = collect(readItems(tokenize(text), issueDate(context.issuedOn)), setting);
  return findings.impossible ? without('unknown') : (dated(findings, setting) ?? without('unknown'));
}

/** Null when a date in it cannot be. One date makes the phrase `dates`, whatever else it says. */
function dated(findings: Findings, setting: Setting): Deadline | null {
  const occurrences = settle(findings.entries, setting);
  if (occurrences === null) return null;
  if (occurrences.length > 0) return withDates(occurrences);
  if (findings.continuous) return without('continuous');
  if (findings.conditional) return without('conditional');
  const spans = findings.allowance === null ? [] : (spansOf(findings.allowance, 'by', setting) ?? []);
  return spans.length === 0 ? null : withDates(spans.map(({ due, label }) => ({ dueOn: due, label })));
}

function withDates(occurrences: readonly DueDate[]): Deadline {
  return { kind: 'dates', dueDates: occurrences.map(({ dueOn }) => dueOn), occurrences };
}

function without(kind: Exclude<DeadlineKind, 'dates'>): Deadline {
  return { kind, dueDates: [], occurrences: [] };
}

function issueDate(date: LocalDate | null | undefined): LocalDate | null {
  return typeof date === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u.test(date)
    ? date
    : null;
}
