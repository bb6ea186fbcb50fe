import type pg from 'pg';
import { accept, type Result, refuse } from '../domain/result.ts';
import { badUrl, notUtf8, type OpenRefusal, unreachable } from './open-refusal.ts';
import { createPool } from './postgres-dialect.ts';

/** Connects once, so that a wrong address is a refusal at the start and not a failure later. */
export async function openPostgresServer(url: string): Promise<Result<pg.Pool, OpenRefusal>> {
  const place = serverPlaceOf(url);
  if (place === null) return refuse(badUrl());
  const pool = createPool(url);
  const refusal = await refusalOf(pool, place);
  if (refusal === null) return accept(pool);
  await pool.end();
  return refuse(refusal);
}

async function refusalOf(pool: pg.Pool, place: string): Promise<OpenRefusal | null> {
  try {
    const { rows } = await pool.query<{ server_encoding: string }>('show server_encoding');
    const encoding = rows[0]?.server_encoding ?? '';
    return encoding === 'UTF8' ? null : notUtf8(place, encoding);
  } catch (error) {
    return unreachable(place, codeOf(error));
  }
}

/** The driver's message can quote the address with its password; its code cannot. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'không rõ';
}

/** "host:5432/name", without account and password; null when it cannot be told where the password ends. */
export function serverPlaceOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { host, pathname, search, hash } = new URL(url);
  if (host === '' || hash !== '' || `${pathname}${search}`.includes('@')) return null;
  return `${host}${pathname}`;
}
