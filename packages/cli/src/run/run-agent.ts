import { constants } from 'node:os';
import {
  exitWords,
  type ProcessExit,
  type RunningCommand,
  runCommand,
} from '@turnscope/claude-code';
import { PerformanceMonitor } from '@turnscope/core';
import { createExporterServer, createRuntimeMetrics } from '@turnscope/node';
import type { CommandContext, Host } from '../command-context.ts';
import { CommandError, ExitCode, misused } from '../command-error.ts';
import { browserUrl } from '../serve/browser-url.ts';
import { listen } from '../serve/listen.ts';
import { listenAddressForm, parseListenAddress } from '../settings/listen-address.ts';
import type { RunFlags } from './run-flags.ts';

const passedOn = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;
/** A terminal sends them itself to every process in it, which must not get them twice. */
const keySignals: ReadonlySet<string> = new Set(['SIGINT', 'SIGQUIT']);
/** As shells answer. */
const notFound = 127;
const notExecutable = 126;
const signalBase = 128;

/** Runs a command in the place of this one. Ends with its exit code, by an `ExitCode`, when that is not 0. */
export async function runAgent(
  [command, ...args]: readonly [string, ...string[]],
  flags: RunFlags,
  { host, environment, terminal }: CommandContext,
): Promise<void> {
  const { processType = 'unknown', restart, serve } = flags;
  const monitor = new PerformanceMonitor({
    sources: serve === undefined ? [] : ['server'],
    processTypes: [processType],
    thresholds: { profile: 'coding-agent' },
  });
  const close = serve === undefined ? async () => {} : await serveAt(serve, monitor, terminal.warn);
  const running = runCommand({
    command,
    args,
    monitor,
    processType,
    restartOnFailure: restart === 'on-failure',
    output: host.output,
    hasTerminal: host.hasTerminal,
    environment: environment.variables,
    onRestart: (line) => terminal.warn(`turnscope: ${line}`),
  });
  const release = passSignals(host, running);
  const exit = await running.ended;
  release();
  await close();
  if (exit.error) throw new CommandError(codeOf(exit), `${command} ${exitWords(exit)}`);
  if (codeOf(exit) !== 0) throw new ExitCode(codeOf(exit));
}

async function serveAt(
  text: string,
  monitor: PerformanceMonitor,
  tell: (line: string) => void,
): Promise<() => Promise<void>> {
  const address = parseListenAddress(text);
  if (address === undefined) {
    throw new CommandError(misused, `--serve ${listenAddressForm}; got ${text}`);
  }
  const runtime = createRuntimeMetrics();
  const server = createExporterServer({ monitor, families: runtime.families });
  const url = await listen(server, address, '--serve').catch(async (error) => {
    runtime.close();
    await server.close();
    throw error;
  });
  tell(`turnscope: metrics at ${browserUrl(url)}/metrics`);
  return async () => {
    runtime.close();
    await server.close();
  };
}

function passSignals(host: Host, running: RunningCommand): () => void {
  const releases = passedOn.map((signal) =>
    host.onSignal(signal, () => {
      const isTold = host.hasTerminal && keySignals.has(signal);
      running.signal(signal, isTold);
    }),
  );
  return () => {
    for (const release of releases) release();
  };
}

function codeOf({ code, signal, error }: ProcessExit): number {
  if (error) return 'code' in error && error.code === 'ENOENT' ? notFound : notExecutable;
  if (signal !== null) return signalBase + (constants.signals[signal] ?? 0);
  return code ?? 1;
}
