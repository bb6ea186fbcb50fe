import { deadlines } from './deadlines.ts';
import { housekeeping } from './housekeeping.ts';
import type { Job } from './job.ts';
import { overdueDossiers } from './overdue-dossiers.ts';

export const jobs: readonly Job[] = [overdueDossiers, deadlines, housekeeping];
