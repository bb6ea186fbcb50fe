import { deadlines } from './deadlines.ts';
import type { Job } from './job.ts';
import { overdueDossiers } from './overdue-dossiers.ts';

export const jobs: readonly Job[] = [overdueDossiers, deadlines];
