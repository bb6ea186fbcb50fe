import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from '../api-error.ts';
import type { Parameters, Upload } from '../parameters.ts';

/** 50 MB of file and room for the other fields. */
const MAX_BODY_BYTES = 52 * 1024 * 1024;

/** A call's parameters from query string and body; the body wins. Throws ApiError 400 or 413. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const fields = new Map<string, unknown>(query);
  const uploads = new Map<string, Upload>();
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (body.byteLength > 0) await readInto(fields, uploads, body, type);
  return { fields, uploads };
}

async function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new ApiError(413, 'Request Entity Too Large');
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

async function readInto(
  fields: Map<string, unknown>,
  uploads: Map<string, Upload>,
  body: Buffer<ArrayBuffer>,
  type: string,
): Promise<void> {
  if (/^application\/json\b/iu.test(type)) {
    for (const [name, value] of Object.entries(parseObject(body.toString('utf8')))) fields.set(name, value);
    return;
  }
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/iu.test(type)) return;
  for (const [name, value] of await parseForm(body, type)) {
    if (typeof value === 'string') fields.set(name, value);
    else uploads.set(name, await toUpload(value));
  }
}

function parseObject(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse request body as JSON");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest("can't parse request body: Object expected");
  }
  return value;
}

async function parseForm(body: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Request('http://127.0.0.1/', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    }).formData();
  } catch {
    throw badRequest("can't parse the form");
  }
}

async function toUpload(file: File): Promise<Upload> {
  return { name: safeName(file.name), mime: file.type, content: new Uint8Array(await file.arrayBuffer()) };
}

/** A file name without folders and control characters. */
export function safeName(name: string): string {
  const base = name.split(/[/\\]/u).at(-1) ?? '';
  const clean = base.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200);
  return clean === '' ? 'file' : clean;
}
