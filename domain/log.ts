/** Ids, counts, durations and named reasons; never message text, a person's name or a token. */
export type LogFields = { readonly [name: string]: string | number | boolean | null };

/** Where a worker says what it did. A pino logger fits. */
export type Log = {
  readonly info: (fields: LogFields, message: string) => void;
  readonly warn: (fields: LogFields, message: string) => void;
  readonly error: (fields: LogFields, message: string) => void;
};

/** What may be written down about a breakdown: its name and code, since its message can quote what people wrote. */
export function breakdownName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
