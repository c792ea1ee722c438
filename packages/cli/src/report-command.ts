import { type Command, Option } from 'commander';
import type { CommandContext } from './command-context.ts';
import { type ReportFlags, reportFormats } from './report/report-flags.ts';
import { addTranscripts } from './transcripts-option.ts';

const examples = `
Examples:
  turnscope report --since 7d
  turnscope report --since 2026-03-01 --until 2026-03-08 --format markdown
  turnscope report --since all --format json --output report.json`;

/** Adds `turnscope report`. */
export function addReport(program: Command, context: CommandContext): void {
  const command = program
    .command('report')
    .description(
      'Reads the Claude Code transcripts of this machine and says how the agents did, without Prometheus.',
    );
  addTranscripts(command)
    .option(
      '--since <when>',
      'where the report begins: 24h, 7d or 1h30m ago, a date or time such as 2026-03-01 or 2026-03-01T09:00 (of this time zone unless it says another), or all (default: 24h)',
    )
    .option('--until <when>', 'where it ends, in the same forms (default: now)')
    .addOption(
      new Option('--format <format>', 'what it is written in (default: text)').choices(
        reportFormats,
      ),
    )
    .option('--output <file>', 'writes it into a file, whole or not at all (default: the terminal)')
    .option(
      '--config <file>',
      'configuration (default: turnscope.yaml in this folder, if there is one)',
    )
    .addHelpText('after', examples);
  command.action(async (flags: ReportFlags) => {
    const { report } = await import('./report/report.ts');
    await report(flags, context);
  });
}
