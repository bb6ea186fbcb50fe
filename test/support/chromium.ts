import { execFileSync } from 'node:child_process';

/** Debian's browser; playwright's own downloads are not relied on. Null where none is installed. */
export function chromiumPath(): string | null {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
