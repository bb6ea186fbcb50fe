import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../../db/migrations/list.ts';
import { openStorage } from '../../db/open.ts';
import { openSqliteFile } from '../../db/sqlite-file.ts';
import type { Storage } from '../../domain/storage.ts';

const PAGE = 4096;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-open-'));
  path = join(folder, 'bot.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function open(file = path): Promise<Storage> {
  const opened = await openStorage(`file:${file}`);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.value;
}

async function createOurs(): Promise<void> {
  await using storage = await open();
  await storage.facts.set('holds_sample', '1');
}

/** A closed database, opened and written to once more, and killed: its file with the log beside it. */
async function createKilled(): Promise<void> {
  await createOurs();
  const living = join(folder, 'living.db');
  copyFileSync(path, living);
  await using storage = await open(living);
  await storage.facts.set('holds_sample', '2');
  copyFileSync(living, path);
  copyFileSync(`${living}-wal`, `${path}-wal`);
}

function createForeign(journal: 'wal' | 'delete', applicationId = 0): void {
  const other = new Database(path);
  other.pragma(`application_id = ${applicationId}`);
  other.pragma(`journal_mode = ${journal}`);
  other.exec('create table customers (id integer primary key)');
  other.close();
}

function overwrite(offset: number, length: number): void {
  const content = readFileSync(path);
  content.fill(0xa5, offset, offset + length);
  writeFileSync(path, content);
}

/** Every file of the folder, with what is in it. */
const footprint = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const content = readFileSync(join(entry.parentPath, entry.name));
      return `${entry.name} ${createHash('sha256').update(content).digest('hex')}`;
    });

describe('a file that cannot be the database', () => {
  const cases: readonly { name: string; make: () => void | Promise<void>; kind: string }[] = [
    { name: 'a short text', make: () => writeFileSync(path, 'BOT_TOKEN=1'), kind: 'not-a-database' },
    { name: 'a long text', make: () => writeFileSync(path, 'x'.repeat(9000)), kind: 'not-a-database' },
    { name: 'a folder', make: () => mkdirSync(path), kind: 'not-a-database' },
    { name: 'another program’s database', make: () => createForeign('delete'), kind: 'foreign' },
    { name: 'another program’s database in WAL mode', make: () => createForeign('wal'), kind: 'foreign' },
    {
      name: 'a database marked by another program',
      make: () => createForeign('delete', 77),
      kind: 'foreign',
    },
    {
      name: 'a header with nothing behind it',
      make: async () => {
        await createOurs();
        truncateSync(path, 100);
      },
      kind: 'corrupt',
    },
    {
      name: 'a cut database',
      make: async () => {
        await createOurs();
        truncateSync(path, statSync(path).size - 3 * PAGE);
      },
      kind: 'corrupt',
    },
    {
      name: 'a database with overwritten pages',
      make: async () => {
        await createOurs();
        overwrite(PAGE, 6 * PAGE);
      },
      kind: 'corrupt',
    },
    {
      name: 'a database with overwritten pages and the log of a crash',
      make: async () => {
        await createKilled();
        overwrite(10 * PAGE, 20 * PAGE);
      },
      kind: 'corrupt',
    },
  ];

  test.each(cases)('$name is refused as $kind, untouched, with nothing beside it', async ({ make, kind }) => {
    await make();
    const before = footprint();
    const opened = await openStorage(`file:${path}`);
    expect(opened).toMatchObject({ ok: false, refusal: { kind } });
    expect(footprint()).toEqual(before);
  });

  test('a database of a newer version is refused untouched and the sentence names the step', async () => {
    const newer = () => ({ ...migrations('sqlite'), '9999-future': { up: async () => undefined } });
    const first = await openStorage(`file:${path}`, { migrations: newer });
    if (first.ok) await first.value[Symbol.asyncDispose]();
    const before = footprint();
    const opened = await openStorage(`file:${path}`);
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'newer' } });
    expect(opened.ok ? '' : opened.refusal.sentence).toContain('9999-future');
    expect(footprint()).toEqual(before);
  });

  test('a database that another process has locked is refused', async () => {
    await createOurs();
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('begin immediate; commit');
    const opened = await openStorage(`file:${path}`, { busyTimeoutMs: 1 });
    other.close();
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'busy' } });
  });

  test('a folder that cannot be made is refused', async () => {
    writeFileSync(path, 'a file where a folder should be');
    const opened = await openStorage(`file:${path}/deeper/bot.db`);
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'unwritable' } });
  });
});

describe('a file that is or becomes the database', () => {
  test('a missing folder is made', async () => {
    await using storage = await open(join(folder, 'a', 'b', 'bot.db'));
    await storage.facts.set('x', '1');
    expect(existsSync(join(folder, 'a', 'b', 'bot.db'))).toBe(true);
  });

  test('an empty file, and an empty SQLite database, are filled', async () => {
    writeFileSync(path, '');
    await createOurs();
    const empty = join(folder, 'empty.db');
    const database = new Database(empty);
    database.pragma('user_version = 3');
    database.close();
    await using storage = await open(empty);
    expect(await storage.facts.get('holds_sample')).toBeNull();
  });

  test('what a kill left in the log is there again', async () => {
    await createKilled();
    await using storage = await open();
    expect(await storage.facts.get('holds_sample')).toBe('2');
  });

  test('every opening writes ahead, syncs in full and checks foreign keys', async () => {
    await createOurs();
    for (const _ of ['first', 'again']) {
      const opened = openSqliteFile(path, 100);
      const database = opened.ok ? opened.value : new Database(':memory:');
      const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) =>
        database.pragma(name, { simple: true }),
      );
      database.close();
      expect(settings).toEqual(['wal', 2, 1, 100]);
    }
  });
});

describe('an address', () => {
  test.each([
    { url: '', why: 'nothing' },
    { url: 'data/bot.db', why: 'a path without its scheme' },
    { url: 'file:', why: 'a scheme without a path' },
    { url: 'file:data/', why: 'a folder' },
    { url: 'file:bot.db?mode=ro', why: 'a file with options' },
    { url: 'mysql://root:zaq1wsx@localhost/bot', why: 'another server' },
    { url: 'postgres://root:zaq/1wsx@localhost/bot', why: 'a password that breaks the address' },
    { url: 'postgres://root:12/zaq1wsx@localhost/bot', why: 'a password that looks like a port' },
    { url: 'postgres://root:12#zaq1wsx@localhost/bot', why: 'a password that looks like a fragment' },
    { url: 'postgres://root:12?zaq1wsx@localhost/bot', why: 'a password that looks like a query' },
  ])('$url is refused ($why) without repeating a password', async ({ url }) => {
    const opened = await openStorage(url);
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'bad-url' } });
    expect(JSON.stringify(opened)).not.toMatch(/zaq|wsx/u);
  });

  test.each([
    { url: 'postgres://root:bi-mat@127.0.0.1:1/bot', why: 'nobody listens' },
    { url: 'postgres://root:bi-mat@may-chu.invalid/bot', why: 'the name does not resolve' },
  ])('$url is refused as unreachable ($why), naming the server but no password', async ({ url }) => {
    const opened = await openStorage(url);
    expect(opened).toMatchObject({ ok: false, refusal: { kind: 'unreachable' } });
    expect(JSON.stringify(opened)).toContain(new URL(url).host);
    expect(JSON.stringify(opened)).not.toContain('bi-mat');
  });

  test('memory is a database too', async () => {
    const opened = await openStorage(':memory:');
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value[Symbol.asyncDispose]();
  });
});
