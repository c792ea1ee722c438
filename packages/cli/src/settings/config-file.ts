import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { CommandError, misused } from '../command-error.ts';
import { asSystemError } from '../system-error.ts';
import { type Config, configSchema } from './config-schema.ts';
import { lineOf } from './line-of.ts';

interface Problem {
  readonly line: number;
  readonly message: string;
}

/** Reads and checks a configuration file. Throws a CommandError with a line for each problem. */
export async function readConfigFile(path: string): Promise<Config> {
  return parseConfig(await readText(path), path);
}

/** Checks the text of a configuration file; `name` stands before each problem. */
export function parseConfig(text: string, name: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw wrong(
      name,
      document.errors.map(({ message, pos }) => ({ message, line: lines.linePos(pos[0]).line })),
    );
  }
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  throw wrong(
    name,
    result.error.issues.map((issue) => ({
      message: describe(issue),
      line: lineOf(document, pathOf(issue), lines),
    })),
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const message = `the configuration ${path} cannot be read (${asSystemError(cause).message}); name another with --config FILE`;
    throw new CommandError(misused, message, { cause });
  }
}

function wrong(name: string, problems: readonly Problem[]): CommandError {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  const lines = sorted.map(({ line, message }) => `${name}:${line}: ${message}`);
  return new CommandError(misused, lines.join('\n'));
}

function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys'
    ? [...issue.path, ...issue.keys.slice(0, 1)]
    : issue.path;
}

function describe(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/^(Invalid input|Invalid option|Too small|Too big): /, '');
  return issue.path.length === 0 ? message : `${z.core.toDotPath(issue.path)}: ${message}`;
}
