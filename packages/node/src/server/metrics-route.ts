import type { Clock, MetricFamily, PerformanceMonitor } from '@turnscope/core';
import { contentTypes, createTextRenderer, type TextRenderer } from '@turnscope/exposition';
import type { FastifyInstance } from 'fastify';

/** What the metrics are rendered from. */
export interface MetricsRouteOptions {
  readonly monitor: PerformanceMonitor;
  readonly families?: (() => readonly MetricFamily[]) | undefined;
  readonly ready: () => boolean;
  readonly telemetryPath: string;
  readonly onError: (error: unknown) => void;
  readonly stopwatch: Clock;
}

interface Answer {
  readonly code: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/** Answers scrapes and counts them. The time counted is that of writing the text, not of sending it. */
export function addMetricsRoute(app: FastifyInstance, options: MetricsRouteOptions): void {
  const { monitor, stopwatch } = options;
  const renderer = createTextRenderer();
  app.get(options.telemetryPath, async (_request, reply) => {
    const start = stopwatch.now();
    const { code, type, body } = answer(options, renderer);
    const durationSeconds = (stopwatch.now() - start) / 1000;
    monitor.recordScrape({ format: 'text', code, durationSeconds });
    return reply.code(code).type(type).send(body);
  });
}

function answer(options: MetricsRouteOptions, renderer: TextRenderer): Answer {
  if (!options.ready()) return sentence(503, 'History is still being read; try again in a moment.');
  try {
    return { code: 200, type: contentTypes.text, body: render(options, renderer) };
  } catch (error) {
    options.onError(error);
    return sentence(500, 'The metrics could not be written; Turnscope tells why where it runs.');
  }
}

function render({ monitor, families }: MetricsRouteOptions, renderer: TextRenderer): Buffer {
  const { now, families: own } = monitor.collect();
  const all = families === undefined ? own : [...own, ...families()];
  const pieces: Buffer[] = [];
  for (const piece of renderer.render({ now, families: all })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function sentence(code: number, text: string): Answer {
  return { code, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}
