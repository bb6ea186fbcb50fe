import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, isBlank } from '../../domain/harmless.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['Vietnamese text in NFD is composed', 'xã Bằng Mạc'.normalize('NFD'), 'xã Bằng Mạc'],
  ['NUL disappears', 'a\u0000b', 'ab'],
  ['an escape sequence loses its escape', '\u001b[31mđỏ', '[31mđỏ'],
  ['a right-to-left override disappears', 'hồ sơ \u202Efdp.exe', 'hồ sơ fdp.exe'],
  ['isolates and direction marks disappear', '\u2066a\u2069\u200E\u200F\u061Cb', 'ab'],
  ['line breaks and tabs become one space', 'một\r\n\thai\u2028ba', 'một hai ba'],
  ['a lone surrogate becomes the replacement character', 'a\uD83Db', 'a\uFFFDb'],
  ['a family of joined emoji stays whole', '👨‍👩‍👧‍👦 họp', '👨‍👩‍👧‍👦 họp'],
  ['a mention is broken so that it pings nobody', 'nhờ @can_bo xem', 'nhờ @\u200Bcan_bo xem'],
  ['an "@" at the end of a run is broken, since a name may follow in the next run', 'nhờ @', 'nhờ @\u200B'],
  ['a mention after a mark is broken', '(@abc)', '(@\u200Babc)'],
  ['an e-mail address stays as it is', 'vanphong@langson.gov.vn', 'vanphong@langson.gov.vn'],
  ['an addressed command stays as it is', '/diem@CchcBot', '/diem@CchcBot'],
  ['a price sign before a space stays as it is', '@ 5 điểm', '@ 5 điểm'],
  ['a mark taken out between two halves of a letter lets them join', 'e\u202E\u0302', 'ê'],
  ['a control taken out after "@" does not bring the mention back', '@\u0000abc', '@\u200Babc'],
];

describe('harmless', () => {
  it.each(cases)('%s', (_sentence, text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(harmless(harmless(text))).toBe(harmless(text));
      }),
    );
  });

  it('leaves no control, no override and no lone surrogate in any text', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
        expect(harmless(String.fromCharCode(...units))).not.toMatch(
          /[\p{Cc}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/u,
        );
      }),
    );
  });

  it('reads ten thousand hostile characters in a moment', () => {
    const startedAt = performance.now();
    harmless('@'.repeat(10_000));
    harmless(`\u202E${'\n\t'.repeat(5_000)}`);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});

describe('isBlank', () => {
  it.each([
    ['spaces', '  \n ', true],
    ['zero-width characters and the braille blank', '\u200B\u2060\u2800\u3164', true],
    ['a full stop', '.', false],
  ])('tells whether %s can be seen', (_sentence, text, blank) => {
    expect(isBlank(text)).toBe(blank);
  });
});
