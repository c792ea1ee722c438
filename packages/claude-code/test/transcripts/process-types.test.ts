import { describe, expect, it } from '@jest/globals';
import type { ProcessTypeRule } from '../../src/index.ts';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const opus = { model: 'claude-opus-4-6' };
const files = {
  'p/s1.jsonl': new TranscriptWriter('s1', { entrypoint: 'sdk-ts', cwd: '/srv/night-build' })
    .prompt(0)
    .respond(2, 'm1', opus).text,
  'p/s1/subagents/agent-a1.jsonl': new TranscriptWriter('a1').prompt(0).respond(2, 'e1', opus).text,
  'p/s2.jsonl': new TranscriptWriter('s2').prompt(0).interrupt(2).text,
};

describe('process types', () => {
  it.each<[name: string, rules: readonly ProcessTypeRule[], types: readonly string[]]>([
    ['follow the role and the model without rules', [], ['strategic', 'subagent', 'unknown']],
    [
      'follow a rule on a part of the model, for the conversation itself',
      [{ model: 'opus', processType: 'planner' }],
      ['planner', 'subagent', 'unknown'],
    ],
    [
      'follow a rule for subagents',
      [{ role: 'subagent', processType: 'helper' }],
      ['strategic', 'helper', 'unknown'],
    ],
    [
      'follow a rule on the entrypoint',
      [{ entrypoint: 'sdk-*', processType: 'automation' }],
      ['automation', 'subagent', 'unknown'],
    ],
    [
      'follow a rule on the folder',
      [{ folder: '/srv/*', processType: 'nightly' }],
      ['nightly', 'subagent', 'unknown'],
    ],
    [
      'follow the first rule of which everything applies',
      [
        { folder: '/srv', entrypoint: 'cli', processType: 'never' },
        { model: 'opus-4-6', folder: 'night', processType: 'first' },
        { model: 'opus', processType: 'second' },
      ],
      ['first', 'subagent', 'unknown'],
    ],
    [
      'take a pattern with a star for the whole text, and its other characters as they are',
      [
        { folder: 'night*', processType: 'never' },
        { model: 'claude.opus*', processType: 'never' },
      ],
      ['strategic', 'subagent', 'unknown'],
    ],
  ])('%s', async (_name, processTypeRules, types) => {
    const { events } = await readTranscripts(stageFolder(files), { processTypeRules });
    expect(new Set(events.map((event) => 'processType' in event && event.processType))).toEqual(
      new Set(types),
    );
  });

  it('begin with the prefix, the unknown one too', async () => {
    const { events } = await readTranscripts(stageFolder(files), { processTypePrefix: 'demo-' });
    expect(new Set(events.map((event) => 'processType' in event && event.processType))).toEqual(
      new Set(['demo-strategic', 'demo-subagent', 'demo-unknown']),
    );
  });
});
