import type { Scenario, Stage } from '../scenario.ts';
import { exchange } from './exchange.ts';

/** Each kind of event, and what a monitor counts about itself. */
export const everyEvent: Scenario = {
  name: 'every kind of event',
  steps: [
    { what: 'exchanges, turns and responses', play: talk },
    { what: 'tools, retries and compactions', play: work },
    {
      what: 'processes',
      play({ monitor }) {
        const supervisor = monitor.enableSource('processes');
        supervisor.agentsLive(1);
        supervisor.processesIn('tactical', 'ready', 3);
        supervisor.processesIn('tactical', 'busy', 1);
        monitor.recordProcessStart({ kind: 'fresh', startupSeconds: 1.5 });
        monitor.recordProcessExit({ processType: 'strategic', reason: 'crash' });
        monitor.recordRestart({ processType: 'strategic', reason: 'crash', outcome: 'error' });
      },
    },
    {
      what: 'events that are refused, and durations that are discarded',
      play({ monitor }) {
        monitor.recordExchange(exchange({ durationSeconds: Number.NaN }));
        monitor.recordExchange(exchange({ model: '' }));
        monitor.recordExchange(exchange({ durationSeconds: 100_000 }));
      },
    },
    {
      what: 'a source and a receiver that are enabled later',
      play({ monitor, now }) {
        const sink = monitor.enableSource('transcripts');
        sink.record({ type: 'exchange', ...exchange(), at: now() - 60_000 });
        sink.parseError('no_json');
        monitor.enableNotifier('webhook');
        monitor.enableSource('server');
        monitor.recordScrape({ format: 'openmetrics', code: 200, durationSeconds: 0.004 });
      },
    },
    { what: 'a day of silence', play: ({ advance }) => advance(25 * 3600) },
  ],
};

function talk({ monitor }: Stage): void {
  monitor.startConversation({ conversationId: 'a', processType: 'strategic' });
  for (const outcome of ['success', 'error', 'interrupted'] as const) {
    monitor.recordExchange(exchange({ outcome }));
    monitor.recordTurn({
      conversationId: 'a',
      processType: 'strategic',
      model: 'claude-opus-5',
      initiator: 'task',
      outcome,
      durationSeconds: 61.5,
      activeDurationSeconds: 60,
      responses: 2,
    });
  }
  // Sums that no binary fraction is equal to.
  for (const costUsd of [0.1, 0.2]) {
    monitor.recordResponse({
      conversationId: 'a',
      outcome: 'success',
      timeToFirstTokenSeconds: 0.7,
      durationSeconds: 0.1,
      untrustedOutput: true,
      costUsd,
    });
  }
  monitor.endConversation({ conversationId: 'a' });
}

function work({ monitor }: Stage): void {
  monitor.recordToolCall({
    conversationId: 'a',
    tool: 'Bash',
    outcome: 'error',
    durationSeconds: 12,
  });
  monitor.recordRetry({ conversationId: 'a', processType: 'tactical', reason: 'overloaded' });
  monitor.recordCompaction({
    conversationId: 'a',
    processType: 'tactical',
    outcome: 'success',
    tokensBefore: 160_000,
    tokensAfter: 40_000,
    durationSeconds: 90,
    preserved: true,
    responsesSincePrevious: 4,
  });
}
