import { describe, expect, it } from '@jest/globals';
import type { StreamOptions } from '../../src/index.ts';
import { answer, haiku, init, result } from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { play } from '../support/play-stream.ts';

const turn = [
  [0, init()],
  [1, answer('m1', { model: haiku })],
  [2, result()],
] as const;

describe('the events of a stream', () => {
  it.each<{ options: StreamOptions; processType: string }>([
    { options: {}, processType: 'tactical' },
    { options: { processType: 'planner' }, processType: 'planner' },
    {
      options: { processTypeRules: [{ folder: 'shop', processType: 'clerk' }] },
      processType: 'clerk',
    },
    {
      options: { processTypeRules: [{ model: 'claude-opus-*', processType: 'clerk' }] },
      processType: 'tactical',
    },
    {
      options: { processTypeRules: [{ entrypoint: 'cli', processType: 'clerk' }] },
      processType: 'tactical',
    },
  ])('are of the process type $processType with $options', ({ options, processType }) => {
    const { events } = play(turn, options);
    expect(eventsOf(events, 'turn')).toMatchObject([{ processType }]);
    expect(eventsOf(events, 'conversation-start')).toMatchObject([{ processType }]);
  });

  it.each<{ what: string; options: StreamOptions; labels: object | undefined }>([
    { what: 'no labels', options: {}, labels: undefined },
    { what: 'those labels', options: { labels: { project: 'shop' } }, labels: { project: 'shop' } },
    {
      what: 'the labels that rules give by folder and model',
      options: {
        labelRules: {
          project: [{ folder: '/home/dev/shop', value: 'shop' }],
          team: [{ model: 'claude-haiku-*', value: 'fast' }],
        },
      },
      labels: { project: 'shop', team: 'fast' },
    },
  ])('have $what with $options', ({ options, labels }) => {
    const { events } = play(turn, options);
    expect(events.map((event) => event.labels)).toEqual(events.map(() => labels));
    expect(events).toHaveLength(4);
  });

  it('belong to the session that was named last, before any to what the options say', () => {
    const anonymous = { session_id: undefined };
    const { events } = play(
      [
        [0, init(anonymous)],
        [1, answer('m1', { extra: anonymous })],
        [2, result(anonymous)],
        [3, init({ session_id: 's2' })],
        [4, answer('m2', { extra: anonymous })],
        [5, result(anonymous)],
      ],
      { conversationId: 'mine' },
    );
    const turns = eventsOf(events, 'turn');
    expect(turns.map(({ conversationId }) => conversationId)).toEqual(['mine', 's2']);
    const starts = eventsOf(events, 'conversation-start');
    expect(starts.map(({ conversationId }) => conversationId)).toEqual(['mine', 's2']);
  });

  it('belong to an unknown conversation where nothing names it', () => {
    const { events } = play([[0, result({ session_id: undefined })]]);
    expect(eventsOf(events, 'turn')).toMatchObject([{ conversationId: 'unknown' }]);
  });
});
