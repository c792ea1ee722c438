import { type Command, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import { type GenerateFlags, prometheusChoices } from './mixin/generate-flags.ts';

const examples = `
Examples:
  turnscope mixin generate
  turnscope mixin generate --config turnscope.yaml --out monitoring --prometheus 3`;

/** Adds `turnscope mixin generate`. */
export function addMixin(program: Command, context: CommandContext): void {
  const mixin = program
    .command('mixin')
    .description('Rules, dashboards and runbooks for Prometheus, Alertmanager and Grafana.');
  const command = mixin
    .command('generate')
    .description(
      'Writes rules, dashboards, runbooks and configurations for the thresholds of turnscope.yaml. What was written in a runbook by hand is kept.',
    )
    .option(
      '--config <file>',
      'configuration (default: turnscope.yaml in this folder, if there is one)',
    )
    .option('--out <dir>', 'where the files go (default: ./turnscope-mixin)')
    .addOption(
      new Option(
        '--prometheus <version>',
        'the oldest Prometheus that reads them (default: 2.42)',
      ).choices(prometheusChoices),
    )
    .addHelpText('after', examples);
  command.action(async (flags: GenerateFlags) => {
    const { generate } = await import('./mixin/generate.ts');
    await generate(flags, context);
  });
}
