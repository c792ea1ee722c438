import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { createTranscriptSource, type TranscriptSource } from '../../src/index.ts';
import { setStage } from './demo-stage.ts';

/** A source over a demo's folder, and everything it has delivered. */
function readDemo(folder: string): {
  readonly source: TranscriptSource;
  readonly events: AgentEvent[];
  readonly problems: string[];
} {
  const events: AgentEvent[] = [];
  const problems: string[] = [];
  const source = createTranscriptSource({
    folders: [folder],
    processTypePrefix: 'demo-',
    sink: {
      record: (event) => void events.push(event),
      parseError: (reason) => void problems.push(reason),
    },
    onProblem: (message) => void problems.push(message),
  });
  return { source, events, problems };
}

type EventOf<Type> = Extract<AgentEvent, { type: Type }>;

function ofType<Type extends AgentEvent['type']>(
  events: readonly AgentEvent[],
  type: Type,
): EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

function total(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** What a source's events add up to, in the words of the demo's ledger. */
function addUp(all: readonly AgentEvent[], processType: string) {
  const events = all.filter((event) => 'processType' in event && event.processType === processType);
  const turns = ofType(events, 'turn');
  const responses = ofType(events, 'response');
  const tokens = [...responses, ...ofType(events, 'response-update')].map((event) => event.tokens);
  const compactions = ofType(events, 'compaction').filter(
    (event) => event.tokensAfter !== undefined,
  );
  return {
    processStarts: ofType(events, 'process-start').length,
    turns: {
      success: turns.filter((turn) => turn.outcome === 'success').length,
      error: turns.filter((turn) => turn.outcome === 'error').length,
      interrupted: turns.filter((turn) => turn.outcome === 'interrupted').length,
    },
    taskTurns: turns.filter((turn) => turn.initiator === 'task').length,
    responses: {
      success: responses.filter((response) => response.outcome === 'success').length,
      error: responses.filter((response) => response.outcome === 'error').length,
    },
    tokens: {
      input: total(tokens.map((count) => count?.input)),
      output: total(tokens.map((count) => count?.output)),
      cacheRead: total(tokens.map((count) => count?.cacheRead)),
      cacheCreation: total(tokens.map((count) => count?.cacheCreation)),
    },
    toolCalls: {
      success: ofType(events, 'tool-call').filter((call) => call.outcome === 'success').length,
      error: ofType(events, 'tool-call').filter((call) => call.outcome === 'error').length,
    },
    retries: ofType(events, 'retry').length,
    compactions: {
      count: compactions.length,
      tokensBefore: total(compactions.map((event) => event.tokensBefore)),
      tokensAfter: total(compactions.map((event) => event.tokensAfter)),
    },
  };
}

describe.each(['demo-strategic', 'demo-tactical', 'demo-subagent'] as const)(
  '%s',
  (processType) => {
    it('is, through the transcript source, what the ledger says', async () => {
      const { demo, folder, play } = await setStage();
      const { source, events, problems } = readDemo(folder);
      await play(0);
      for (let minute = 0; minute < 70; minute += 1) {
        await play(60);
        await source.poll();
      }
      source.drain();
      const { openTurns, ...account } = demo.ledger()[processType];
      const { turns, ...rest } = addUp(events, processType);
      // The end of input ends the open turns; nothing tells that they were not done.
      turns.success -= openTurns;
      expect({ turns, ...rest }).toEqual(account);
      expect(problems).toEqual([]);
    });
  },
);

it('leaves nothing that a source cannot name', async () => {
  const { folder, play } = await setStage();
  const { source, events } = readDemo(folder);
  await play(0);
  await play(3_600);
  await source.poll();
  source.drain();
  const types = events.map((event) => ('processType' in event ? event.processType : undefined));
  const roles = ['demo-strategic', 'demo-subagent', 'demo-tactical'];
  expect([...new Set(types.filter((type) => type !== undefined))].sort()).toEqual(roles);
});
