import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import type { RunFlags } from './run/run-flags.ts';
import { restartChoices } from './run/run-flags.ts';

const examples = `
Examples:
  turnscope run --serve 127.0.0.1:10465 -- claude -p "Fix the test" --output-format stream-json --verbose
  turnscope run --process-type tactical --restart on-failure -- my-agent`;

/** Adds `turnscope run`. */
export function addRun(program: Command, context: CommandContext): void {
  program
    .command('run')
    .description(
      'Runs one command as if it had been started by itself, measures the stream-json that it writes, and starts it again when it fails, if told to.',
    )
    .argument('<command...>', 'the command and its arguments; -- may stand before it')
    .passThroughOptions()
    .option('--process-type <type>', 'the role of the agent (default: unknown)', nonEmpty)
    .addOption(
      new Option('--restart <when>', 'when it is started again (default: never)').choices(
        restartChoices,
      ),
    )
    .option(
      '--serve <address>',
      'serve the metrics at HOST:PORT, or at :PORT on every address of this machine (default: nowhere)',
    )
    .addHelpText('after', examples)
    .action(async (command: readonly [string, ...string[]], flags: RunFlags) => {
      const { runAgent } = await import('./run/run-agent.ts');
      await runAgent(command, flags, context);
    });
}

function nonEmpty(text: string): string {
  if (text !== '') return text;
  throw new InvalidArgumentError('It must not be empty.');
}
