import { badRequest } from '../api-error.ts';
import type { WireEntity, WireUser } from '../wire.ts';

/** Finds the user that a `tg://user?id=` link names; null leaves the link as plain text, as Telegram does. */
export type FindUser = (id: number) => WireUser | null;

export type FormattedText = { readonly text: string; readonly entities: readonly WireEntity[] };

const ENTITY_OF_TAG: ReadonlyMap<string, string> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['tg-spoiler', 'spoiler'],
  ['span', 'spoiler'],
  ['tg-emoji', 'custom_emoji'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['a', 'text_link'],
  ['blockquote', 'blockquote'],
]);

const NAMED_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

type OpenTag = { readonly name: string; readonly argument: string; readonly offset: number };
type Attribute = { readonly name: string; readonly value: string };

const SPACE = /\s/u;
const isSpace = (character: string) => SPACE.test(character);

/**
 * Telegram's HTML style, by the rules of its own parser, with its error texts and UTF-8 byte offsets.
 * Stricter in one point, as its documentation asks: a bare `&` is refused instead of guessed at.
 * Throws ApiError 400 "can't parse entities: …".
 */
export function parseHtml(source: string, findUser: FindUser): FormattedText {
  return new HtmlReader(source, findUser).read();
}

class HtmlReader {
  readonly #source: string;
  readonly #findUser: FindUser;
  readonly #open: OpenTag[] = [];
  readonly #entities: WireEntity[] = [];
  #at = 0;
  #text = '';

  constructor(source: string, findUser: FindUser) {
    this.#source = source;
    this.#findUser = findUser;
  }

  read(): FormattedText {
    while (this.#at < this.#source.length) {
      const character = this.#source.charAt(this.#at);
      if (character === '<') this.#readTag();
      else this.#text += character === '&' ? this.#readCharacterReference() : this.#readPlain();
    }
    const unclosed = this.#open.at(-1);
    if (unclosed) throw badEntities(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    return { text: this.#text, entities: this.#entities };
  }

  #readPlain(): string {
    const from = this.#at;
    while (this.#at < this.#source.length && !'<&'.includes(this.#source.charAt(this.#at))) this.#at += 1;
    return this.#source.slice(from, this.#at);
  }

  #readCharacterReference(): string {
    const from = this.#at;
    const match = /&(?:#(x[0-9a-f]{1,6}|[0-9]{1,7})|([a-z]{2,4}));/iuy;
    match.lastIndex = from;
    const found = match.exec(this.#source);
    const decoded = found === null ? null : decodeReference(found[1], found[2]);
    if (found === null || decoded === null) throw this.#fail('Unsupported or bare "&"', from);
    this.#at += found[0].length;
    return decoded;
  }

  #readTag(): void {
    const from = this.#at;
    this.#at += 1;
    if (this.#source.charAt(this.#at) === '/') this.#readEndTag(from);
    else this.#readStartTag(from);
  }

  #readStartTag(from: number): void {
    const name = this.#readTagName();
    if (this.#at >= this.#source.length) throw this.#fail('Unclosed start tag', from);
    if (!ENTITY_OF_TAG.has(name)) throw this.#fail(`Unsupported start tag "${name}"`, from);
    const attributes = this.#readAttributes(name, from);
    const argument = argumentOf(name, attributes);
    if (name === 'span' && argument !== 'tg-spoiler') {
      throw this.#fail('Tag "span" must have class "tg-spoiler"', from);
    }
    this.#open.push({ name, argument, offset: this.#text.length });
  }

  #readTagName(): string {
    const from = this.#at;
    while (this.#at < this.#source.length && !/[\s>]/u.test(this.#source.charAt(this.#at))) this.#at += 1;
    return this.#source.slice(from, this.#at).toLowerCase();
  }

  #readAttributes(tag: string, tagAt: number): readonly Attribute[] {
    const attributes: Attribute[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#source.length) throw this.#fail('Unclosed start tag', tagAt);
      if (this.#source.charAt(this.#at) === '>') break;
      attributes.push(this.#readAttribute(tag, tagAt));
    }
    this.#at += 1;
    return attributes;
  }

  #readAttribute(tag: string, tagAt: number): Attribute {
    const from = this.#at;
    while (this.#at < this.#source.length && !/[\s=>/"']/u.test(this.#source.charAt(this.#at))) this.#at += 1;
    const name = this.#source.slice(from, this.#at).toLowerCase();
    if (name === '') throw this.#fail(`Empty attribute name in the tag "${tag}"`, from);
    this.#skipSpace();
    if (this.#source.charAt(this.#at) !== '=') return { name, value: '' };
    this.#at += 1;
    this.#skipSpace();
    if (this.#at >= this.#source.length) throw this.#fail('Unclosed start tag', tagAt);
    const quote = this.#source.charAt(this.#at);
    return {
      name,
      value: quote === '"' || quote === "'" ? this.#readQuoted(quote, tagAt) : this.#readToken(),
    };
  }

  #readToken(): string {
    const from = this.#at;
    while (/[A-Za-z0-9.-]/u.test(this.#source.charAt(this.#at))) this.#at += 1;
    const next = this.#source.charAt(this.#at);
    if (next !== '>' && !isSpace(next)) throw this.#fail('Unexpected end of name token', from);
    return this.#source.slice(from, this.#at).toLowerCase();
  }

  #readQuoted(quote: string, tagAt: number): string {
    this.#at += 1;
    let value = '';
    while (this.#at < this.#source.length && this.#source.charAt(this.#at) !== quote) {
      if (this.#source.charAt(this.#at) === '&') value += this.#readCharacterReference();
      else {
        value += this.#source.charAt(this.#at);
        this.#at += 1;
      }
    }
    if (this.#at >= this.#source.length) throw this.#fail('Unclosed start tag', tagAt);
    this.#at += 1;
    return value;
  }

  #readEndTag(from: number): void {
    const tag = this.#open.pop();
    if (!tag) throw this.#fail('Unexpected end tag', from);
    this.#at += 1;
    const name = this.#readTagName();
    this.#skipSpace();
    if (this.#source.charAt(this.#at) !== '>') throw this.#fail('Unclosed end tag', from);
    if (name !== '' && name !== tag.name) {
      const mismatch = `, expected "</${tag.name}>", found "</${name}>"`;
      throw this.#fail('Unmatched end tag', from, mismatch);
    }
    this.#at += 1;
    this.#close(tag);
  }

  #close(tag: OpenTag): void {
    const length = this.#text.length - tag.offset;
    if (length === 0) return;
    const range = { offset: tag.offset, length };
    if (tag.name === 'pre' && this.#mergeLanguage(range)) return;
    const entity = this.#entityOf(tag, this.#text.slice(tag.offset));
    if (entity) this.#entities.push({ type: entity.type, ...range, ...entity.extra });
  }

  /** `<pre><code class="language-x">` is one entity, `pre` with a language. */
  #mergeLanguage(range: { readonly offset: number; readonly length: number }): boolean {
    const inner = this.#entities.at(-1);
    if (inner?.type !== 'code' || inner.language === undefined) return false;
    if (inner.offset !== range.offset || inner.length !== range.length) return false;
    this.#entities[this.#entities.length - 1] = { ...inner, type: 'pre' };
    return true;
  }

  #entityOf(
    tag: OpenTag,
    inner: string,
  ): { readonly type: string; readonly extra: Partial<WireEntity> } | null {
    if (tag.name === 'a') return this.#linkOf(tag.argument === '' ? inner : tag.argument);
    if (tag.name === 'blockquote' && tag.argument === 'expandable')
      return { type: 'expandable_blockquote', extra: {} };
    if (tag.name === 'tg-emoji') return { type: 'custom_emoji', extra: { custom_emoji_id: tag.argument } };
    if (tag.name === 'code' && tag.argument !== '')
      return { type: 'code', extra: { language: tag.argument } };
    return { type: ENTITY_OF_TAG.get(tag.name) ?? tag.name, extra: {} };
  }

  #linkOf(href: string): { readonly type: string; readonly extra: Partial<WireEntity> } | null {
    const person = /^tg:\/\/user\?id=(\d{1,16})$/iu.exec(href);
    if (person) {
      const user = this.#findUser(Number(person[1]));
      return user === null ? null : { type: 'text_mention', extra: { user } };
    }
    const url = /^[a-z][a-z0-9+.-]*:/iu.test(href) ? href : `http://${href}`;
    return URL.canParse(url) ? { type: 'text_link', extra: { url: new URL(url).href } } : null;
  }

  #skipSpace(): void {
    while (this.#at < this.#source.length && isSpace(this.#source.charAt(this.#at))) this.#at += 1;
  }

  #fail(reason: string, at: number, suffix = '') {
    return badEntities(`${reason} at byte offset ${Buffer.byteLength(this.#source.slice(0, at))}${suffix}`);
  }
}

const badEntities = (reason: string) => badRequest(`can't parse entities: ${reason}`);

function decodeReference(numeric: string | undefined, named: string | undefined): string | null {
  if (named !== undefined) return NAMED_CHARACTERS.get(named.toLowerCase()) ?? null;
  if (numeric === undefined) return null;
  const hexadecimal = numeric.startsWith('x') || numeric.startsWith('X');
  const code = hexadecimal ? Number.parseInt(numeric.slice(1), 16) : Number.parseInt(numeric, 10);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

function argumentOf(tag: string, attributes: readonly Attribute[]): string {
  const attribute = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value ?? '';
  if (tag === 'a') return attribute('href');
  if (tag === 'span') return attribute('class');
  if (tag === 'tg-emoji') return attribute('emoji-id');
  if (tag === 'blockquote') return attributes.some(({ name }) => name === 'expandable') ? 'expandable' : '';
  const language = /^language-(.+)$/u.exec(tag === 'code' ? attribute('class') : '');
  return language?.[1] ?? '';
}
