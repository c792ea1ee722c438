import { expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { factsOfEvents } from '../support/facts.ts';
import { openSource } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

// The report of e1 was complete as soon as e2 was reported; then the subagent's own file could no
// longer measure it. e1: 4 - 3 s, e2: 8 - 5 s; m1 and m2 of the main transcript: 2 - 0 and 9 - 0 s.
const main = new TranscriptWriter('s1')
  .prompt(0)
  .respond(2, 'm1')
  .embedded(4, 'a1', 'e1', { output: 1, cacheRead: 100 })
  .embedded(8, 'a1', 'e2', { output: 1, cacheRead: 200 })
  .respond(9, 'm2');
const agent = new TranscriptWriter('agent', { isSidechain: true, agentId: 'a1' })
  .prompt(3, 'Search for it')
  .respond(4, 'e1', { output: 9, cacheRead: 100 })
  .toolResult(5, 't1')
  .respond(8, 'e2', { output: 9, cacheRead: 200 });

it.each([
  ['the report', ['main', 'agents']],
  ['the file', ['agents', 'main']],
])('measures every response of a subagent when %s is read first', async (_first, order) => {
  const root = stageFolder({
    'main/s1.jsonl': main.text,
    'agents/s1/subagents/agent-a1.jsonl': agent.text,
  });
  const { source, delivery } = openSource(order.map((folder) => `${root}/${folder}`));
  await source.poll();
  source.drain();
  const { responses, responseDurations, tokens } = factsOfEvents(delivery.events);
  expect(responses).toEqual({ 'tactical success': 2, 'subagent success': 2 });
  expect(responseDurations).toEqual({ count: 4, milliseconds: 1000 + 3000 + 2000 + 9000 });
  expect(tokens).toEqual({ output: 18, cacheRead: 300 });
  const contexts = delivery.events.flatMap((event) =>
    event.type === 'response-update' && event.contextTokens ? [event.contextTokens] : [],
  );
  expect(contexts.toSorted()).toEqual([100, 200]);
});
