import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type BotProcess = {
  readonly child: ChildProcess;
  /** Everything it wrote to stdout and stderr so far. */
  readonly output: () => string;
  /** SIGKILL: nothing can be finished. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Resolves with the exit code when it ends by itself. */
  readonly ended: Promise<number | null>;
};

/** `node dist/bot/main.js <args>`, as the run's set-up compiled it, with nothing of this environment but the path. */
export function startProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd?: string,
): BotProcess {
  const child = spawn(process.execPath, [`${process.cwd()}/dist/bot/main.js`, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  return {
    child,
    output: () => text,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    ended,
  };
}
