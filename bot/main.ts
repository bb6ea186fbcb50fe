import { parseArgs } from 'node:util';
import { instantOf } from '../domain/clock.ts';
import { accept, type Result, refuse } from '../domain/result.ts';
import { type App, createApp } from './app.ts';
import { type Config, readConfig, readVariables } from './config.ts';
import { terminal } from './terminal.ts';

/** The exit code: 0 done, 1 a breakdown, 2 something that the person who started it must mend. */
type ExitCode = 0 | 1 | 2;

const USAGE = `Cách dùng:
  npm start                                   chạy bot (không có BOT_TOKEN: chạy máy chủ thử)
  npm run documents [-- --sample]             nạp năm văn bản (kèm hồ sơ mẫu)
  npm run units                               nạp danh mục tỉnh, xã hiện nay
  npm run job -- <tên> [--at 2023-10-24T07:30]  chạy một lịch một lần`;

async function main(args: readonly string[]): Promise<ExitCode> {
  const variables = readVariables();
  const config = variables.ok ? readConfig(variables.value) : variables;
  if (!config.ok) return complain(config.refusal);
  const [command = 'start', ...rest] = args;
  switch (command) {
    case 'start':
      return start(config.value);
    case 'documents':
      return withApp(config.value, (app) => loadDocuments(app, rest));
    case 'units':
      return withApp(config.value, loadUnits);
    case 'job':
      return withApp(config.value, (app) => runJob(app, rest));
    case 'help':
    case '--help':
      terminal.say(USAGE);
      return 0;
    default:
      return complain(`Không có lệnh “${command}”.\n${USAGE}`);
  }
}

/** Until SIGTERM or SIGINT: then no new update is taken, what was begun is finished and settled, the database closed. */
async function start(config: Config): Promise<ExitCode> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  return withApp(config, async (app) => {
    const ended = await app.run(stopping.signal, terminal.say);
    return ended.ok ? 0 : complain(ended.refusal);
  });
}

async function loadDocuments(app: App, args: readonly string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: [...args], options: { sample: { type: 'boolean', default: false } } });
  terminal.say(await app.loadDocuments(values.sample));
  return 0;
}

async function loadUnits(app: App): Promise<ExitCode> {
  terminal.say(await app.loadUnits());
  return 0;
}

async function runJob(app: App, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { at: { type: 'string' } },
    allowPositionals: true,
  });
  const at = values.at === undefined ? accept(null) : readInstant(values.at);
  if (!at.ok) return complain(at.refusal);
  const ran = await app.runJob(positionals[0] ?? '', at.value, terminal.say);
  return ran.ok ? 0 : complain(ran.refusal);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/u;

/** "2023-10-24T07:30", local; without a time 07:30. */
function readInstant(text: string): Result<number, string> {
  const [, date = '', time = '07:30'] = INSTANT.exec(text) ?? [];
  try {
    return accept(instantOf(date, time));
  } catch {
    return refuse(`--at ${text}: cần dạng 2023-10-24T07:30 (giờ Việt Nam).`);
  }
}

async function withApp(config: Config, work: (app: App) => Promise<ExitCode>): Promise<ExitCode> {
  const created = await createApp(config);
  if (!created.ok) return complain(created.refusal);
  await using app = created.value;
  return await work(app);
}

function complain(sentence: string): ExitCode {
  terminal.complain(sentence);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (isBadOption(error)) process.exitCode = complain(`Không đọc được tùy chọn của lệnh.\n${USAGE}`);
  else reportBreakdown(error);
}

/** What `parseArgs` throws for an option that it does not know or that lacks its value. */
function isBadOption(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function reportBreakdown(error: unknown): void {
  // The message of an unforeseen error can quote what people wrote; its name and place cannot.
  const { name, stack } = error instanceof Error ? error : new Error('unknown');
  terminal.complain(`Lỗi ngoài dự kiến: ${name}\n${(stack ?? '').split('\n').slice(1, 6).join('\n')}`);
  process.exitCode = 1;
}
