import type {
  Alert,
  CompactionReport,
  ProcessTypeReport,
  Recommendation,
  Report,
  ReportedSignal,
  Sampled,
  SlowConversation,
  Trend,
} from '@turnscope/core';
import { signals } from '@turnscope/core';

const to = Date.parse('2026-03-02T09:00:00Z');
const from = to - 86_400_000;
const at = (hour: number, minute: number) => from + (hour * 60 + minute) * 60_000;
const nothing: Sampled = { value: null, samples: 0 };

/** A report in which nothing happened. */
export function emptyReport(): Report {
  return {
    version: 1,
    turnscope: '0.1.0',
    profile: 'coding-agent',
    window: { from, to, covered: { from, to } },
    overall: { score: null, grade: null, turns: 0 },
    processTypes: [],
    compactions: [],
    alerts: { active: [], resolved: [], breaches: [] },
    slowestConversations: [],
    trends: [],
    recommendations: [],
    overhead: {
      evaluations: 2,
      evaluationSeconds: 0.001,
      ringBytes: 4096,
      ringLimitBytes: 8_388_608,
      rows: 12,
      conversationsTracked: 0,
      scrapes: 0,
      scrapeSeconds: 0,
    },
  };
}

/** A good day of two agents. */
export function healthyReport(): Report {
  return {
    ...emptyReport(),
    overall: { score: 0.9423, grade: 'A', turns: 168 },
    processTypes: [
      processType('strategic', {
        turns: { success: 40, error: 0, interrupted: 2 },
        compactions: 1,
        signals: {
          completion_ratio: { value: 1, samples: 40 },
          response_latency_score: { value: 0.912, samples: 512 },
          efficiency_score: { value: 0.912, samples: 40 },
          interrupted_ratio: { value: 2 / 42, samples: 42 },
          compaction_ratio_mean: { value: 0.3031, samples: 1 },
          compaction_duration_mean: { value: 47.2, samples: 1 },
          compaction_effectiveness: { value: 0.7501, samples: 1 },
        },
      }),
      processType('tactical', {
        turns: { success: 121, error: 1, interrupted: 4 },
        signals: {
          completion_ratio: { value: 121 / 122, samples: 122 },
          response_latency_score: { value: 0.96, samples: 1204 },
          efficiency_score: { value: 0.9521, samples: 122 },
        },
      }),
    ],
    compactions: [compaction(at(5, 3))],
    slowestConversations: [
      conversation('ae4a77f8-aedd-4bc1-888f-c94edc91af04', 'strategic', 1342),
      conversation('0b7f4a1c-52b4-4a3c-9d5e-3c1f7f6f0a11', 'tactical', 611.5),
    ],
    trends: [trend('efficiency_score', 'tactical', 'stable'), trend('turn_p95', 'strategic')],
    overhead: { ...emptyReport().overhead, evaluations: 5761, evaluationSeconds: 1.234, rows: 133 },
  };
}

/** A bad day: everything that can be said is said. */
export function troubledReport(): Report {
  const healthy = healthyReport();
  const [strategic] = healthy.processTypes;
  return {
    ...healthy,
    overall: { score: 0.52, grade: 'F', turns: 103 },
    processTypes: [
      ...(strategic ? [strategic] : []),
      processType('reviewer', {
        turns: { success: 40, error: 15, interrupted: 6 },
        compactions: 14,
        restarts: { all: 6, succeeded: 3 },
        signals: {
          completion_ratio: { value: 40 / 55, samples: 55 },
          response_latency_score: { value: 0.61, samples: 390 },
          efficiency_score: { value: 0.4436, samples: 55 },
          restart_success_ratio: { value: 0.5, samples: 6 },
          compaction_thrash_ratio: { value: 0.85, samples: 13 },
        },
      }),
    ],
    compactions: [
      ...Array.from({ length: 13 }, (_, index) => compaction(at(10, index), 'reviewer')),
      { ...compaction(at(11, 0), 'reviewer'), tokensAfter: null, ratio: null, effectiveness: null },
    ],
    alerts: {
      active: [
        alert('critical', 'firing'),
        { ...alert('warning', 'firing'), inhibited: true },
        { ...alert('warning', 'pending'), processType: 'tactical' },
      ],
      resolved: [{ ...alert('warning', 'resolved'), processType: null }],
      breaches: [
        { metric: 'response_duration', severity: 'warning', processType: 'reviewer', count: 61 },
        { metric: 'compaction_ratio', severity: 'critical', processType: 'reviewer', count: 3 },
      ],
    },
    trends: [
      trend('efficiency_score', 'reviewer', 'falling', -0.0125),
      trend('turn_p95', 'reviewer', 'rising', 12.5),
      trend('response_error_ratio', 'strategic', 'falling', -0.001),
      trend('tokens_per_turn', 'reviewer', 'rising', 12_345),
      trend('cache_hit_ratio', 'reviewer', 'stable', 0),
      trend('restart_success_ratio', 'reviewer', 'insufficient data', null),
    ],
    recommendations: [recommendation('critical'), recommendation('warning')],
  };
}

type Given = Partial<Omit<ProcessTypeReport, 'signals'>> & {
  readonly signals?: Partial<Record<ReportedSignal, Sampled>>;
};

function processType(name: string, given: Given = {}): ProcessTypeReport {
  const names = signals.filter(({ by }) => by === 'process_type').map(({ name }) => name);
  const none = Object.fromEntries(names.map((signal) => [signal, nothing]));
  return {
    processType: name,
    turns: { success: 0, error: 0, interrupted: 0 },
    responses: { success: 1200, error: 4, interrupted: 0 },
    tokens: { input: 12_646, output: 65_135, cacheRead: 35_685_142, cacheCreation: 2_045_342 },
    compactions: 0,
    restarts: { all: 0, succeeded: 0 },
    ...given,
    signals: {
      ...none,
      turn_p95: { value: 989.9999, samples: 34 },
      turn_latency_score: { value: 0.8966, samples: 29 },
      response_p95: { value: 14.907, samples: 513 },
      response_p99: { value: 39.35, samples: 513 },
      response_error_ratio: { value: 0.0033, samples: 1204 },
      cache_hit_ratio: { value: 0.9455, samples: 1204 },
      tokens_per_turn: { value: 1_112_007.8, samples: 34 },
      ...given.signals,
    } as ProcessTypeReport['signals'],
  };
}

function compaction(when: number, processType = 'strategic'): CompactionReport {
  return {
    at: when,
    conversationId: 'ae4a77f8-aedd-4bc1-888f-c94edc91af04',
    processType,
    trigger: 'auto',
    tokensBefore: 155_327,
    tokensAfter: 47_080,
    ratio: 47_080 / 155_327,
    durationSeconds: 47.2,
    preserved: null,
    effectiveness: 0.7501,
  };
}

function conversation(
  conversationId: string,
  processType: string,
  slowest: number,
): SlowConversation {
  const times = { slowestTurnSeconds: slowest, turnSeconds: slowest * 3, lastAt: at(8, 0) };
  return { conversationId, processType, turns: 7, ...times };
}

function trend(
  signal: ReportedSignal,
  processType: string,
  direction: Trend['direction'] = 'insufficient data',
  slopePerHour: number | null = 0,
): Trend {
  const pValue = slopePerHour === null ? null : 0.0123;
  return { signal, processType, direction, slopePerHour, pValue, slots: 12 };
}

function alert(severity: Alert['severity'], state: Alert['state']): Alert {
  return {
    name: 'TurnscopeLowCompletion',
    severity,
    processType: 'reviewer',
    state,
    inhibited: false,
    signal: 'completion_ratio',
    window: '1h',
    value: 0.7273,
    limit: 0.8,
    activeAt: at(20, 0),
    changedAt: at(20, 5),
    summary: 'Turns of reviewer agents end in errors.',
    description: '72.7 % of their turns ended well over 1h, at or below the limit of 80 %.',
  };
}

function recommendation(severity: Recommendation['severity']): Recommendation {
  const isCritical = severity === 'critical';
  return {
    alert: isCritical ? 'TurnscopeLowCompletion' : 'TurnscopeSlowResponses',
    severity,
    processType: 'reviewer',
    signal: isCritical ? 'completion_ratio' : 'response_latency_score',
    value: isCritical ? 0.7273 : 0.61,
    limit: isCritical ? 0.8 : 0.7,
    samples: isCritical ? 55 : 390,
    summary: isCritical
      ? 'Turns of reviewer agents end in errors.'
      : 'Responses to reviewer agents are slow.',
    description: isCritical
      ? '72.7 % of their turns ended well over 24h, at or below the limit of 80 %. Look at failed responses and their retries.'
      : 'The latency score of their responses was 0.61 over 24h, at or below the limit of 0.7. Look at the model, the size of the context and the retries.',
  };
}
