import type { LogFormat, LogLevel } from '../journal/journal.ts';
import type { Beginning } from './beginning.ts';

/** The options of `turnscope serve` as they were written on the command line. */
export interface ServeFlags {
  readonly transcripts?: readonly string[];
  readonly from?: Beginning;
  readonly shared?: boolean;
  readonly stateDir?: string;
  readonly config?: string;
  readonly 'web.listenAddress'?: string;
  readonly 'web.telemetryPath'?: string;
  readonly otlpEndpoint?: string;
  readonly 'log.level'?: LogLevel;
  readonly 'log.format'?: LogFormat;
  readonly demo?: boolean;
  readonly demoIfEmpty?: boolean;
  readonly demoAgents?: number;
  readonly demoSeconds?: number;
}
