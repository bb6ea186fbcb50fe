import type { ImageSize, StoredFile } from './files.ts';
import type { WireDocument, WirePhoto } from './wire.ts';

export const documentOf = (file: StoredFile): WireDocument => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_name: file.name,
  mime_type: file.mime,
  file_size: file.content.byteLength,
});

export const photoOf = (file: StoredFile, size: ImageSize): WirePhoto => ({
  file_id: file.id,
  file_unique_id: file.uniqueId,
  file_size: file.content.byteLength,
  ...size,
});
