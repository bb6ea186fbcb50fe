import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { accept, type Result, refuse } from '../domain/result.ts';

/** Every variable, with the sentence that is shown when it cannot be read. `.env.example` explains each. */
const environment = z.object({
  BOT_TOKEN: optional(z.string().regex(/^\d{1,20}:[\w-]+$/u, 'cần dạng 123456789:AA… do @BotFather cấp')),
  TELEGRAM_API_ROOT: optional(
    z.url({ protocol: /^https?$/u, error: 'cần một địa chỉ http(s), ví dụ http://127.0.0.1:8081' }),
  ),
  ADMIN_IDS: optional(
    z
      .string()
      .regex(
        /^\s*\d{1,16}(?:\s*[,; ]\s*\d{1,16})*\s*$/u,
        'cần các mã số Telegram cách nhau bằng dấu phẩy, ví dụ 111111111,222222222',
      ),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^(?:file:.+|postgres(?:ql)?:\/\/.+)$/u,
        'cần dạng file:data/bot.db hoặc postgres://người-dùng@máy-chủ/cơ-sở-dữ-liệu',
      ),
  ),
  ALLOW_SAMPLE_DATA: optional(z.enum(['0', '1'], 'chỉ nhận 0 hoặc 1')),
  HTTPS_PROXY: optional(
    z.url({ protocol: /^https?$/u, error: 'cần một địa chỉ proxy http(s), ví dụ http://10.0.0.1:3128' }),
  ),
  LOG_LEVEL: optional(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'chỉ nhận debug, info, warn, error hoặc silent'),
  ),
  SANDBOX_PORT: optional(
    z
      .string()
      .refine((text) => /^\d{1,5}$/u.test(text) && Number(text) < 65_536, 'cần một số cổng từ 0 đến 65535'),
  ),
});

export type Config = {
  /** Null: the sandbox instead of Telegram. */
  readonly botToken: string | null;
  readonly apiRoot: string;
  readonly adminIds: readonly number[];
  readonly databaseUrl: string;
  readonly allowSampleData: boolean;
  readonly httpsProxy: string | null;
  readonly logLevel: string;
  readonly sandboxPort: number;
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Environment before `.env`; the refusal names each variable and what it should be, never its value. */
export function readConfig(variables: Variables): Result<Config, string> {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    return refuse(`Cấu hình chưa đọc được. Sửa trong .env hoặc biến môi trường:\n${problems.join('\n')}`);
  }
  const env = parsed.data;
  const botToken = env.BOT_TOKEN ?? null;
  return accept({
    botToken,
    apiRoot: (env.TELEGRAM_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/u, ''),
    adminIds: (env.ADMIN_IDS ?? '')
      .split(/[,; ]+/u)
      .filter((text) => text !== '')
      .map(Number),
    databaseUrl: env.DATABASE_URL ?? (botToken === null ? 'file:data/sandbox.db' : 'file:data/bot.db'),
    allowSampleData: env.ALLOW_SAMPLE_DATA === '1',
    httpsProxy: env.HTTPS_PROXY ?? null,
    logLevel: env.LOG_LEVEL ?? 'info',
    sandboxPort: Number(env.SANDBOX_PORT ?? '8088'),
  });
}

/** `.env` beside the working directory, where there is one; what the environment sets wins. */
export function readVariables(path = '.env'): Result<Variables, string> {
  if (!existsSync(path)) return accept(process.env);
  const bytes = readFileSync(path);
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
  // Notepad writes a byte order mark, which parseEnv would make part of the first name.
  const content = text.replace(/^\uFEFF/u, '');
  const broken = content
    .split(/\r?\n/u)
    .findIndex((line) => /^\s*[A-Z_]+\s*:/u.test(line) || /^\s*[A-Z_]+\s*$/u.test(line));
  if (broken >= 0) return refuse(`${path}, dòng ${broken + 1}: cần dạng TÊN_BIẾN=giá trị.`);
  return accept({ ...parseEnv(content), ...process.env });
}

/** An empty variable counts as not set. */
function optional<Schema extends z.ZodType<string>>(schema: Schema) {
  return z.preprocess(
    (value) =>
      typeof value === 'string' && value.trim() === ''
        ? undefined
        : typeof value === 'string'
          ? value.trim()
          : value,
    schema.optional(),
  );
}
