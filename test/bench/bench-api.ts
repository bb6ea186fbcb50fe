import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BenchOrder, BenchReport } from './api-process.ts';

export type BenchApi = {
  readonly url: string;
  readonly carryOut: (order: BenchOrder) => Promise<Extract<BenchReport, { kind: 'done' }>>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

export async function startBenchApi(): Promise<BenchApi> {
  const child = fork(fileURLToPath(new URL('api-process.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });
  const heard = async (): Promise<BenchReport> => {
    const [message] = (await once(child, 'message')) as [BenchReport];
    return message;
  };
  const ready = await heard();
  if (ready.kind !== 'ready') throw new Error('the Bot API did not start');
  return {
    url: ready.url,
    async carryOut(order) {
      const answer = heard();
      child.send(order);
      const done = await answer;
      if (done.kind !== 'done') throw new Error('the Bot API lost its way');
      return done;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'close');
    },
  };
}
