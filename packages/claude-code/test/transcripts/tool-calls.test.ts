import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter, time } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { type ReadingOptions, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const failed = { is_error: true };
const refusal = "The user doesn't want to proceed with this tool use. The tool use was rejected";

async function callsOf(writer: TranscriptWriter, options?: ReadingOptions) {
  const folder = stageFolder({ 's1.jsonl': writer.text });
  const { events } = await readTranscripts(folder, options);
  return eventsOf(events, 'tool-call');
}

function calling(tool: string): TranscriptWriter {
  return new TranscriptWriter('s1').prompt(0).useTool(2, 'm1', tool, 't1');
}

describe('tool calls', () => {
  it('last from their use to their result', async () => {
    expect(await callsOf(calling('Bash').toolResult(7, 't1'))).toEqual([
      {
        type: 'tool-call',
        at: time(7),
        knownAt: time(7),
        conversationId: 's1',
        processType: 'tactical',
        tool: 'Bash',
        outcome: 'success',
        durationSeconds: 5,
      },
    ]);
  });

  it.each<[outcome: string, how: string, block: object, fields: object]>([
    ['error', 'it failed', { ...failed, content: 'Exit code 1' }, { toolUseResult: 'Error: 1' }],
    ['interrupted', 'a person refused it', { ...failed, content: refusal }, {}],
    ['interrupted', 'a person refused it', failed, { toolUseResult: 'User rejected tool use' }],
    ['interrupted', 'its denial says so', failed, { toolDenialKind: 'user-rejected' }],
    ['interrupted', 'it was stopped', {}, { toolUseResult: { stdout: '', interrupted: true } }],
    [
      'interrupted',
      'a person stopped it',
      {
        ...failed,
        content: [{ type: 'text', text: '[Request interrupted by user for tool use]' }],
      },
      {},
    ],
    ['success', 'it only speaks of a refusal', { content: refusal }, {}],
  ])('are %s when %s: %j %j', async (outcome, _how, block, fields) => {
    const writer = calling('Bash').toolResult(7, 't1', { ...block }, { ...fields });
    expect(await callsOf(writer)).toMatchObject([{ outcome }]);
  });

  it.each([
    ['mcp__github__search_code', 'mcp'],
    ['mcp__github__get_issue', 'mcp__github__get_issue'],
    ['Task', 'Task'],
  ])('name the tool %s %s', async (tool, label) => {
    const writer = calling(tool).toolResult(7, 't1');
    const options = { namedMcpTools: ['mcp__github__get_issue'] };
    expect(await callsOf(writer, options)).toMatchObject([{ tool: label }]);
  });

  it('are told once, in the order of their results', async () => {
    const writer = calling('Bash')
      .useTool(3, 'm1', 'Read', 't2')
      .toolResult(4, 't2')
      .toolResult(9, 't1')
      .toolResult(11, 't1');
    expect(await callsOf(writer)).toMatchObject([
      { tool: 'Read', durationSeconds: 1 },
      { tool: 'Bash', durationSeconds: 7 },
    ]);
  });

  it('are none without a result, or without a use', async () => {
    expect(await callsOf(calling('Bash').toolResult(7, 't9'))).toEqual([]);
  });
});
