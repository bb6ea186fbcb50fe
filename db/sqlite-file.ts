import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { accept, type Result, refuse } from '../domain/result.ts';
import { busy, corrupt, foreign, notADatabase, type OpenRefusal, unwritable } from './open-refusal.ts';

/** "CCHC": written first of all, so that it stands in the file itself and never only in the log beside it. */
const APPLICATION_ID = 0x43434843;
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const ROLLBACK_JOURNAL = 1;

type FileKind = 'absent' | 'ours' | 'unmarked' | 'foreign' | 'other';

/**
 * Opens the file when it is this program's, new or empty. Whatever is not is judged by its first bytes alone and
 * stays as it is, without a log beside it.
 */
export function openSqliteFile(path: string, busyTimeoutMs: number): Result<Database.Database, OpenRefusal> {
  try {
    switch (kindOf(path)) {
      case 'other':
        return refuse(notADatabase(path));
      case 'foreign':
        return refuse(foreign(path));
      case 'unmarked':
        if (holdsTables(path)) return refuse(foreign(path));
        return accept(create(path, busyTimeoutMs));
      case 'absent':
        return accept(create(path, busyTimeoutMs));
      case 'ours':
        return openChecked(path, busyTimeoutMs);
    }
  } catch (error) {
    return refuse(classify(path, error));
  }
}

export function openSqliteMemory(): Database.Database {
  return withPragmas(new Database(':memory:'));
}

function kindOf(path: string): FileKind {
  if (!existsSync(path)) return 'absent';
  const stat = statSync(path);
  if (!stat.isFile()) return 'other';
  if (stat.size === 0) return 'absent';
  const header = readHeader(path);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'other';
  const applicationId = header.readInt32BE(68);
  if (applicationId === APPLICATION_ID) return 'ours';
  // Another program's log may not be touched, so only a file without one is looked into.
  return applicationId === 0 && header[18] === ROLLBACK_JOURNAL ? 'unmarked' : 'foreign';
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

function holdsTables(path: string): boolean {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('select 1 from sqlite_master').get() !== undefined;
  } finally {
    database.close();
  }
}

function create(path: string, busyTimeoutMs: number): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: busyTimeoutMs });
  database.pragma(`application_id = ${APPLICATION_ID}`);
  return withPragmas(database);
}

function openChecked(path: string, busyTimeoutMs: number): Result<Database.Database, OpenRefusal> {
  if (!isSound(path, busyTimeoutMs)) return refuse(corrupt(path));
  return accept(withPragmas(new Database(path, { timeout: busyTimeoutMs })));
}

/**
 * Closing the last connection copies a log that a crash left into the file. A corrupt file shall stay as it is, so one
 * with a log is checked read-only; one without is opened to write, which alone removes its new, empty log again.
 */
function isSound(path: string, busyTimeoutMs: number): boolean {
  const readonly = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  const hadIndex = existsSync(`${path}-shm`);
  const database = new Database(path, { readonly, timeout: busyTimeoutMs });
  let sound = false;
  try {
    sound = database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } finally {
    database.close();
    if (!sound && readonly && !hadIndex) rmSync(`${path}-shm`, { force: true });
  }
  return sound;
}

/** Reopening a database in WAL mode gives `synchronous = NORMAL`, which can lose what was committed: FULL every time. */
function withPragmas(database: Database.Database): Database.Database {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  return database;
}

function classify(path: string, error: unknown): OpenRefusal {
  const code = codeOf(error);
  if (code === null) throw error;
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return corrupt(path);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return busy(path);
  return unwritable(path, code);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
