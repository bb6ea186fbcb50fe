import type { Hono } from 'hono';
import { z } from 'zod';
import type { ClockDesk, ClockMove } from '../clock-desk.ts';

const moveSchema: z.ZodType<ClockMove> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('advance'),
    minutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60),
  }),
  z.object({ kind: z.literal('working-morning') }),
  z.object({ kind: z.literal('to'), at: z.string().max(40) }),
]);

export function addClockRoutes(app: Hono, clock: ClockDesk): void {
  app.post('/sandbox/clock', async (context) => {
    const move = moveSchema.safeParse(await context.req.json().catch(() => null));
    if (!move.success) return context.json({ error: 'Yêu cầu chuyển đồng hồ không hợp lệ.' }, 400);
    const moved = clock.move(move.data);
    return moved.ok ? context.json(moved.value, 202) : context.json({ error: moved.refusal }, 409);
  });
}
