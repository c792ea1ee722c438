import type { PerformanceMonitor } from '@turnscope/core';
import { createExporterServer, createRuntimeMetrics, type ExporterServer } from '@turnscope/node';
import type { Settings } from '../settings/settings.ts';
import type { Problems } from './problems.ts';
import type { Stage } from './stage.ts';
import { demoNotice } from './welcome.ts';

export interface ExporterOptions {
  readonly settings: Settings;
  readonly stage: Stage;
  readonly monitor: PerformanceMonitor;
  readonly ready: () => boolean;
  readonly problems: Problems;
}

/** The server of the command: the monitor's metrics and those of this process. */
export function createExporter(options: ExporterOptions): ExporterServer {
  const { settings, stage, monitor, ready, problems } = options;
  const runtime = createRuntimeMetrics();
  const server = createExporterServer({
    monitor,
    families: runtime.families,
    ready,
    telemetryPath: settings.web.telemetryPath,
    created: settings.exposition.created,
    notice: stage.demo && demoNotice,
    onError: (error) => problems.tellOnce('an answer failed', error),
  });
  return {
    listen: server.listen,
    async close() {
      runtime.close();
      await server.close();
    },
  };
}
