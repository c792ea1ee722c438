import { version } from '@turnscope/core';
import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addMixin } from './mixin-command.ts';
import { addReport } from './report-command.ts';
import { addRun } from './run-command.ts';
import { addServe } from './serve-command.ts';

/** All commands. What a command needs is loaded when it runs, so that `--version` answers at once. */
export function createProgram(context: CommandContext): Command {
  const { terminal } = context;
  const program = new Command('turnscope')
    .description('Measures how fast and how well conversational agents work.')
    .version(version)
    // So that the options of a command that `run` runs are its own.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.warn(text.trimEnd()),
      outputError: (text, write) => write(oneLine(text)),
    });
  addServe(program, context);
  addReport(program, context);
  addRun(program, context);
  addMixin(program, context);
  return program;
}

/** Commander writes `error: …` and puts its suggestion on a second line. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, 'turnscope: ')
    .trimEnd()
    .replaceAll('\n', ' ');
}
