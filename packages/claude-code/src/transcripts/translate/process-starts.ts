import type { LineContent, LineEnvelope, TranscriptLine } from '../parse/transcript-line.ts';
import { oneStartMilliseconds, type StartIndicator, startIndicators } from './start-indicators.ts';
import type { Translation } from './translation.ts';

interface SeenStart {
  readonly at: number | undefined;
  /** Line that showed it first: a copy of the file has the same. */
  readonly uuid: string | undefined;
  /** Position in the table: the smaller the stronger. */
  rank: number;
  recorded: boolean;
}

const hookIndicators: ReadonlyMap<string, StartIndicator> = new Map([
  ['startup', 'startup-hook'],
  ['resume', 'resume-hook'],
]);

/**
 * The process starts that one main transcript shows. MUTABLE: knows the latest start. It is
 * recorded with the process type of the first response that follows, which is the new process's;
 * when another start or the end of input comes first, with that of the response before.
 */
export class ProcessStarts {
  readonly #translation: Translation;
  #latest: SeenStart | undefined;
  #version: string | undefined;
  #exitedAt: number | undefined;
  #processType: string | undefined;

  constructor(translation: Translation) {
    this.#translation = translation;
  }

  /** Looks for indicators on a line of the main chain; `at` is its time or the best that is known. */
  look({ envelope, content }: TranscriptLine, at: number | undefined): void {
    for (const indicator of this.#indicators(envelope, content)) {
      const rank = startIndicators.findIndex((row) => row.indicator === indicator);
      this.#note(rank, { at, uuid: envelope.uuid });
    }
    this.#version = envelope.version ?? this.#version;
    if (isExit(content)) this.#exitedAt = envelope.at ?? at;
  }

  /** A response of the main chain began: the latest start was of its process. */
  respond(processType: string): void {
    this.#processType = processType;
    this.end();
  }

  /** Records the latest start if it has not been. */
  end(): void {
    const start = this.#latest;
    if (start === undefined || start.recorded) return;
    start.recorded = true;
    const kind = startIndicators[start.rank]?.kind;
    if (kind === undefined || !this.#translation.once.claim('process-start', start.uuid)) return;
    const processType = this.#processType ?? this.#translation.unknownType;
    this.#translation.record({ type: 'process-start', at: start.at, processType, kind });
  }

  /** Nearly always none. */
  #indicators(envelope: LineEnvelope, content: LineContent): readonly StartIndicator[] {
    const found: StartIndicator[] = [];
    const hook = content.kind === 'session-start' ? hookIndicators.get(content.source) : undefined;
    if (hook !== undefined) found.push(hook);
    if (this.#isOtherVersion(envelope)) found.push('version-change');
    if (this.#isAfterExit(envelope, content)) found.push('line-after-exit');
    if (content.kind === 'resume-filler') found.push('resume-filler');
    if (envelope.glued) found.push('glued-line');
    return found;
  }

  #isOtherVersion({ version }: LineEnvelope): boolean {
    return version !== undefined && this.#version !== undefined && version !== this.#version;
  }

  /** What Claude Code still writes about the `/exit` itself has no later time. */
  #isAfterExit({ at, author }: LineEnvelope, content: LineContent): boolean {
    if (this.#exitedAt === undefined || at === undefined || at <= this.#exitedAt) return false;
    if (author === 'injected' || !isSpoken(content)) return false;
    this.#exitedAt = undefined;
    return true;
  }

  #note(rank: number, { at, uuid }: Pick<SeenStart, 'at' | 'uuid'>): void {
    const latest = this.#latest;
    if (latest !== undefined && isOneStart(latest.at, at)) {
      latest.rank = Math.min(latest.rank, rank);
      return;
    }
    this.end();
    const counts = this.#translation.gate.isOpen;
    this.#latest = { at, uuid, rank, recorded: !counts };
  }
}

function isExit(content: LineContent): boolean {
  return content.kind === 'local-command' && /^\/(exit|quit)$/.test(content.name);
}

const unspoken: ReadonlySet<LineContent['kind']> = new Set([
  'local-output',
  'turn-duration',
  'stop-hook',
  'turn-over',
  'other',
  'activity',
]);

/** Lines that only a process at work writes, not one that is on its way out. */
function isSpoken({ kind }: LineContent): boolean {
  return !unspoken.has(kind);
}

function isOneStart(left: number | undefined, right: number | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  return Math.abs(left - right) <= oneStartMilliseconds;
}
