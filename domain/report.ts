import type { LocalDate } from './clock.ts';
import { assign, type Claim } from './report/assign.ts';
import { splitClauses } from './report/clauses.ts';
import { readClauses } from './report/reading.ts';
import { resolve, type Verdict } from './report/resolve.ts';
import { readTerms, type Term } from './report/terms.ts';
import { readable, tokenise } from './report/tokens.ts';

/** What a plain message says about one task (domain.md, "Reports in plain messages"). */
export type Report = {
  /** The task's number; null when the message names none, which only makes sense as a reply about one task. */
  readonly task: number | null;
  readonly status: 'done' | 'in_progress' | 'blocked' | 'extension';
  /** 0–99, on `in_progress` only, when the message gives a share; decimals as written. */
  readonly percent?: number;
  /** On `extension`: the day asked for; without a year the nearest such day from `today` on. */
  readonly dueOn?: LocalDate;
  readonly quantity?: { readonly done: number; readonly target: number };
  /** The due date that is meant, as people name it: "quý II", "tháng 5". */
  readonly occurrence?: string;
  /** The unit named after the code, as written: "NV-12 Bằng Mạc". */
  readonly unit?: string;
  /** Only a range ("NV3 đến NV6") names this task: ask before closing it. */
  readonly needsConfirmation?: true;
  /** The clause that says why, for an obstacle or an extension. */
  readonly note?: string;
};

/**
 * Every report that a plain message makes, in the order of its tasks; none for questions, orders, plans, conditions, hearsay and talk.
 * Total on any string, linear in its length.
 */
export function readReports(text: string, { today }: { readonly today: LocalDate }): readonly Report[] {
  const readableText = readable(text);
  if (/^\s*\/\p{L}/u.test(readableText)) return [];
  const clauses = splitClauses(readTerms(tokenise(readableText), today));
  const { claims, excluded } = assign(readClauses(clauses));
  const reports: Report[] = [];
  for (const [task, own] of byTask(claims, excluded)) {
    const verdict = resolve(own);
    if (verdict !== null) reports.push(toReport(task, verdict, readableText));
  }
  return withoutEcho(reports);
}

function byTask(
  claims: readonly Claim[],
  excluded: ReadonlySet<number>,
): ReadonlyMap<number | null, readonly Claim[]> {
  const tasks = new Map<number | null, Claim[]>();
  for (const claim of claims) {
    const numbers = claim.items.length === 0 ? [null] : claim.items.map(({ number }) => number);
    for (const task of numbers) {
      if (task !== null && claim.items.length > 1 && excluded.has(task)) continue;
      const known = tasks.get(task);
      if (known === undefined) tasks.set(task, [claim]);
      else known.push(claim);
    }
  }
  return tasks;
}

/** "Xong rồi ạ, NV12 đã gửi anh": the part without a number says the same again. */
function withoutEcho(reports: readonly Report[]): readonly Report[] {
  const named = reports.filter(({ task }) => task !== null);
  if (named.length === 0) return reports;
  return reports.filter(
    ({ task, status }) =>
      task !== null || (status === 'done' && named.every((other) => other.status !== 'done')),
  );
}

function toReport(
  task: number | null,
  { status, percent, dueOn, quantity, claim }: Verdict,
  text: string,
): Report {
  const { terms } = claim.reading.view;
  const unit = unitAfter(terms, task);
  const item = claim.items.find(({ number }) => number === task);
  const occurrence = terms.find((term) => term.kind === 'date' && term.date.label !== null);
  const note =
    status === 'blocked' || status === 'extension'
      ? text.slice(terms[0]?.start, terms.at(-1)?.end).trim()
      : '';
  return {
    task,
    status,
    ...(percent === null ? {} : { percent }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(quantity === null ? {} : { quantity }),
    ...(occurrence?.kind === 'date' && occurrence.date.label !== null && status !== 'extension'
      ? { occurrence: occurrence.date.label }
      : {}),
    ...(unit === '' ? {} : { unit }),
    ...(item?.ranged === true ? { needsConfirmation: true as const } : {}),
    ...(note === '' ? {} : { note }),
  };
}

/** "NV-12 Bằng Mạc", "NV-12 xã Bằng Mạc": the capitalised words, with their level word, right after the code. */
function unitAfter(terms: readonly Term[], task: number | null): string {
  const at = terms.findIndex(
    (term) => term.kind === 'code' && term.items.some(({ number }) => number === task),
  );
  const first = at < 0 ? undefined : terms[at + 1];
  if (first === undefined) return '';
  const isLevel = LEVELS.has(first.folded);
  const names: string[] = [];
  for (const { kind, capital, text, tags } of terms.slice(at + (isLevel ? 2 : 1), at + 6)) {
    if (kind !== 'word' || !capital || tags.has('self') || tags.has('person') || text === text.toUpperCase())
      break;
    names.push(text);
  }
  return names.length < 2 ? '' : [...(isLevel ? [first.text] : []), ...names].join(' ');
}

const LEVELS = new Set(['xa', 'phuong', 'thi tran', 'huyen', 'tinh', 'dac khu']);

const WHOLE_CODE =
  /^\s*#?\s*(?:n\s*[./]?\s*v\.?|nhi[eệ]m\s*v[uụ]|vi[eệ]c|task)?\s*(?:s[oố])?\s*[-–—_.:#]?\s*(\d{1,4})\s*$/iu;

/** The number of a lone task code, whatever its spelling: "NV-12", "nv 012", "nhiệm vụ số 12", "12"; null for anything else. */
export function readTaskCode(text: string): number | null {
  if (text.length > 40) return null;
  const number = Number(WHOLE_CODE.exec(text.normalize('NFC'))?.[1] ?? 0);
  return number > 0 ? number : null;
}

/** How a task is written: `NV-12`. */
export function taskCode(number: number): string {
  return `NV-${number}`;
}
