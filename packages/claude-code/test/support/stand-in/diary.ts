import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What the stand-in did, one entry each. Times are epoch milliseconds. */
export interface DiaryEntry {
  readonly pid: number;
  readonly what:
    | 'start'
    | 'ready'
    | 'turn'
    | 'response'
    | 'tool'
    | 'retry'
    | 'compaction'
    | 'result'
    | 'interrupt'
    | 'child'
    | 'signal'
    | 'deaf'
    | 'exit';
  readonly at: number;
  readonly session?: string;
  /** Of the message that the entry belongs to. */
  readonly message?: string;
  readonly outcome?: 'success' | 'error' | 'interrupted';
  /** A tool's name, a signal, an exit code, the process id of a child, the arguments of a start. */
  readonly detail?: string;
  readonly tokens?: number;
}

/** What a session knows after a turn, for the process that resumes it. */
export interface Session {
  readonly id: string;
  readonly costUsd: number;
  readonly context: number;
  readonly turns: number;
}

/** The folder in which all stand-ins of a test write down what they do. Written at once, so a crash loses nothing. */
export class Diary {
  readonly #folder: string;
  readonly #file: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'diary.jsonl');
    mkdirSync(folder, { recursive: true });
  }

  write(entry: Omit<DiaryEntry, 'pid' | 'at'>): void {
    const line = JSON.stringify({ pid: process.pid, at: Date.now(), ...entry });
    appendFileSync(this.#file, `${line}\n`);
  }

  read(): readonly DiaryEntry[] {
    return existsSync(this.#file) ? [...readEntries(readFileSync(this.#file))] : [];
  }

  /** True for the first process that asks for a message, and only once. */
  isFirstSight(message: string): boolean {
    try {
      writeFileSync(join(this.#folder, `seen-${encodeURIComponent(message)}`), '', { flag: 'wx' });
      return true;
    } catch {
      return false;
    }
  }

  saveSession(session: Session): void {
    writeFileSync(join(this.#folder, `session-${session.id}.json`), JSON.stringify(session));
  }

  session(id: string): Session | undefined {
    const file = join(this.#folder, `session-${id}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Session) : undefined;
  }

  sessions(): readonly string[] {
    return readdirSync(this.#folder).filter((name) => name.startsWith('session-'));
  }
}

/** Line by line: what an hour's soak writes is longer than one text can be. */
function* readEntries(diary: Buffer): Generator<DiaryEntry> {
  for (let start = 0; start < diary.length; ) {
    const end = diary.indexOf('\n', start);
    yield JSON.parse(diary.toString('utf8', start, end)) as DiaryEntry;
    start = end + 1;
  }
}
