import {
  type ExpectedFile,
  type ExpectedFiles,
  turnsOf,
} from '../../packages/claude-code/test/support/expected-data.ts';

/** What a report over the shared transcripts must say. */
export interface ReportTruth {
  readonly turns: number;
  readonly processTypes: Readonly<Record<string, ProcessTypeTruth>>;
  readonly tokens: Readonly<Record<'input' | 'output' | 'cacheRead' | 'cacheCreation', number>>;
  /** In the order of time. */
  readonly compactions: readonly CompactionTruth[];
}

interface ProcessTypeTruth {
  readonly turns: {
    readonly success: number;
    readonly error: number;
    readonly interrupted: number;
  };
  readonly responses: number;
  readonly compactions: number;
  /** `null` below the least number of samples. */
  readonly completion: number | null;
  readonly interrupted: number | null;
  readonly latencySamples: number;
}

interface CompactionTruth {
  readonly before: number;
  readonly after: number;
  readonly seconds: number | null;
  readonly effectiveness: number | null;
}

const leastTurns = 5;
const criticalSeconds = 240;

/** Computed from what an independent program found in the files, without any code of the report. */
export function reportTruth(files: ExpectedFiles): ReportTruth {
  const turns = files.flatMap(([, file]) => turnsWithType(file));
  const responses = files.flatMap(([path, { responseDetail }]) =>
    responseDetail.map(({ sidechain, model, latencyMs }) => ({
      processType: typeOf(path, sidechain, model),
      measured: latencyMs !== null,
    })),
  );
  const compacted = files.flatMap(([, file]) => compactionTypes(file));
  const names = [...new Set([...turns, ...responses].map(({ processType }) => processType))];
  return {
    turns: turns.length,
    processTypes: Object.fromEntries(
      names.map((name) => {
        const own = responses.filter(({ processType }) => processType === name);
        return [
          name,
          {
            ...turnTruth(turns.filter(({ processType }) => processType === name)),
            responses: own.length,
            compactions: compacted.filter((each) => each === name).length,
            latencySamples: own.filter(({ measured }) => measured).length,
          },
        ];
      }),
    ),
    tokens: {
      input: total(files, 'input_tokens'),
      output: total(files, 'output_tokens'),
      cacheRead: total(files, 'cache_read_input_tokens'),
      cacheCreation: total(files, 'cache_creation_input_tokens'),
    },
    compactions: files
      .flatMap(([, { compactions }]) => compactions)
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map((each) => {
        const { preTokens: before, contextAfterFirstRequest: after, derivedDurationMs } = each;
        const seconds = derivedDurationMs / 1000;
        const effectiveness = (1 - after / before + 1 - seconds / criticalSeconds) / 2;
        return { before, after, seconds: rounded(seconds), effectiveness: rounded(effectiveness) };
      }),
  };
}

/** A turn is of the type of its first response; the responses of a file's own chain follow turn by turn. */
function turnsWithType(file: ExpectedFile) {
  const own = file.responseDetail.filter(({ sidechain }) => !sidechain);
  let next = 0;
  return turnsOf(file).map(({ outcome, responses }) => {
    const first = own[next];
    next += responses;
    return { outcome, processType: first ? ownType(first.model) : 'unknown' };
  });
}

function turnTruth(turns: readonly { readonly outcome: string | null }[]) {
  const of = (outcome: string) => turns.filter((turn) => turn.outcome === outcome).length;
  const [success, error, interrupted] = [of('success'), of('error'), of('interrupted')];
  const ended = success + error;
  return {
    turns: { success, error, interrupted },
    completion: ended < leastTurns ? null : rounded(success / ended),
    interrupted: turns.length < leastTurns ? null : rounded(interrupted / turns.length),
  };
}

/** A compaction is of the type of the response before it, whose context it replaced. */
function compactionTypes({ compactions, responseDetail }: ExpectedFile): readonly string[] {
  return compactions.map(({ contextBefore }) => {
    const before = responseDetail.find(({ context }) => context === contextBefore);
    return before ? ownType(before.model) : 'unknown';
  });
}

function typeOf(path: string, sidechain: boolean, model: string): string {
  if (!sidechain) return ownType(model);
  return path.includes('agent-acompact-') ? 'compaction' : 'subagent';
}

function ownType(model: string): string {
  return model.includes('opus') ? 'strategic' : 'tactical';
}

function total(files: ExpectedFiles, field: string): number {
  return files.reduce((sum, [, { tokensDeduped }]) => sum + (tokensDeduped[field] ?? 0), 0);
}

/** Beyond the noise of sums in another order. */
function rounded(value: number): number {
  return Number(value.toFixed(9));
}
