import cron from 'node-cron';
import { TIME_ZONE } from '../domain/clock.ts';
import type { SlotRunner } from './slot-runner.ts';

/**
 * The wake-up: once a minute, never two at a time. What is due is decided by the slots in the database, so a
 * wake-up that comes late or not at all loses nothing.
 */
export function startScheduler(
  runner: Pick<SlotRunner, 'step'>,
  onFailure: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = runner.step().catch(onFailure);
    return running;
  };
  const task = cron.schedule('* * * * *', tick, {
    timezone: TIME_ZONE,
    noOverlap: true,
    missedExecutionTolerance: 55_000,
  });
  void tick();
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
