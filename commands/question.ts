import { accept, type Result, refuse } from '../domain/result.ts';

export type Question = { readonly unitText: string; readonly year: number | null };

/** A year that no evaluation can have: the number as written. */
export type BadYear = { readonly kind: 'bad-year'; readonly text: string };

const YEAR_AT_END = /(?:^|[\s,;])(?:n[ăa]m\s*)?(\d{4,})\s*[.?!]*$/iu;
const YEAR_AFTER_WORD = /(?:^|[\s,;])n[ăa]m\s+(\d+)\s*[.?!]*$/iu;

/** "ubnd xã Bằng Mạc 2023" → the unit's text and the year; a number of four digits or more at the end is a year. */
export function readQuestion(argument: string): Result<Question, BadYear> {
  const text = argument.normalize('NFC').trim();
  const found = YEAR_AFTER_WORD.exec(text) ?? YEAR_AT_END.exec(text);
  if (found === null) return accept({ unitText: text, year: null });
  const digits = found[1] ?? '';
  const year = Number(digits);
  if (year < 2000 || year > 2100) return refuse({ kind: 'bad-year', text: digits.slice(0, 12) });
  return accept({ unitText: text.slice(0, found.index).replace(/[,;\s]+$/u, ''), year });
}
