import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { durationsOf, type Facts, sumBy } from './facts.ts';

/** What an independent program computed of one shared file, as far as it is compared. */
export interface ExpectedFile {
  readonly maxContext: number | null;
  readonly apiErrorLines: number;
  readonly tokensDeduped: Readonly<Record<string, number>>;
  readonly turnDetail: readonly ExpectedTurn[];
  readonly responseDetail: readonly ExpectedResponse[];
  readonly compactions: readonly ExpectedCompaction[];
  readonly restarts: readonly { readonly at: string; readonly kind: string }[];
}

interface ExpectedTurn {
  readonly initiator: string;
  /** Null when there was no response, no interrupt and no failure: then there was no turn. */
  readonly outcome: string | null;
  readonly durationSeconds: number;
  readonly responses: number;
  readonly turnDurationMs: number | null;
}

interface ExpectedResponse {
  readonly model: string;
  readonly context: number;
  readonly latencyMs: number | null;
  readonly outputFinal: boolean;
  readonly sidechain: boolean;
}

interface ExpectedCompaction {
  readonly at: string;
  readonly contextBefore: number;
  readonly trigger: string;
  readonly preTokens: number;
  readonly contextAfterFirstRequest: number;
  readonly derivedDurationMs: number;
}

export type ExpectedFiles = readonly (readonly [path: string, file: ExpectedFile])[];

export function readExpected(folder: string): ExpectedFiles {
  const files: Record<string, ExpectedFile> = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  );
  return Object.entries(files);
}

/** Turns that count. */
export function turnsOf(file: ExpectedFile): readonly ExpectedTurn[] {
  return file.turnDetail.filter((turn) => turn.outcome !== null);
}

export function factsOfExpected(files: ExpectedFiles): Facts {
  const responses = files.flatMap(([path, { responseDetail }]) =>
    responseDetail.map((response) => ({ ...response, processType: processTypeOf(path, response) })),
  );
  const turns = files.flatMap(([, file]) => turnsOf(file));
  const compactions = files.flatMap(([, file]) => file.compactions);
  const tokens = files.flatMap(([, file]) => Object.entries(file.tokensDeduped));
  return {
    responses: sumBy(responses, ({ processType }) => [`${processType} success`, 1]),
    responseDurations: durationsOf(responses.map(({ latencyMs }) => seconds(latencyMs))),
    tokens: sumBy(tokens, ([field, value]) => [tokenTypes[field] ?? field, value]),
    untrustedOutputs: responses.filter(({ outputFinal }) => !outputFinal).length,
    turns: sumBy(turns, ({ initiator, outcome }) => [`${initiator} ${outcome}`, 1]),
    turnDurations: durationsOf(turns.map(({ durationSeconds }) => durationSeconds)),
    compactions: sumBy(compactions, ({ trigger }) => [trigger, 1]),
    compactionTokens: {
      ...sumBy(compactions, (each) => [`${each.trigger} before`, each.preTokens]),
      ...sumBy(compactions, (each) => [`${each.trigger} after`, each.contextAfterFirstRequest]),
    },
    compactionDurations: durationsOf(compactions.map((each) => seconds(each.derivedDurationMs))),
    retries: files.reduce((sum, [, file]) => sum + file.apiErrorLines, 0),
  };
}

/**
 * Starts that the listed indicators show: what is not a clear or a compact, within ten seconds one
 * start. An `/exit` shows one only by the lines that follow; in the shared data there always is a
 * filler or a hook among them, so it adds nothing here.
 */
export function startKindsOf(file: ExpectedFile): readonly string[] {
  const shown = file.restarts
    .filter(({ kind }) => !['SessionStart:clear', 'SessionStart:compact', '/exit'].includes(kind))
    .map(({ at, kind }) => ({ at: Date.parse(at), fresh: kind === 'SessionStart:startup' }))
    .sort((left, right) => left.at - right.at);
  const starts = shown.filter(({ at }, index) => at - (shown[index - 1]?.at ?? 0) > 10_000);
  return starts.map(({ fresh }) => (fresh ? 'fresh' : 'resume'));
}

const tokenTypes: Readonly<Record<string, string>> = {
  input_tokens: 'input',
  output_tokens: 'output',
  cache_read_input_tokens: 'cacheRead',
  cache_creation_input_tokens: 'cacheCreation',
};

function processTypeOf(path: string, { sidechain, model }: ExpectedResponse): string {
  if (sidechain) return path.includes('agent-acompact-') ? 'compaction' : 'subagent';
  return model.includes('opus') ? 'strategic' : 'tactical';
}

function seconds(milliseconds: number | null): number | undefined {
  return milliseconds === null ? undefined : milliseconds / 1000;
}
