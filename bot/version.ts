import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The version in package.json, from the sources or from the compiled tree below them. */
export function readVersion(): string {
  const path = ['../package.json', '../../package.json']
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(url));
  return path === undefined ? 'không rõ' : manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).version;
}
