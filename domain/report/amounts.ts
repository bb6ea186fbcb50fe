import type { Token } from './tokens.ts';

/** How much is done: a share of 100, or so many of so many. */
export type Amount =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'fraction'; readonly done: number; readonly target: number };

type Reading<Value> = { readonly value: Value; readonly length: number };

const DIGITS: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

const foldedAt = (tokens: readonly Token[], at: number) => tokens[at]?.spelling.folded ?? '';
const textAt = (tokens: readonly Token[], at: number) => tokens[at]?.text ?? '';
const isGlued = (tokens: readonly Token[], at: number) => tokens[at]?.glued === true;

/** "80 %", "86,45%", "80-90%" (the lower end), "tám mươi phần trăm", "3/5". */
export function readAmount(tokens: readonly Token[], at: number): Reading<Amount> | null {
  return readPercent(tokens, at) ?? readFraction(tokens, at);
}

function readPercent(tokens: readonly Token[], at: number): Reading<Amount> | null {
  const number = readDecimal(tokens, at) ?? readNumberWords(tokens, at);
  if (number === null) return null;
  const sign = percentSign(tokens, at + number.length);
  if (sign > 0) return percentOf(number.value, number.length + sign);
  if (!/^[-–~]$/u.test(textAt(tokens, at + number.length))) return null;
  const upper = readDecimal(tokens, at + number.length + 1);
  if (upper === null) return null;
  const upperSign = percentSign(tokens, at + number.length + 1 + upper.length);
  return upperSign === 0 ? null : percentOf(number.value, number.length + 1 + upper.length + upperSign);
}

const percentOf = (percent: number, length: number): Reading<Amount> => ({
  value: { kind: 'percent', percent },
  length,
});

function percentSign(tokens: readonly Token[], at: number): number {
  if (/^[%％٪]$/u.test(textAt(tokens, at))) return 1;
  if (foldedAt(tokens, at) === 'phan' && foldedAt(tokens, at + 1) === 'tram') return 2;
  return foldedAt(tokens, at) === 'percent' || (foldedAt(tokens, at) === 'pt' && isGlued(tokens, at)) ? 1 : 0;
}

function readDecimal(tokens: readonly Token[], at: number): Reading<number> | null {
  const whole = tokens[at];
  if (whole?.kind !== 'number' || whole.text.length > 6) return null;
  const fraction = tokens[at + 2];
  const hasFraction =
    /^[.,]$/u.test(textAt(tokens, at + 1)) &&
    isGlued(tokens, at + 1) &&
    fraction?.kind === 'number' &&
    fraction.glued &&
    fraction.text.length < 4;
  return hasFraction
    ? { value: Number(`${whole.text}.${fraction.text}`), length: 3 }
    : { value: Number(whole.text), length: 1 };
}

/** "tám mươi lăm", "bảy lăm", "mười hai", "một trăm". */
export function readNumberWords(tokens: readonly Token[], at: number): Reading<number> | null {
  const first = foldedAt(tokens, at);
  if (first === 'tram') return { value: 100, length: 1 };
  if (first === 'muoi') return withUnits(10, tokens, at + 1, 1);
  const digit = DIGITS[first];
  if (digit === undefined) return null;
  const next = foldedAt(tokens, at + 1);
  if (next === 'tram') return { value: digit * 100, length: 2 };
  if (next === 'muoi') return withUnits(digit * 10, tokens, at + 2, 2);
  if (next === 'lam') return { value: digit * 10 + 5, length: 2 };
  return { value: digit, length: 1 };
}

function withUnits(tens: number, tokens: readonly Token[], at: number, length: number): Reading<number> {
  const digit = DIGITS[foldedAt(tokens, at)];
  return digit === undefined ? { value: tens, length } : { value: tens + digit, length: length + 1 };
}

const DATE_BEFORE = new Set('ngay den toi truoc sang hom tu han vao mung mong sau het qua la'.split(' '));
const AMOUNT_BEFORE = new Set('duoc dat xong dc moi khoang nop gui lam thanh'.split(' '));
const COUNTED = new Set(
  'xa phuong don ho van phong ban thon truong cong khoi phan viec noi chi tieu thu bo co nguoi can nhiem muc lop buoi hang giai bai to huyen tinh so doanh dn diem san'.split(
    ' ',
  ),
);

/** So many of so many; "30/6" and "ngày 3/5" are dates, "3/5 xã" and "được 3/5" are not. */
function readFraction(tokens: readonly Token[], at: number): Reading<Amount> | null {
  const [done, over, target] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (done?.kind !== 'number' || target?.kind !== 'number' || !isOver(over)) return null;
  if (done.text.length > 6 || target.text.length > 6 || textAt(tokens, at + 3) === '/') return null;
  const value = { kind: 'fraction', done: Number(done.text), target: Number(target.text) } as const;
  if (value.target === 0 || value.done > value.target) return null;
  const isDate = value.done <= 31 && value.target <= 12 && over?.text === '/';
  const before = foldedAt(tokens, at - 1);
  const isCounted = COUNTED.has(foldedAt(tokens, at + 3)) || AMOUNT_BEFORE.has(before);
  if (isDate && (DATE_BEFORE.has(before) || !isCounted)) return null;
  if (tokens[at + 3]?.glued === true && /[-/]/u.test(textAt(tokens, at + 3))) return null;
  return { value, length: 3 };
}

function isOver(token: Token | undefined): boolean {
  return (token?.text === '/' && token.glued) || token?.spelling.folded === 'tren';
}
