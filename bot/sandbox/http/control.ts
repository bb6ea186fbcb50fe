import { Hono } from 'hono';
import { z } from 'zod';
import type { Fault, FaultRule, Faults } from '../faults.ts';
import type { World } from '../world.ts';
import { guardSameOrigin } from './guard.ts';

const faultSchema: z.ZodType<Fault> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    status: z.int().min(200).max(599),
    body: z.string(),
    contentType: z.string().default('application/json'),
  }),
  z.object({ kind: z.enum(['hang-up', 'cut-body']), accepted: z.boolean().default(false) }),
  z.object({
    kind: z.literal('silence'),
    ms: z.int().min(0).max(3_600_000),
    accepted: z.boolean().default(false),
  }),
  z.object({ kind: z.literal('late'), ms: z.int().min(0).max(3_600_000) }),
]);

const ruleSchema: z.ZodType<FaultRule> = z.object({
  method: z.string().optional(),
  chatId: z.int().optional(),
  times: z.int().min(1).optional(),
  fault: faultSchema,
});

/** Scripted faults and the list of accepted sends, for a harness in another process. */
export function createControl(world: World, faults: Faults): Hono {
  const app = new Hono();
  app.use('*', guardSameOrigin);
  app.get('/sandbox/faults', (context) => context.json(faults.pending()));
  app.post('/sandbox/faults', async (context) => {
    const rule = ruleSchema.safeParse(await context.req.json().catch(() => null));
    if (!rule.success) return context.json({ error: z.prettifyError(rule.error) }, 400);
    faults.add(rule.data);
    return context.json(faults.pending(), 201);
  });
  app.delete('/sandbox/faults', (context) => {
    faults.clear();
    return context.json([]);
  });
  app.get('/sandbox/accepted', (context) => context.json(world.journal.accepted));
  return app;
}
