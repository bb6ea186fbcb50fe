import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Hono } from 'hono';
import type { BotApi } from '../bot-api.ts';

const PAGE_FOLDER = join(import.meta.dirname, '..', 'page');

const PAGE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Shown in the page; everything else is only offered for download. */
const PICTURES: readonly (readonly [magic: string, mime: string])[] = [
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['52494646', 'image/webp'],
];

/** The page's own files, by a fixed list of names, and the files of the chats. */
export function addFileRoutes(app: Hono, api: BotApi): void {
  const names = readdirSync(PAGE_FOLDER).filter((name) => extname(name) in PAGE_TYPES);
  for (const name of names) {
    app.get(name === 'index.html' ? '/' : `/${name}`, (context) =>
      context.body(readFileSync(join(PAGE_FOLDER, name), 'utf8'), 200, {
        'content-type': PAGE_TYPES[extname(name)] ?? 'text/plain',
      }),
    );
  }

  app.get('/sandbox/files/:id', (context) => {
    const file = api.world.files.byId(context.req.param('id'));
    if (!file) return context.json({ error: 'Không còn tệp này.' }, 404);
    const magic = Buffer.from(file.content.subarray(0, 4)).toString('hex');
    const picture = PICTURES.find(([start]) => magic.startsWith(start))?.[1];
    return context.body(new Uint8Array(file.content), 200, {
      'content-type': picture ?? 'application/octet-stream',
      'content-disposition': `${picture === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
}
