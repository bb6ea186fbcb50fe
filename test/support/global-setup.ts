import { execFileSync } from 'node:child_process';
import { chromiumPath } from './chromium.ts';

/** Says plainly which services the run has, and refuses to be green without the ones that CI asks for. */
export function setup(): void {
  const missing: string[] = [];
  if (process.env.TEST_POSTGRES_URL === undefined) {
    if (process.env.REQUIRE_POSTGRES === '1') missing.push('TEST_POSTGRES_URL is not set');
    else process.stderr.write('PostgreSQL suites are NOT run: set TEST_POSTGRES_URL to run them.\n');
  }
  if (chromiumPath() === null) {
    if (process.env.REQUIRE_CHROMIUM === '1') missing.push('chromium is not installed');
    else
      process.stderr.write(
        'Browser suites are NOT run: install chromium (Debian: apt-get install chromium) to run them.\n',
      );
  }
  if (missing.length > 0) throw new Error(missing.join('; '));
  // Once for all workers: the suites that start the real program start what production starts.
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
