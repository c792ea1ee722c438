import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Environment } from '../command-context.ts';
import { CommandError, misused } from '../command-error.ts';
import { asSystemError } from '../system-error.ts';
import { type Config, configSchema } from './config-schema.ts';
import { asFolder } from './folders.ts';
import { lineOf } from './line-of.ts';
import { wrongSecrets } from './notify.ts';

interface WrongPlace {
  readonly path: readonly PropertyKey[];
  /** What is told of the path, when that is not all. */
  readonly shown?: readonly PropertyKey[];
  readonly message: string;
}

interface Problem {
  readonly line: number;
  readonly message: string;
}

/** Reads and checks a configuration file for a command that needs no secret. Throws a CommandError as `readConfigFile` does. */
export async function readConfigWithoutSecrets(path: string): Promise<Config> {
  return parseConfig(await readText(path), path);
}

/**
 * Reads and checks a configuration file, and whether its secrets can be had. Throws a CommandError with
 * a line for each problem.
 */
export async function readConfigFile(path: string, environment: Environment): Promise<Config> {
  const { config, refusal } = parse(await readText(path), path);
  const fileAt = (file: string) => asFolder(file, dirname(path), environment);
  const missing = await wrongSecrets(config.notify ?? {}, environment, fileAt);
  if (missing.length === 0) return config;
  throw refusal(missing.map((each) => ({ ...each, path: ['notify', ...each.path] })));
}

/** Checks the text of a configuration file; `name` stands before each problem. */
export function parseConfig(text: string, name: string): Config {
  return parse(text, name).config;
}

interface Parsed {
  readonly config: Config;
  /** The error about what is wrong at some paths. */
  readonly refusal: (wrong: readonly WrongPlace[]) => CommandError;
}

function parse(text: string, name: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw wrong(
      name,
      document.errors.map(({ message, pos }) => ({ message, line: lines.linePos(pos[0]).line })),
    );
  }
  const refusal = (places: readonly WrongPlace[]) =>
    wrong(
      name,
      places.map(({ path, message, shown = path }) => ({
        message: shown.length === 0 ? message : `${z.core.toDotPath([...shown])}: ${message}`,
        line: lineOf(document, path, lines),
      })),
    );
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) return { config: result.data, refusal };
  throw refusal(result.error.issues.map(placeOf));
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

/** An unknown key stands where it is written, and is told of the section that does not know it. */
function placeOf(issue: z.core.$ZodIssue): WrongPlace {
  const message = issue.message
    .replace(/^(Invalid input|Invalid option|Too small|Too big): /, '')
    .replace(/^expected \w+, received undefined$/, 'is missing');
  const { path } = issue;
  if (issue.code !== 'unrecognized_keys') return { path, message };
  return { path: [...path, ...issue.keys.slice(0, 1)], shown: path, message };
}
