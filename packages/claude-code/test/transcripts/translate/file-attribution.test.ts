import { describe, expect, it } from '@jest/globals';
import type { LineEnvelope } from '../../../src/transcripts/parse/transcript-line.ts';
import { FileAttribution } from '../../../src/transcripts/translate/file-attribution.ts';
import { labelsOf } from '../../../src/transcripts/translate/label-rules.ts';

const rules = {
  project: [
    { folder: '/srv/shop', entrypoint: 'sdk-ts', value: 'shop-by-machine' },
    { folder: '/srv/shop', value: 'shop' },
    { entrypoint: 'cli', value: 'people' },
    { model: 'opus', value: 'research' },
  ],
};

function create(): FileAttribution {
  const of = labelsOf(rules);
  if (of === undefined) throw new Error('no rules');
  return new FileAttribution(of);
}

const line = (folder?: string, entrypoint?: string) => ({ folder, entrypoint }) as LineEnvelope;

describe('the attribution of a file', () => {
  it.each([
    ['nothing', [], 'other'],
    ['lines that state nothing', [line()], 'other'],
    ['a folder', [line('/srv/shop')], 'shop'],
    ['a folder and an entrypoint', [line('/srv/shop', 'sdk-ts')], 'shop-by-machine'],
    ['an entrypoint alone', [line(undefined, 'cli')], 'people'],
    ['the first line of several', [line(), line('/srv/shop'), line('/tmp', 'sdk-ts')], 'shop'],
  ])('is by %s', (_name, lines, project) => {
    const attribution = create();
    expect(attribution.of(undefined)).toEqual({ labels: { project: 'other' } });
    for (const each of lines) attribution.look(each);
    expect(attribution.of(undefined)).toEqual({ labels: { project } });
  });

  it('follows the model of each event, else the one before it', () => {
    const attribution = create();
    const event = { type: 'process-start', kind: 'fresh' } as const;
    const turn = { type: 'turn', conversationId: 'c1', outcome: 'success' } as const;
    const given = { ...turn, labels: { project: 'given' } };
    expect(
      [
        attribution.attribute(event, undefined),
        attribution.attribute(event, 'opus'),
        attribution.attribute({ ...turn, model: undefined }, 'opus'),
        attribution.attribute({ ...turn, model: 'haiku' }, 'opus'),
        attribution.attribute(given, 'opus'),
      ].map(({ labels }) => labels?.['project']),
    ).toEqual(['other', 'research', 'research', 'other', 'given']);
  });

  it('is one object for each combination of values', () => {
    const [one, another] = [create(), create()];
    expect(one.of('opus').labels).toEqual(another.of('opus').labels);
    const shared = labelsOf(rules);
    const work = { folder: undefined, entrypoint: undefined, model: undefined };
    expect(shared?.(work)).toBe(shared?.({ ...work, model: 'haiku' }));
  });

  it('does not exist without rules', () => {
    expect(labelsOf({})).toBeUndefined();
  });
});
