import type { DemoProcessType, LedgerNote } from './ledger.ts';
import { drawUuid } from './random/identifier.ts';
import type { RandomSource } from './random/pseudo-random.ts';

/** One line of a transcript, and when it is to be written. */
export interface DueLine {
  /** Epoch milliseconds; the line's own timestamp too. */
  readonly at: number;
  readonly path: string;
  /** JSON without the newline. */
  readonly text: string;
  readonly processType: DemoProcessType;
  /** What the demo has done once the line is written. */
  readonly notes: readonly LedgerNote[];
}

/** What a line says beyond its envelope: the `type`, and all that belongs to it. */
export interface LineFields {
  readonly type: 'user' | 'assistant' | 'system' | 'progress';
  readonly [field: string]: unknown;
}

/** One transcript file being written. Mutable: it remembers its last line. Belongs to one conversation. */
export interface Transcript {
  readonly path: string;
  readonly sessionId: string;
  /** Makes the next line, child of the one before. */
  line(at: number, fields: LineFields, notes?: readonly LedgerNote[]): DueLine;
  /** Makes a line without a parent, as a compaction's boundary is; it names the old chain's end. */
  rootLine(at: number, fields: LineFields): DueLine;
}

export interface TranscriptOptions {
  readonly path: string;
  readonly sessionId: string;
  readonly processType: DemoProcessType;
  readonly random: RandomSource;
  /** A subagent's id: its lines are off the main chain. */
  readonly agentId?: string;
}

/** The working directory that the demo claims, and the folder Claude Code would name after it. */
const demoDirectory = '/turnscope/demo';
export const demoSlug = '-turnscope-demo';

/** The version whose fields the lines have. Constant in a file: a change would tell of a restart. */
const version = '2.1.270';

export function createTranscript(options: TranscriptOptions): Transcript {
  const { path, sessionId, processType, random } = options;
  let lastUuid: string | null = null;

  function write(at: number, parents: object, fields: LineFields, notes: readonly LedgerNote[]) {
    const uuid = drawUuid(random);
    const timestamp = new Date(at).toISOString();
    const text = JSON.stringify({ ...parents, ...envelope(options), ...fields, uuid, timestamp });
    lastUuid = uuid;
    return { at, path, text, processType, notes };
  }

  return {
    path,
    sessionId,
    line: (at, fields, notes = []) => write(at, { parentUuid: lastUuid }, fields, notes),
    rootLine: (at, fields) =>
      write(at, { parentUuid: null, logicalParentUuid: lastUuid }, fields, []),
  };
}

function envelope({ sessionId, agentId }: TranscriptOptions): object {
  return {
    isSidechain: agentId !== undefined,
    userType: 'external',
    entrypoint: 'cli',
    cwd: demoDirectory,
    sessionId,
    version,
    gitBranch: 'demo',
    ...(agentId === undefined ? {} : { agentId }),
  };
}
