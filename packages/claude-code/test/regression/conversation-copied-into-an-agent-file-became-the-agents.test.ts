import { expect, it } from '@jest/globals';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

// An agent that inherits the conversation has a copy of it in its own file, whose folder comes
// before the main transcript by its path. m1 and m2 are the conversation's, only c1 the agent's.
const opus = { model: 'claude-opus-4-6' };

it.each([
  ['agent-acompact-9f.jsonl', 'compaction'],
  ['agent-9f.jsonl', 'subagent'],
])('leaves what %s copied to the conversation', async (name, processType) => {
  const main = new TranscriptWriter('s1').prompt(1).respond(4, 'm1', opus).respond(9, 'm2', opus);
  const agent = new TranscriptWriter('a', { isSidechain: true });
  for (const line of main.lines) agent.bare({ ...line, isSidechain: true, agentId: '9f' });
  agent.prompt(20, 'Summarise').respond(60, 'c1', opus);
  const files = { 'p/s1.jsonl': main.text, [`p/s1/subagents/${name}`]: agent.text };
  const { events } = await readTranscripts(stageFolder(files));
  expect(factsOfEvents(events).responses).toEqual({
    'strategic success': 2,
    [`${processType} success`]: 1,
  });
  expect(eventsOf(events, 'conversation-start')).toMatchObject([{ conversationId: 's1' }]);
});
