import fastifyCompress from '@fastify/compress';
import type { Clock, MetricFamily, PerformanceMonitor } from '@turnscope/core';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { monotonicClock } from '../system-clock.ts';
import { addApiRoutes } from './api/api-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import { addLandingPage } from './landing-page.ts';
import { addMetricsRoute } from './metrics-route.ts';
import { addNotFound } from './not-found.ts';
import { wrongTelemetryPath } from './telemetry-path.ts';

/** What an exporter server shows, and how. */
export interface ExporterServerOptions {
  /** Enable its source `server`, or the metrics about scrapes stay hidden. */
  readonly monitor: PerformanceMonitor;
  /** Metrics that do not come from the monitor, such as those of `createRuntimeMetrics`; asked at each scrape. */
  readonly families?: (() => readonly MetricFamily[]) | undefined;
  /** False while history is still read: no scrape may see half of it. Default: always ready. */
  readonly ready?: (() => boolean) | undefined;
  /** Default `/metrics`. */
  readonly telemetryPath?: string | undefined;
  /** Whether OpenMetrics says when counters and histograms began, in a line each; default false. */
  readonly created?: boolean | undefined;
  /** A sentence for the landing page, for example that the numbers are invented. */
  readonly notice?: string | undefined;
  /** Told of an error that made an answer a 500. The process goes on. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Measures durations; default `monotonicClock`. */
  readonly stopwatch?: Clock | undefined;
}

/** Longest time that a client may take to send its request. */
const requestTimeoutMs = 10_000;

/** Longest time that a client may take nothing of an answer, which holds its numbers for as long. */
const silenceTimeoutMs = 60_000;

const compressible = /^(?:text\/|application\/(?:json|openmetrics-text|vnd\.google\.protobuf))/;

/** Everything the server answers. Throws a RangeError when the telemetry path makes no sense. */
export function createServerApp(options: ExporterServerOptions): FastifyInstance {
  const { telemetryPath = '/metrics', ready = () => true, onError = () => {} } = options;
  const { stopwatch = monotonicClock } = options;
  const wrong = wrongTelemetryPath(telemetryPath);
  if (wrong !== undefined) throw new RangeError(`telemetryPath ${telemetryPath} ${wrong}`);

  const app = fastify({
    logger: false,
    requestTimeout: requestTimeoutMs,
    connectionTimeout: silenceTimeoutMs,
  });
  answerErrors(app, onError);
  // Metrics shrink to a twentieth at any level; speed is what differs.
  app.register(fastifyCompress, {
    encodings: ['gzip'],
    zlibOptions: { level: 1 },
    customTypes: compressible,
  });
  app.register(async (routes) => {
    addMetricsRoute(routes, { ...options, telemetryPath, ready, onError, stopwatch });
    addApiRoutes(routes, { monitor: options.monitor, ready, onError });
    addHealthRoutes(routes, ready);
    addLandingPage(routes, { telemetryPath, notice: options.notice });
  });
  addNotFound(app, telemetryPath);
  return app;
}

/** What a client did wrong is told to the client, the rest to `onError`. */
function answerErrors(app: FastifyInstance, onError: (error: unknown) => void): void {
  app.setErrorHandler<FastifyError>(async (error, _request, reply) => {
    reply.type('text/plain; charset=utf-8');
    const { statusCode = 500 } = error;
    if (statusCode < 500) return reply.code(statusCode).send(`${error.message}\n`);
    onError(error);
    return reply.code(500).send('Something failed inside Turnscope; it tells why where it runs.\n');
  });
}
