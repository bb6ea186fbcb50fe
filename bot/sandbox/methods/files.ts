import { badRequest } from '../api-error.ts';
import { imageSizeOf, type StoredFile } from '../files.ts';
import { documentOf, photoOf } from '../media.ts';
import { textOf, type Upload } from '../parameters.ts';
import { CAPTION_LIMIT } from '../text/format.ts';
import { type Call, writableChatOf } from './call.ts';
import { formattedOf, post } from './content.ts';

const UPLOAD_BYTES = 50 * 1024 * 1024;
const PHOTO_BYTES = 10 * 1024 * 1024;
const DOWNLOAD_BYTES = 20 * 1024 * 1024;

export function sendDocument(call: Call) {
  const chat = writableChatOf(call);
  const caption = captionOf(call);
  const file = fileOf(call, 'document', UPLOAD_BYTES);
  return post(call, chat, 'sendDocument', { document: documentOf(file), ...caption });
}

export function sendPhoto(call: Call) {
  const chat = writableChatOf(call);
  const caption = captionOf(call);
  const file = fileOf(call, 'photo', PHOTO_BYTES);
  const size = imageSizeOf(file.content);
  if (size === null) throw badRequest('IMAGE_PROCESS_FAILED');
  if (size.width + size.height > 10_000) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return post(call, chat, 'sendPhoto', { photo: [photoOf(file, size)], ...caption });
}

function captionOf(call: Call) {
  const { text, entities } = formattedOf(call, 'caption', CAPTION_LIMIT);
  if (text === '') return {};
  return { caption: text, ...(entities.length === 0 ? {} : { caption_entities: entities }) };
}

/** The file of a call: uploaded under the field, attached under another name, or sent before and named by id. */
function fileOf({ world, parameters }: Call, field: 'document' | 'photo', limit: number): StoredFile {
  const reference = textOf(parameters, field);
  const attached = /^attach:\/\/(.+)$/u.exec(reference)?.[1];
  const upload = parameters.uploads.get(attached ?? field);
  if (upload) {
    checkUpload(upload, field, limit);
    return world.files.put(upload, field === 'photo' ? 'photos' : 'documents');
  }
  if (reference === '' || attached !== undefined) throw badRequest(`there is no ${field} in the request`);
  if (/^https?:/iu.test(reference)) throw badRequest('failed to get HTTP URL content');
  const known = world.files.byId(reference);
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
  return known;
}

function checkUpload(upload: Upload, field: string, limit: number): void {
  if (upload.content.byteLength === 0) throw badRequest('file must be non-empty');
  if (upload.content.byteLength > limit) throw badRequest(`file is too big for a ${field}`);
}

export function getFile({ world, parameters }: Call) {
  const file = world.files.byId(textOf(parameters, 'file_id'));
  if (!file) throw badRequest('invalid file_id');
  if (file.content.byteLength > DOWNLOAD_BYTES) throw badRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.content.byteLength,
    file_path: file.path,
  };
}
