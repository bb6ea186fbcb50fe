import { fold } from '../domain/fold.ts';
import { accept, type Result, refuse } from '../domain/result.ts';

export type Question = {
  readonly unitText: string;
  readonly year: number | null;
  /** A last number of one to three digits: a year cut short, unless the text names a unit with it. */
  readonly doubtful: string | null;
};

export type YearRefusal =
  /** A year that no evaluation can have: the number as written. */
  { readonly kind: 'bad-year'; readonly text: string } | { readonly kind: 'several-years' };

const SEVERAL =
  /(?:^|[\s,;])\d{4}\s*(?:[-–—,;/&+\s]|v[àa]|đến|den|tới|toi)\s*(?:n[ăa]m\s*)?\d{4}\s*[.?!]*$/iu;
const YEAR_AT_END = /(?:^|[\s,;])(?:n[ăa]m\s*)?(\d{4,})\s*[.?!]*$/iu;
const YEAR_AFTER_WORD = /(?:^|[\s,;])n[ăa]m\s+(\d+)\s*[.?!]*$/iu;
const SHORT_NUMBER = /(?:^|[\s,;])(\d{1,3})\s*[.?!]*$/u;
/** After these words a number is a name: "Phường 12", "xã số 5", "khu 3". */
const NUMBERED =
  /(?:^| )(?:phuong|p|f|quan|q|xa|x|thi tran|tt|huyen|h|so|khu|khu pho|pho|to|thon|ban|ap|khom|doi|cum|lang|bon|buon|tieu khu)$/u;

/** "ubnd xã Bằng Mạc 2023" → the unit's text and the year; a number of four digits or more at the end is a year. */
export function readQuestion(argument: string): Result<Question, YearRefusal> {
  const text = argument.normalize('NFC').trim();
  // Only the end matters, and a number is short: nothing is searched in a long text twice.
  const tail = text.slice(-60);
  if (SEVERAL.test(tail)) return refuse({ kind: 'several-years' });
  const found = YEAR_AFTER_WORD.exec(text) ?? YEAR_AT_END.exec(text);
  if (found === null) return accept({ unitText: text, year: null, doubtful: doubtfulNumber(text) });
  const digits = found[1] ?? '';
  const year = Number(digits);
  if (year < 2000 || year > 2100) return refuse({ kind: 'bad-year', text: digits.slice(0, 12) });
  const unitText = text.slice(0, found.index).replace(/[,;\s]+$/u, '');
  return accept({ unitText, year, doubtful: null });
}

function doubtfulNumber(text: string): string | null {
  const found = SHORT_NUMBER.exec(text);
  if (found === null || NUMBERED.test(fold(text.slice(0, found.index)))) return null;
  return found[1] ?? null;
}
