import type { FastifyInstance } from 'fastify';
import { type ListenAddress, listenOn } from './listen-on.ts';
import { createServerApp, type ExporterServerOptions } from './server-app.ts';

/** The HTTP server that Prometheus scrapes. */
export interface ExporterServer {
  /**
   * Starts to answer and tells the URL of the landing page, without a slash at the end; `0.0.0.0`
   * and `::` in it stand for every address of the machine. Rejects with the error of Node when the
   * address cannot be had (`EADDRINUSE` and so on).
   */
  listen(address: ListenAddress): Promise<string>;
  /** Stops: lets running answers end, for a second at most, and closes every connection. */
  close(): Promise<void>;
}

/** Longest time that a running answer may take after `close` was called. */
const closeTimeoutMs = 1_000;

/**
 * Creates a server that does not listen yet. Throws a RangeError when the telemetry path makes no
 * sense.
 *
 * @example
 * const monitor = new PerformanceMonitor({ sources: ['code', 'server'] });
 * const server = createExporterServer({ monitor });
 * await server.listen({ host: '127.0.0.1', port: 10464 });
 */
export function createExporterServer(options: ExporterServerOptions): ExporterServer {
  const app = createServerApp(options);
  return {
    listen: (address) => listenOn(app, address),
    close: () => closeWithin(app, closeTimeoutMs),
  };
}

async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), milliseconds);
  await app.close();
  clearTimeout(cut);
}
