import { readPhrase } from './lexicon.ts';
import { mayMean, type Spelling, spell } from './spelling.ts';
import type { Token } from './tokens.ts';

/** A task number in a message; `ranged` when only "NV3 đến NV6" names it. */
export type CodeItem = { readonly number: number; readonly ranged: boolean };

export type CodeReading = {
  readonly items: readonly CodeItem[];
  readonly length: number;
  /** Where the last number of the list starts: a list between two statuses may break before it. */
  readonly lastAt: number;
};

type Number_ = { readonly number: number; readonly next: number };

const MAX_RANGE = 60;
/** What a number counts when it stands before them. */
const MEASURES: readonly (readonly Spelling[])[] = `
  tháng, ngày, phút, tuần, năm, quý, hôm, bữa, xã, phường, người, thôn, cái, việc, đồng, triệu, tỷ, lần, cuộc, buổi, lớp,
  lượt, tỉnh, huyện, nghìn, ngàn, h, m, km, tr, văn bản, trường hợp, tiêu chí, thủ tục, cơ quan, công văn, công chức, đơn vị,
  đồng chí, hồ sơ, doanh nghiệp, nhiệm vụ, phần trăm, cán bộ, thành viên, lĩnh vực, bộ phận, hộ dân, nội dung, sáng kiến`
  .trim()
  .split(/,\s+/u)
  .map((measure) => measure.split(' ').map(spell));
const SEPARATORS = new Set([',', ';', '/', '&', '+']);
const JOINTS = new Set('va voi cung lan'.split(' '));
const DASHES = /^[-–—~→]$/u;
const FILLERS = new Set('so thu ma sau la'.split(' '));

const word = (tokens: readonly Token[], at: number) => tokens[at]?.spelling.folded ?? '';
const text = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? '';

/** "NV-12", "NV12, 13 và 15", "nhiệm vụ 3 đến 6": every task that is named from this token on, as one group. */
export function readCodes(tokens: readonly Token[], at: number): CodeReading | null {
  const first = readPrefixed(tokens, at);
  if (first === null) return null;
  const items: CodeItem[] = [{ number: first.number, ranged: false }];
  let next = first.next;
  let lastAt = at;
  for (;;) {
    const more = readMore(tokens, next);
    if (more === null) return { items, length: next - at, lastAt };
    if (more.isRange) items.push(...between(items.at(-1)?.number ?? more.number, more.number));
    else items.push({ number: more.number, ranged: false });
    if (more.isRange && items.length > 0) markRange(items, more.number);
    lastAt = more.start;
    next = more.next;
  }
}

/** Both ends of a range are in doubt as well. */
function markRange(items: CodeItem[], end: number): void {
  const from = items.findLastIndex(({ ranged }) => !ranged);
  const start = items[from];
  if (start !== undefined && start.number !== end) items[from] = { number: start.number, ranged: true };
}

function between(from: number, to: number): readonly CodeItem[] {
  const step = to >= from ? 1 : -1;
  const length = Math.abs(to - from);
  if (length > MAX_RANGE) return [{ number: to, ranged: true }];
  return Array.from({ length }, (_, index) => ({ number: from + step * (index + 1), ranged: true }));
}

/** "NV-12", "nv12", "n/v 12", "nhiệm vụ số 12", "việc số 12", "#NV12", "#12". */
function readPrefixed(tokens: readonly Token[], at: number, isListed = false): Number_ | null {
  const prefix = isListed || !isGluedToWord(tokens, at) ? readPrefix(tokens, at) : null;
  if (prefix === null) return null;
  let next = at + prefix.length;
  if (prefix.isWordy && /^(?:so|thu|ma)$/u.test(word(tokens, next))) next += 1;
  else if (!prefix.isWordy && FILLERS.has(word(tokens, next)) && word(tokens, next) === 'so') next += 1;
  if (/^[-–—_.:#№]$/u.test(text(tokens, next)) && isCodeSign(tokens, next)) next += 1;
  if (/^[-–]$/u.test(text(tokens, next)) && tokens[next]?.glued === true && text(tokens, next - 1) !== '-')
    next += 1;
  const token = tokens[next];
  if (token?.kind !== 'number' || token.text.length > 4) return null;
  const number = Number(token.text);
  const isApart = !token.glued && (prefix.isWordy || prefix.length === 1);
  if (number === 0 || (isApart && isSpan(tokens, next)) || !isCleanEnd(tokens, next)) return null;
  if (prefix.isWordy && ((number >= 1900 && number <= 2100) || isMonthOfYear(tokens, next))) return null;
  return { number, next: next + 1 };
}

/** A full stop or a colon belongs to a code only where no sentence can end. */
function isCodeSign(tokens: readonly Token[], at: number): boolean {
  if (text(tokens, at) === '.') return tokens[at]?.glued === true && tokens[at + 1]?.glued === true;
  return true;
}

function readPrefix(
  tokens: readonly Token[],
  start: number,
): { readonly length: number; readonly isWordy: boolean } | null {
  if (text(tokens, start) === '#' && tokens[start + 1]?.kind === 'number') {
    return tokens[start + 1]?.glued === true ? { length: 1, isWordy: false } : null;
  }
  const at = text(tokens, start) === '#' ? start + 1 : start;
  const skipped = at - start;
  const first = word(tokens, at);
  if (/^(?:nv|nvu|nvụ|n\/v|n\.v|task)$/u.test(first)) return { length: skipped + 1, isWordy: false };
  if (first === 'nhiem' && /^(?:vu|v)$/u.test(word(tokens, at + 1)))
    return { length: skipped + 2, isWordy: true };
  if (first === 'nhiemvu' || first === 'nhvu') return { length: skipped + 1, isWordy: true };
  if (first === 'viec' && word(tokens, at - 1) !== 'lam' && word(tokens, at - 1) !== 'nhiem')
    return { length: skipped + 1, isWordy: true };
  return null;
}

/** "401/UBND-NV 14" is a document, not task 14. */
function isGluedToWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.glued !== true) return false;
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (/^[-/]$/u.test(before.text)) return before.glued && tokens[at - 2]?.kind !== 'sign';
  return before.kind === 'number' || before.kind === 'word';
}

/** "12A", "12.1" and "12%" are no task; "nv12xong" is. */
function isCleanEnd(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after?.glued !== true) return true;
  if (after.kind === 'word') return readPhrase(tokens, at + 1, false)?.tags.has('core') === true;
  if (after.text === '.') return !(tokens[at + 2]?.kind === 'number' && tokens[at + 2]?.glued === true);
  return after.text !== '%';
}

function isMeasured(tokens: readonly Token[], at: number): boolean {
  if (text(tokens, at + 1) === '%') return true;
  return MEASURES.some((measure) =>
    measure.every((meant, offset) => {
      const token = tokens[at + 1 + offset];
      return token?.kind === 'word' && mayMean(token.spelling, meant);
    }),
  );
}

/** "nhiệm vụ 6 tháng cuối năm", "nhiệm vụ 5 năm": a span of time; "nhiệm vụ 12 tháng 6" is task 12. */
function isSpan(tokens: readonly Token[], at: number): boolean {
  const isUnit = /^(?:tháng|thang|năm|tuần|tuan)$/u.test(text(tokens, at + 1).toLowerCase());
  return text(tokens, at + 1) === '%' || (isUnit && tokens[at + 2]?.kind !== 'number');
}

/** "nhiệm vụ 12/2023" is a month's. */
function isMonthOfYear(tokens: readonly Token[], at: number): boolean {
  return text(tokens, at + 1) === '/' && text(tokens, at + 2).length === 4;
}

type More = Number_ & { readonly isRange: boolean; readonly start: number };

function readMore(tokens: readonly Token[], at: number): More | null {
  const joint = readJoint(tokens, at);
  if (joint === null) return null;
  const start = at + joint.length;
  const prefixed = readPrefixed(tokens, start, true);
  if (prefixed !== null) return { ...prefixed, isRange: joint.isRange, start: at };
  const bare = readBare(tokens, start, joint);
  return bare === null ? null : { ...bare, isRange: joint.isRange, start: at };
}

type Joint = { readonly length: number; readonly isRange: boolean; readonly sign: string };

function readJoint(tokens: readonly Token[], at: number): Joint | null {
  const sign = text(tokens, at);
  const folded = word(tokens, at);
  if (SEPARATORS.has(sign)) return { length: JOINTS.has(word(tokens, at + 1)) ? 2 : 1, isRange: false, sign };
  if (JOINTS.has(folded))
    return { length: word(tokens, at + 1) === 'ca' ? 2 : 1, isRange: false, sign: folded };
  if (sign === '-' && text(tokens, at + 1) === '>') return { length: 2, isRange: true, sign };
  if (DASHES.test(sign)) return { length: 1, isRange: true, sign };
  if (sign === '.' && text(tokens, at + 1) === '.')
    return { length: text(tokens, at + 2) === '.' ? 3 : 2, isRange: true, sign };
  if (folded === 'den' || folded === 'toi')
    return { length: word(tokens, at + 1) === 'het' ? 2 : 1, isRange: true, sign: folded };
  return null;
}

/** A number alone goes on with the list unless it counts, dates or measures something. */
function readBare(tokens: readonly Token[], at: number, joint: Joint): Number_ | null {
  const offset = word(tokens, at) === 'so' ? at + 1 : at;
  const token = tokens[offset];
  if (token?.kind !== 'number' || token.text.length > 3 || Number(token.text) === 0) return null;
  const after = tokens[offset + 1];
  if (isMeasured(tokens, offset) || (after?.glued === true && !isListSign(tokens, offset + 1, joint)))
    return null;
  return { number: Number(token.text), next: offset + 1 };
}

function isListSign(tokens: readonly Token[], at: number, joint: Joint): boolean {
  const after = tokens[at];
  if (after?.kind === 'emoji' || after?.kind === 'opaque') return true;
  if (after?.kind === 'word') return readPhrase(tokens, at, false)?.tags.has('core') === true;
  if (/^[,;:!?&+)]$/u.test(after?.text ?? ''))
    return !(tokens[at + 1]?.kind === 'number' && text(tokens, at + 2) === '%');
  if (after?.text === '.') return !(tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.glued === true);
  return (
    (after?.text === '/' && joint.sign === '/') || (after?.text === '-' && tokens[at + 1]?.kind !== 'number')
  );
}
