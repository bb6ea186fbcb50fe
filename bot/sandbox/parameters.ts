import { z } from 'zod';
import { badRequest } from './api-error.ts';

export type Upload = { readonly name: string; readonly mime: string; readonly content: Uint8Array };

/** A call's parameters, whichever way they came: query string, form, multipart or JSON. */
export type Parameters = {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly uploads: ReadonlyMap<string, Upload>;
};

/** The text of a field; absent reads as empty. */
export function textOf({ fields }: Parameters, name: string): string {
  const value = fields.get(name);
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** An integer field; null when absent or not an integer. */
export function integerOf(parameters: Parameters, name: string): number | null {
  const text = textOf(parameters, name).trim();
  if (!/^-?\d{1,16}$/u.test(text)) return null;
  return Number(text);
}

export function flagOf(parameters: Parameters, name: string): boolean {
  return ['true', '1', 'yes'].includes(textOf(parameters, name).toLowerCase());
}

/** A structured field: an object in a JSON body, its JSON text in a form. Undefined when absent. Throws ApiError 400. */
export function jsonOf<Shape>(
  { fields }: Parameters,
  name: string,
  schema: z.ZodType<Shape>,
): Shape | undefined {
  const value = fields.get(name);
  if (value === undefined || value === null || value === '') return undefined;
  const result = schema.safeParse(typeof value === 'string' ? parseJson(value, name) : value);
  if (!result.success)
    throw badRequest(`can't parse ${name}: ${z.prettifyError(result.error).split('\n')[0]}`);
  return result.data;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${name}: object expected`);
  }
}
