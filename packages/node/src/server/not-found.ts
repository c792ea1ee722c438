import type { FastifyInstance } from 'fastify';
import { healthyPath, landingPath, readyPath } from './paths.ts';

/** Adds the answer to everything else, which names what there is. */
export function addNotFound(app: FastifyInstance, telemetryPath: string): void {
  const paths = [landingPath, telemetryPath, healthyPath, readyPath].join(', ');
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).type('text/plain').send(`Not found. GET and HEAD are answered at ${paths}\n`),
  );
}
