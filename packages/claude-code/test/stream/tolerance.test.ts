import { describe, expect, it } from '@jest/globals';
import { init, partial } from '../fixtures/stream-messages.ts';
import { play } from '../support/play-stream.ts';

describe('a message that says nothing for a metric', () => {
  it.each([
    { type: 'a_later_type' },
    { type: 'system' },
    { type: 'system', subtype: 'a_later_subtype' },
    { type: 'system', subtype: 'status', status: 'requesting' },
    { type: 'system', subtype: 'hook_started', hook_name: 'SessionStart:startup' },
    { type: 'rate_limit_event', rate_limit_info: {} },
    { type: 'tool_progress', tool_use_id: 't1', elapsed_time_seconds: 3 },
    { type: 'keep_alive' },
    partial({ type: 'ping' }),
    partial({ type: 'a_later_event' }),
    { type: 'user', message: { content: [] } },
    { type: 'user', isSynthetic: true, message: { content: 'Base directory for this skill' } },
    { type: 'user', isReplay: true, message: { content: '<local-command-stdout>Compacted' } },
  ])('passes: %j', (message) => {
    expect(play([[0, message]])).toEqual({ events: [], parseErrors: [] });
  });
});

describe('a message that cannot be understood', () => {
  it.each([
    ['not_an_object', 'text'],
    ['not_an_object', 3],
    ['not_an_object', null],
    ['not_an_object', [init()]],
    ['missing_field', {}],
    ['missing_field', { type: 3 }],
    ['missing_field', { type: 'assistant' }],
    ['missing_field', { type: 'assistant', message: 'text' }],
    ['missing_field', { type: 'assistant', message: {} }],
    ['missing_field', { type: 'user' }],
    ['missing_field', { type: 'stream_event' }],
    ['missing_field', partial({ type: 'message_start' })],
  ])('is counted as %s: %j', (reason, message) => {
    expect(play([[0, message]])).toEqual({ events: [], parseErrors: [reason] });
  });
});
