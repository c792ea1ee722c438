import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { AgentEvent, EventLabels } from '@turnscope/core';
import type { LabelRules } from '../../src/index.ts';
import { TranscriptWriter } from '../fixtures/transcript-writer.ts';
import { eventsOf } from '../support/facts.ts';
import { openSource, readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const opus = { model: 'claude-opus-4-6' };
const haiku = { model: 'claude-haiku-4-5' };
const inShop = { cwd: '/srv/shop/api', entrypoint: 'sdk-ts' };

/** The attributions of events, each once, in the order in which they came. */
function labelsIn(events: readonly AgentEvent[]): readonly (EventLabels | undefined)[] {
  return [...new Map(events.map(({ labels }) => [JSON.stringify(labels), labels])).values()];
}

describe('labels', () => {
  it.each<[name: string, rules: LabelRules, labels: EventLabels]>([
    [
      'follow the folder',
      { project: [{ folder: '*/shop/*', value: 'shop' }] },
      { project: 'shop' },
    ],
    [
      'follow a part of the folder',
      { project: [{ folder: 'shop', value: 'shop' }] },
      { project: 'shop' },
    ],
    ['follow the entrypoint', { team: [{ entrypoint: 'sdk-*', value: 'web' }] }, { team: 'web' }],
    ['follow the model', { team: [{ model: 'claude-opus-*', value: 'web' }] }, { team: 'web' }],
    [
      'are other where no rule applies',
      { project: [{ folder: '/home/*', value: 'mine' }] },
      { project: 'other' },
    ],
    [
      'follow the first rule of which everything applies',
      {
        project: [
          { folder: '*/shop/*', entrypoint: 'cli', value: 'never' },
          { folder: '*/shop/*', model: 'opus', value: 'first' },
          { folder: '*/shop/*', value: 'second' },
        ],
      },
      { project: 'first' },
    ],
    [
      'are two, each by its own rules',
      {
        project: [{ folder: '*/shop/*', value: 'shop' }],
        team: [{ model: 'haiku', value: 'never' }],
      },
      { project: 'shop', team: 'other' },
    ],
  ])('%s', async (_name, labelRules, labels) => {
    const text = new TranscriptWriter('s1', inShop).prompt(0).respond(2, 'm1', opus).text;
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': text }), { labelRules });
    expect(labelsIn(events)).toEqual([labels]);
    expect(events.map(({ type }) => type)).toContain('turn');
  });

  it('are in no event where there are no rules', async () => {
    const text = new TranscriptWriter('s1', inShop).prompt(0).useTool(2, 'm1', 'Bash', 't1').text;
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': text }));
    expect(events.filter((event) => 'labels' in event)).toEqual([]);
  });

  it('stay those of the first line that states a folder, also when the agent changes it', async () => {
    const writer = new TranscriptWriter('s1', inShop)
      .line(0, { type: 'system', subtype: 'local_command', cwd: undefined, entrypoint: undefined })
      .prompt(1)
      .respond(2, 'm1')
      .prompt(10, 'Go on', { cwd: '/srv/billing', entrypoint: 'cli' })
      .respond(12, 'm2', {}, { cwd: '/srv/billing' });
    const labelRules = {
      project: [
        { folder: 'billing', value: 'billing' },
        { folder: 'shop', value: 'shop' },
      ],
    };
    const folder = stageFolder({ 's1.jsonl': writer.text });
    const { events } = await readTranscripts(folder, { labelRules });
    expect(labelsIn(events)).toEqual([{ project: 'shop' }]);
  });

  it('are those of each file: of a subagent by what its own lines say', async () => {
    const files = {
      'p/s1.jsonl': new TranscriptWriter('s1', inShop).prompt(0).respond(2, 'm1', opus).text,
      'p/s1/subagents/agent-a1.jsonl': new TranscriptWriter('a1', { cwd: '/srv/billing' })
        .prompt(0)
        .respond(2, 'e1', haiku).text,
    };
    const labelRules = { project: [{ folder: '/srv/billing', value: 'billing' }] };
    const { events } = await readTranscripts(stageFolder(files), { labelRules });
    const responses = eventsOf(events, 'response');
    expect(
      Object.fromEntries(responses.map(({ processType, labels }) => [processType, labels])),
    ).toEqual({ strategic: { project: 'other' }, subagent: { project: 'billing' } });
  });

  it('are decided again for what replaces the content of a file', async () => {
    const text = (session: string, cwd: string) =>
      new TranscriptWriter(session, { cwd }).prompt(0).respond(2, `m-${session}`).text;
    const folder = stageFolder({ 's1.jsonl': text('s1', '/srv/shop') });
    const labelRules = {
      project: [
        { folder: 'shop', value: 'shop' },
        { folder: 'billing', value: 'billing' },
      ],
    };
    const { source, delivery } = openSource([folder], { labelRules });
    await source.poll();
    writeFileSync(join(folder, 's1.jsonl'), text('longer-name', '/srv/billing'));
    await source.poll();
    expect(labelsIn(eventsOf(delivery.events, 'response'))).toEqual([
      { project: 'shop' },
      { project: 'billing' },
    ]);
  });
});

describe('labels by model', () => {
  const labelRules = {
    team: [
      { model: 'opus', value: 'research' },
      { model: 'haiku', value: 'web' },
    ],
  };
  const read = async (writer: TranscriptWriter) => {
    const folder = stageFolder({ 's1.jsonl': writer.text });
    const { events } = await readTranscripts(folder, { labelRules });
    return events.map(({ type, labels }) => `${type} ${labels?.['team']}`);
  };

  it('of what has no model are by the response before it in the file, else other', async () => {
    const writer = new TranscriptWriter('s1')
      .prompt(0)
      .attempt(1, { status: 529 })
      .respond(3, 'm1', opus)
      .attempt(5, { status: 529 })
      .giveUp(7)
      .prompt(20)
      .interrupt(21);
    expect(await read(writer)).toEqual([
      'retry other',
      'conversation-start research',
      'response research',
      'retry research',
      'response-update research',
      'response research',
      'turn research',
      'turn research',
      'response-update research',
    ]);
  });

  it('of a tool call are by the response that called it', async () => {
    const call = [{ type: 'tool_use', id: 't1', name: 'Bash', input: {} }];
    const writer = new TranscriptWriter('s1')
      .prompt(0)
      .respond(2, 'm1', { ...opus, content: call })
      .respond(3, 'm2', haiku)
      .toolResult(6, 't1');
    expect(await read(writer)).toContain('tool-call research');
  });

  it('of a compaction are by the response before it', async () => {
    const writer = new TranscriptWriter('s1')
      .prompt(0)
      .respond(2, 'm1', opus)
      .boundary(60, { trigger: 'auto', preTokens: 155_000 })
      .respond(65, 'm2', haiku)
      .respond(70, 'm3', haiku);
    expect(await read(writer)).toContain('compaction research');
  });

  it('of a process start are by the first response of the process', async () => {
    const writer = new TranscriptWriter('s1')
      .prompt(0)
      .respond(2, 'm1', opus)
      .sessionStart(100, 'resume')
      .prompt(101)
      .respond(103, 'm2', haiku);
    expect(await read(writer)).toContain('process-start web');
  });

  it('of a subagent that is only reported are by its own model', async () => {
    const writer = new TranscriptWriter('s1')
      .prompt(0)
      .respond(2, 'm1', opus)
      .embedded(4, 'a1', 'e1', haiku)
      .prompt(20)
      .interrupt(21);
    expect(await read(writer)).toEqual([
      'conversation-start research',
      'response research',
      'response web',
      'response-update research',
      'turn research',
      'turn research',
      ...['response-update web', 'response-update research', 'response-update web'],
    ]);
  });
});
