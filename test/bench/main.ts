import { benchMemory, benchQuestions } from './questions.ts';
import type { BenchRow } from './row.ts';
import { benchUnitIndex } from './unit-index.ts';

const rows: BenchRow[] = [];
for (const bench of [benchUnitIndex, benchQuestions, benchMemory]) rows.push(...(await bench()));

const width = (column: 'name' | 'figure' | 'bound') => Math.max(...rows.map((row) => row[column].length));
for (const { name, figure, bound, ok } of rows) {
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(width('name'))}  ${figure.padEnd(width('figure'))}  ${bound}`);
}
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
