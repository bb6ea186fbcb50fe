/** NFC, one space between words, no space around: what is compared "with accents". */
export function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Vietnamese without its accents, case kept: "Đã Hoà" and "Đã Hòa" (NFC or NFD) both give "Da Hoa". */
export function unaccent(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');
}

/** The search key: no accents, lower case, punctuation read as a space. "X. Bằng-Mạc" gives "x bang mac". */
export function fold(text: string): string {
  return unaccent(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
