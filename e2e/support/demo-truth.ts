import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a demo's transcripts say, counted without anything of Turnscope. Keys are label values joined
 * by a space: `demo-tactical success`, `demo-tactical output`.
 */
export interface DemoTruth {
  /** Turns that ended: by an interrupt, by a give-up, or as a success, said by the answer or the next prompt. */
  readonly turns: ReadonlyMap<string, number>;
  readonly responses: ReadonlyMap<string, number>;
  readonly tokens: ReadonlyMap<string, number>;
  /** Seconds from request to answer of every response that something followed, by process type. */
  readonly latencies: ReadonlyMap<string, readonly number[]>;
  /** How many these are. */
  readonly measured: ReadonlyMap<string, number>;
}

interface Line {
  readonly type: string;
  readonly uuid: string;
  readonly parentUuid: string | null;
  readonly timestamp: string;
  readonly subtype?: string;
  readonly isCompactSummary?: boolean;
  readonly isApiErrorMessage?: boolean;
  readonly message?: Message;
}

interface Message {
  readonly id: string;
  readonly model: string;
  readonly stop_reason: string | null;
  readonly content: string | readonly { readonly text?: string }[];
  readonly usage: Readonly<Record<(typeof tokenFields)[number][1], number>>;
}

const tokenFields = [
  ['input', 'input_tokens'],
  ['output', 'output_tokens'],
  ['cache_read', 'cache_read_input_tokens'],
  ['cache_creation', 'cache_creation_input_tokens'],
] as const;

/** The transcripts below a folder, by path. */
export async function readTranscripts(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
}

/** Counts what was written up to a time in epoch milliseconds. */
export function countTruth(
  files: ReadonlyMap<string, string>,
  until = Number.POSITIVE_INFINITY,
): DemoTruth {
  const tally = new Tally();
  for (const [path, text] of files) {
    const lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Line => JSON.parse(line));
    const reader = new FileReader(roleOf(path, lines), lines, tally);
    for (const line of lines) if (timeOf(line) <= until) reader.take(line);
  }
  return tally;
}

class Tally implements DemoTruth {
  readonly turns = new Map<string, number>();
  readonly responses = new Map<string, number>();
  readonly tokens = new Map<string, number>();
  readonly latencies = new Map<string, number[]>();
  readonly measured = new Map<string, number>();
}

/** One file, line by line. */
class FileReader {
  readonly #role: string;
  readonly #tally: Tally;
  readonly #byUuid: ReadonlyMap<string, Line>;
  readonly #usages = new Map<string, Message['usage']>();
  /** Undefined outside of a turn; then whether it had a response. */
  #answered: boolean | undefined;
  #open: { readonly id: string; readonly askedAt: number; at: number } | undefined;

  constructor(role: string, lines: readonly Line[], tally: Tally) {
    this.#role = role;
    this.#tally = tally;
    this.#byUuid = new Map(lines.map((line) => [line.uuid, line]));
  }

  take(line: Line): void {
    if (line.isApiErrorMessage) this.#giveUp();
    else if (line.type === 'assistant' && line.message) this.#respond(line, line.message);
    else if (isPrompt(line)) this.#prompt();
    else if (isInterrupt(line)) this.#endTurn('interrupted');
    else if (line.subtype === 'compact_boundary') this.#complete();
  }

  #prompt(): void {
    this.#complete();
    if (this.#answered) this.#endTurn('success');
    this.#answered = false;
  }

  #giveUp(): void {
    add(this.#tally.responses, `${this.#role} error`, 1);
    this.#endTurn('error');
  }

  #endTurn(outcome: string): void {
    this.#complete();
    this.#answered = undefined;
    // A subagent has no turns.
    if (this.#role !== 'demo-subagent') add(this.#tally.turns, `${this.#role} ${outcome}`, 1);
  }

  #respond(line: Line, message: Message): void {
    const { id, usage } = message;
    if (this.#answered !== undefined) this.#answered = true;
    const before = this.#usages.get(id);
    if (!before) add(this.#tally.responses, `${this.#role} success`, 1);
    for (const [type, field] of tokenFields) {
      add(this.#tally.tokens, `${this.#role} ${type}`, usage[field] - (before?.[field] ?? 0));
    }
    this.#usages.set(id, usage);
    if (this.#open?.id !== id) {
      this.#complete();
      this.#open = { id, askedAt: timeOf(this.#asker(line)), at: 0 };
    }
    this.#open.at = timeOf(line);
    if (message.stop_reason === 'end_turn') this.#say();
  }

  /** The agent said that it is done; two quiet seconds later that counts. */
  #say(): void {
    this.#complete();
    if (this.#answered) this.#endTurn('success');
  }

  #complete(): void {
    if (!this.#open) return;
    const { askedAt, at } = this.#open;
    const known = this.#tally.latencies.get(this.#role) ?? [];
    known.push((at - askedAt) / 1000);
    this.#tally.latencies.set(this.#role, known);
    add(this.#tally.measured, this.#role, 1);
    this.#open = undefined;
  }

  /** The nearest line of a user above an answer. */
  #asker(line: Line): Line {
    let above: Line | undefined = line;
    while (above && above.type !== 'user') above = this.#byUuid.get(above.parentUuid ?? '');
    if (!above) throw new Error(`nobody asked for ${line.uuid}`);
    return above;
  }
}

function roleOf(path: string, lines: readonly Line[]): string {
  if (path.includes('/subagents/')) return 'demo-subagent';
  const isPlanner = lines.some(({ message }) => message?.model?.includes('opus'));
  return isPlanner ? 'demo-strategic' : 'demo-tactical';
}

function isPrompt({ type, message, isCompactSummary }: Line): boolean {
  return type === 'user' && typeof message?.content === 'string' && !isCompactSummary;
}

function isInterrupt({ type, message }: Line): boolean {
  if (type !== 'user' || typeof message?.content === 'string') return false;
  return message?.content[0]?.text === '[Request interrupted by user]';
}

function timeOf({ timestamp }: Line): number {
  return Date.parse(timestamp);
}

function add(to: Map<string, number>, key: string, amount: number): void {
  to.set(key, (to.get(key) ?? 0) + amount);
}
