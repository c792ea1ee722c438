import { describe, expect, it } from '@jest/globals';
import {
  answer,
  haiku,
  init,
  opus,
  prompt,
  result,
  retry,
  synthetic,
} from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { type Arrival, openStream, play, second } from '../support/play-stream.ts';

function turnsOf(arrivals: readonly Arrival[]) {
  return eventsOf(play(arrivals).events, 'turn');
}

describe('a turn of a stream', () => {
  // Three messages of the user make num_turns 4; the model was asked twice.
  it('ends with its result, which tells its duration, and has as many responses as were seen', () => {
    const turns = turnsOf([
      [0, init()],
      [3, answer('m1', { model: haiku })],
      [7, answer('m2')],
      [8, result({ duration_ms: 7600, num_turns: 4 })],
    ]);
    expect(turns).toEqual([
      {
        type: 'turn',
        at: second(8),
        conversationId: 's1',
        processType: 'tactical',
        model: opus,
        initiator: 'user',
        outcome: 'success',
        durationSeconds: 7.6,
        responses: 2,
      },
    ]);
  });

  it.each([
    ['success', {}],
    ['error', { is_error: true, api_error_status: 529 }],
    ['error', { is_error: true, result: 'API Error: 404' }],
    ['error', { api_error_status: 500 }],
    ['error', { terminal_reason: 'api_error' }],
    ['error', { terminal_reason: 'prompt_too_long' }],
    ['error', { subtype: 'error_max_turns', is_error: false }],
    ['error', { subtype: 'error_during_execution', is_error: true, errors: ['boom'] }],
    ['interrupted', { subtype: 'error_during_execution', terminal_reason: 'aborted_streaming' }],
    ['interrupted', { terminal_reason: 'aborted_tools', is_error: true }],
    ['success', { terminal_reason: 'completed' }],
    ['success', { terminal_reason: 'hook_stopped' }],
    ['success', { subtype: 'a_later_word' }],
  ])('is %s when its result says %j', (outcome, said) => {
    const turns = turnsOf([
      [0, init()],
      [3, answer('m1')],
      [4, result(said)],
    ]);
    expect(turns).toMatchObject([{ outcome }]);
  });

  it('was interrupted when a message says so before a result that calls it an error', () => {
    const turns = turnsOf([
      [0, init()],
      [3, answer('m1')],
      [4, prompt([{ type: 'text', text: '[Request interrupted by user]' }])],
      [4, result({ subtype: 'error_during_execution', is_error: true })],
    ]);
    expect(turns).toMatchObject([{ outcome: 'interrupted' }]);
  });

  it.each([
    ['was measured', 1234, 1.234],
    ['was made up, with zeros', 0, undefined],
    ['says nothing, by the arrivals', undefined, 4],
    ['says no number, by the arrivals', 'long', 4],
  ])('has the duration of a result that %s', (_what, duration_ms, durationSeconds) => {
    const turns = turnsOf([
      [0, init()],
      [3, answer('m1')],
      [4, result({ duration_ms })],
    ]);
    expect(turns[0]?.durationSeconds).toBe(durationSeconds);
  });

  it.each([
    [
      'a message of the user',
      [prompt('Go on', { origin: { kind: 'task-notification' } }), result()],
    ],
    ['its words', [prompt('<task-notification>…'), result()]],
    ['its result', [result({ origin: { kind: 'peer' } })]],
  ])('was started by a task where %s says so', (_what, messages) => {
    const arrivals = [init(), ...messages].map((message, at) => [at, message] as const);
    expect(turnsOf(arrivals)).toMatchObject([{ initiator: 'task' }]);
  });

  it('goes on when a prompt is taken up in the middle of it, and when it is announced again', () => {
    const turns = turnsOf([
      [0, init()],
      [1, answer('m1')],
      [2, prompt('And the other one')],
      [3, init()],
      [4, answer('m2')],
      [5, result({ duration_ms: undefined })],
    ]);
    expect(turns).toMatchObject([{ responses: 2, durationSeconds: 5 }]);
  });

  it.each([
    ['names the command', { local_command: 'compact' }],
    ['counts no message', { num_turns: 0 }],
  ])('is none where the result of a command that the agent answered itself %s', (_what, said) => {
    const arrivals: readonly Arrival[] = [
      [0, init()],
      [1, answer('m1', { extra: { local_command_run: { command: 'compact' } } })],
      [2, result({ duration_ms: 17_810, ...said })],
    ];
    const { events } = play(arrivals);
    expect(events).toEqual([]);
  });

  // `--output-format json` writes the result alone.
  it('counts without its messages, and then nobody knows its responses', () => {
    const turns = turnsOf([[9, result({ duration_ms: 2360 })]]);
    expect(turns).toEqual([
      {
        type: 'turn',
        at: second(9),
        conversationId: 's1',
        processType: 'unknown',
        outcome: 'success',
        durationSeconds: 2.36,
      },
    ]);
  });

  it('follows another in the same stream, each with its own responses', () => {
    const turns = turnsOf([
      [0, init()],
      [1, answer('m1')],
      [2, answer('m2')],
      [3, result()],
      [100, init()],
      [101, answer('m3')],
      [102, result({ duration_ms: undefined })],
    ]);
    expect(turns).toMatchObject([{ responses: 2 }, { responses: 1, durationSeconds: 2 }]);
  });

  it('that failed at once has the process type of the stream, where that is known', () => {
    const messages: readonly Arrival[] = [
      [0, init()],
      [1, result({ is_error: true, duration_ms: 0 })],
    ];
    const [turn] = eventsOf(play(messages, { processType: 'strategic' }).events, 'turn');
    expect(turn).toMatchObject({ processType: 'strategic', outcome: 'error', responses: 0 });
    expect(turnsOf(messages)[0]?.processType).toBe('unknown');
  });

  it('counts the request that failed for good among its responses', () => {
    const failed = synthetic('API Error: 529', { error: 'overloaded' });
    const turns = turnsOf([
      [0, init()],
      [1, retry()],
      [9, failed],
      [9, result({ is_error: true })],
    ]);
    expect(turns).toMatchObject([{ outcome: 'error', responses: 1 }]);
  });
});

describe('a turn without a result', () => {
  it.each([
    {
      ended: 'for no told reason in the middle',
      outcome: undefined,
      messages: [init(), answer('m1')],
      counted: ['error'],
    },
    {
      ended: 'for no told reason before an answer',
      outcome: undefined,
      messages: [init()],
      counted: [],
    },
    { ended: 'with an error', outcome: 'error', messages: [init()], counted: ['error'] },
    {
      ended: 'by the reader',
      outcome: 'interrupted',
      messages: [init(), answer('m1')],
      counted: ['interrupted'],
    },
    {
      ended: 'between turns',
      outcome: 'error',
      messages: [init(), answer('m1'), result()],
      counted: ['success'],
    },
  ] as const)(
    'of a stream that ended $ended counts as $counted',
    ({ outcome, messages, counted }) => {
      const { translator, delivery } = openStream();
      for (const [at, message] of messages.entries()) translator.translate(message, second(at));
      translator.end(second(10), outcome);
      const turns = eventsOf(delivery.events, 'turn');
      expect(turns.map((turn) => turn.outcome)).toEqual(counted);
      expect(translator.isWorking).toBe(false);
    },
  );

  it('lasted from the prompt, where the caller told of it', () => {
    const { translator, delivery } = openStream();
    translator.prompt(second(0));
    translator.translate(init(), second(2));
    translator.translate(answer('m1'), second(5));
    translator.end(second(6), 'error');
    expect(eventsOf(delivery.events, 'turn')).toMatchObject([{ durationSeconds: 6 }]);
    expect(eventsOf(delivery.events, 'response')).toMatchObject([{ durationSeconds: 5 }]);
  });
});
