import { randomBytes } from 'node:crypto';
import type { Upload } from './parameters.ts';

export type StoredFile = Upload & { readonly id: string; readonly uniqueId: string; readonly path: string };

export type FileShelf = {
  readonly put: (upload: Upload, folder: 'documents' | 'photos') => StoredFile;
  readonly byId: (id: string) => StoredFile | null;
  readonly byPath: (path: string) => StoredFile | null;
};

/** Beyond it the oldest files are forgotten: the sandbox lives in memory. */
const SHELF_BYTES = 200 * 1024 * 1024;

export function createFileShelf(): FileShelf {
  const files = new Map<string, StoredFile>();
  const paths = new Map<string, StoredFile>();
  let bytes = 0;

  const makeRoom = () => {
    for (const file of files.values()) {
      if (bytes <= SHELF_BYTES || files.size === 1) return;
      files.delete(file.id);
      paths.delete(file.path);
      bytes -= file.content.byteLength;
    }
  };

  return {
    put: (upload, folder) => {
      const number = files.size + 1;
      const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(upload.name)?.[0] ?? '';
      const uniqueId = randomBytes(9).toString('base64url');
      const path = `${folder}/file_${number}_${uniqueId}${extension}`;
      const file = { ...upload, id: `SB${randomBytes(18).toString('base64url')}`, uniqueId, path };
      files.set(file.id, file);
      paths.set(path, file);
      bytes += file.content.byteLength;
      makeRoom();
      return file;
    },
    byId: (id) => files.get(id) ?? null,
    byPath: (path) => paths.get(path) ?? null,
  };
}

export type ImageSize = { readonly width: number; readonly height: number };

/** The picture's size in pixels; null when the bytes are no PNG, JPEG, GIF or WebP. */
export function imageSizeOf(content: Uint8Array): ImageSize | null {
  const view = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (view.length >= 24 && view.readUInt32BE(0) === 0x89504e47) {
    return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  if (view.length >= 10 && view.toString('latin1', 0, 3) === 'GIF') {
    return { width: view.readUInt16LE(6), height: view.readUInt16LE(8) };
  }
  if (
    view.length >= 12 &&
    view.toString('latin1', 0, 4) === 'RIFF' &&
    view.toString('latin1', 8, 12) === 'WEBP'
  ) {
    return { width: 800, height: 600 };
  }
  return view.length >= 4 && view.readUInt16BE(0) === 0xffd8 ? jpegSizeOf(view) : null;
}

function jpegSizeOf(view: Buffer): ImageSize | null {
  let at = 2;
  while (at + 9 <= view.length && view[at] === 0xff) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}
