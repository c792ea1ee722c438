import type { FastifyInstance } from 'fastify';
import { healthyPath, readyPath } from './paths.ts';

/** Adds the endpoints that supervisors ask: healthy while it answers at all, ready once history is read. */
export function addHealthRoutes(app: FastifyInstance, ready: () => boolean): void {
  app.get(healthyPath, async (_request, reply) => reply.type('text/plain').send('Healthy.\n'));
  app.get(readyPath, async (_request, reply) => {
    reply.type('text/plain');
    if (ready()) return reply.send('Ready.\n');
    return reply.code(503).send('Not ready: history is still being read.\n');
  });
}
