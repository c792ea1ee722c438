import type { FastifyInstance } from 'fastify';
import { landingPath, takenPaths } from './paths.ts';

/** Adds the answer to everything else, which names what there is. */
export function addNotFound(app: FastifyInstance, telemetryPath: string): void {
  const others = takenPaths.filter((path) => path !== landingPath);
  const paths = [landingPath, telemetryPath, ...others].join(', ');
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).type('text/plain').send(`Not found. GET and HEAD are answered at ${paths}\n`),
  );
}
