import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TEST_TOKEN } from '../support/bot-api.ts';
import { startProcess } from '../support/bot-process.ts';

describe('what the program refuses to start with', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-refusal-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const process = startProcess(args.length === 0 ? ['start'] : args, env, folder);
    return { code: await process.ended, output: process.output() };
  };

  test.each([
    ['BOT_TOKEN', 'secret-not-a-token'],
    ['ADMIN_IDS', 'anh Nam'],
    ['DATABASE_URL', 'mysql://root:matkhau@x/y'],
    ['TELEGRAM_API_ROOT', 'khong phai dia chi'],
    ['SANDBOX_PORT', '99999'],
    ['LOG_LEVEL', 'loud'],
  ])('an unreadable %s is named with what it should be, and its value is not shown', async (name, value) => {
    const { code, output } = await start({ [name]: value });
    expect(code).toBe(2);
    expect(output).toContain(`${name}: `);
    expect(output).not.toContain(value);
  });

  test('a .env from Notepad, with its byte order mark, is read from its first variable on', async () => {
    writeFileSync(join(folder, '.env'), '\uFEFFLOG_LEVEL=loud\r\nADMIN_IDS=5\r\n');
    const { code, output } = await start({});
    expect(code).toBe(2);
    expect(output).toContain('LOG_LEVEL: ');
  });

  test('a line of .env without an equals sign is named by its number', async () => {
    writeFileSync(join(folder, '.env'), 'ADMIN_IDS=5\nBOT_TOKEN: 123:abc\n');
    const { code, output } = await start({});
    expect(code).toBe(2);
    expect(output).toContain('.env, dòng 2');
  });

  test.each([
    [
      'a text file',
      () => Buffer.from('không phải cơ sở dữ liệu, chỉ là chữ'.repeat(200)),
      'không phải là cơ sở dữ liệu',
    ],
    ['a cut database', () => cutDatabase(), 'bị hỏng'],
    ["another program's database", () => foreignDatabase(), 'chương trình khác'],
  ])('%s is refused untouched, with what to do (row 16)', async (_name, content, sentence) => {
    const path = join(folder, 'bot.db');
    const before = content();
    writeFileSync(path, before);
    const { code, output } = await start({
      DATABASE_URL: `file:${path}`,
      BOT_TOKEN: TEST_TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    });
    expect(code).toBe(2);
    expect(output).toContain(sentence);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['bot.db']);
  });

  test('the real bot refuses a database with sample data', async () => {
    const env = {
      DATABASE_URL: `file:${join(folder, 'bot.db')}`,
      BOT_TOKEN: TEST_TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    };
    expect((await start(env, 'documents', '--sample')).code).toBe(0);
    const { code, output } = await start(env);
    expect(code).toBe(2);
    expect(output).toContain('ALLOW_SAMPLE_DATA=1');
  });

  test('an unknown job and an unreadable time are answered with what is possible', async () => {
    const env = { DATABASE_URL: `file:${join(folder, 'bot.db')}` };
    const unknown = await start(env, 'job', 'nothing');
    expect(unknown.code).toBe(2);
    expect(unknown.output).toContain('overdue-dossiers');
    const badTime = await start(env, 'job', 'deadlines', '--at', '24/10/2023');
    expect(badTime.code).toBe(2);
    expect(badTime.output).toContain('2023-10-24T07:30');
  });

  function databaseBytes(fill: (db: Database.Database) => void): Buffer {
    const path = join(folder, 'other.db');
    const db = new Database(path);
    fill(db);
    db.close();
    const bytes = readFileSync(path);
    rmSync(path);
    return bytes;
  }

  const foreignDatabase = () =>
    databaseBytes((db) => {
      db.exec(
        "create table customers (id integer primary key, name text); insert into customers values (1, 'x')",
      );
    });

  function cutDatabase(): Buffer {
    const whole = databaseBytes((db) => {
      db.exec('create table big (id integer primary key, text text)');
      const insert = db.prepare('insert into big (text) values (?)');
      for (let row = 0; row < 500; row += 1) insert.run('x'.repeat(200));
    });
    return whole.subarray(0, Math.floor(whole.length / 2));
  }
});
