import type { Log, LogFields } from '../../domain/log.ts';

export type KeptLog = Log & {
  readonly entries: { readonly level: string; readonly fields: LogFields; readonly message: string }[];
};

/** Keeps what is logged, for tests that look at it. */
export function createKeptLog(): KeptLog {
  const entries: KeptLog['entries'] = [];
  const keep = (level: string) => (fields: LogFields, message: string) => {
    entries.push({ level, fields, message });
  };
  return { entries, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
