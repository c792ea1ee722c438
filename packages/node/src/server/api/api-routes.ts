import type { PerformanceMonitor } from '@turnscope/core';
import type { FastifyInstance } from 'fastify';
import { alertsPath, reportPath, signalsPath } from '../paths.ts';
import { type ApiAnswer, badParameter, internal, success, unavailable } from './api-answer.ts';
import { type Query, readQuery } from './query.ts';
import { readWindow, windowParameters } from './report-window.ts';

/** What the API answers from. */
export interface ApiRoutesOptions {
  readonly monitor: PerformanceMonitor;
  readonly ready: () => boolean;
  readonly onError: (error: unknown) => void;
}

interface Resource {
  readonly path: string;
  readonly parameters: readonly string[];
  readonly answer: (monitor: PerformanceMonitor, query: Query) => ApiAnswer;
}

const resources: readonly Resource[] = [
  { path: reportPath, parameters: windowParameters, answer: answerReport },
  { path: alertsPath, parameters: [], answer: answerAlerts },
  { path: signalsPath, parameters: [], answer: answerSignals },
];

/** Adds what programs ask: the report, the alerts and the signals, as JSON and as of now. */
export function addApiRoutes(app: FastifyInstance, options: ApiRoutesOptions): void {
  for (const resource of resources) {
    app.get(resource.path, async (request, reply) => {
      const { code, body } = answerOf(resource, request.query, options);
      return reply
        .code(code)
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(body);
    });
  }
}

function answerOf(
  { parameters, answer }: Resource,
  given: unknown,
  { monitor, ready, onError }: ApiRoutesOptions,
): ApiAnswer {
  const read = readQuery(given, parameters);
  if ('error' in read) return badParameter(read);
  if (!ready()) return unavailable('History is still being read; try again in a moment.');
  try {
    return answer(monitor, read.query);
  } catch (error) {
    onError(error);
    return internal('The answer could not be made; Turnscope tells why where it runs.');
  }
}

function answerReport(monitor: PerformanceMonitor, query: Query): ApiAnswer {
  const now = monitor.evaluate();
  const { historySeconds } = monitor.evaluation;
  const window = readWindow(query, { now, historySeconds });
  return 'error' in window ? badParameter(window) : success(monitor.report(window));
}

function answerAlerts(monitor: PerformanceMonitor): ApiAnswer {
  monitor.evaluate();
  return success({ active: monitor.alerts(), resolved: monitor.resolvedAlerts() });
}

function answerSignals(monitor: PerformanceMonitor): ApiAnswer {
  monitor.evaluate();
  return success({ signals: monitor.signals() });
}
