import { negotiate } from '@turnscope/exposition';
import type { FastifyInstance } from 'fastify';
import { Scraper, type ScraperOptions } from './scrape/scraper.ts';

export interface MetricsRouteOptions extends ScraperOptions {
  readonly telemetryPath: string;
}

/** Answers scrapes in the format that the client likes best. */
export function addMetricsRoute(app: FastifyInstance, options: MetricsRouteOptions): void {
  const scraper = new Scraper(options);
  app.get(options.telemetryPath, async (request, reply) => {
    const format = negotiate(request.headers.accept);
    const { code, type, body } = await scraper.answer(format);
    return reply.code(code).header('vary', 'accept').type(type).send(body);
  });
}
