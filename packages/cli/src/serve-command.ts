import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import { logFormats, logLevels } from './journal/journal.ts';
import { beginnings } from './settings/beginning.ts';
import type { ServeFlags } from './settings/serve-flags.ts';
import { addTranscripts } from './transcripts-option.ts';

const mostDemoAgents = 1_000;
/** A day. */
const mostDemoSeconds = 86_400;

/** Adds `turnscope serve`. */
export function addServe(program: Command, context: CommandContext): void {
  const command = program
    .command('serve')
    .description(
      'Reads the Claude Code transcripts of this machine and serves metrics for Prometheus.',
    );
  addReading(command);
  addServer(command);
  addDemo(command);
  command.action(async (flags: ServeFlags) => {
    const { resolveSettings } = await import('./settings/settings.ts');
    const { serve } = await import('./serve/serve.ts');
    await serve(await resolveSettings(flags, context.environment), context);
  });
}

function addReading(command: Command): void {
  addTranscripts(command)
    .addOption(
      new Option(
        '--from <when>',
        'what to count: what is written from now on, or from the start all there is (default: now)',
      ).choices(beginnings),
    )
    .option('--shared', 'read folders that another turnscope reads too; every number then doubles')
    .option(
      '--state-dir <dir>',
      'where readers of the same folder find each other (default: $XDG_STATE_HOME/turnscope, else ~/.local/state/turnscope)',
    );
}

function addServer(command: Command): void {
  command
    .option(
      '--config <file>',
      'configuration (default: turnscope.yaml in this folder, if there is one)',
    )
    .option(
      '--web.listen-address <address>',
      'HOST:PORT, or :PORT for every address of this machine (default: 127.0.0.1:10464)',
    )
    .option('--web.telemetry-path <path>', 'path of the metrics (default: /metrics)')
    .option('--otlp-endpoint <url>', 'push the metrics by OTLP over HTTP, too (default: nowhere)')
    .addOption(
      new Option('--log.level <level>', 'how much is told (default: info)').choices(logLevels),
    )
    .addOption(
      new Option('--log.format <format>', 'for people or for programs (default: text)').choices(
        logFormats,
      ),
    );
}

function addDemo(command: Command): void {
  command
    .addOption(
      new Option('--demo', 'play imaginary agents instead of reading transcripts').conflicts(
        'transcripts',
      ),
    )
    .option('--demo-if-empty', 'play imaginary agents when there are no transcripts')
    .option('--demo-agents <number>', 'how many imaginary agents play (default: 5)', parseAgents)
    .option(
      '--demo-seconds <number>',
      'how long they play before they rest (default: until the end)',
      parseSeconds,
    );
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= mostDemoSeconds) return seconds;
  throw new InvalidArgumentError(`It must be a number above 0 and up to ${mostDemoSeconds}.`);
}

function parseAgents(text: string): number {
  const agents = Number(text);
  if (Number.isInteger(agents) && agents >= 1 && agents <= mostDemoAgents) return agents;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${mostDemoAgents}.`);
}
