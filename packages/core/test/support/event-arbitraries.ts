import type { AgentEvent } from '@turnscope/core';
import fc from 'fast-check';
import { noon } from './fake-clock.ts';

const outcome = fc.constantFrom('success' as const, 'error' as const, 'interrupted' as const);
const reason = fc.constantFrom('clean', 'crash', 'killed', 'hang', 'unhealthy');
const amount = fc.nat({ max: 1_000_000 });
/** Whole seconds, so that sums do not depend on their order; some are beyond every limit. */
const seconds = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 30_000 }));
const at = fc.integer({ min: noon - 3 * 86_400_000, max: noon + 86_400_000 });
const processType = fc.constantFrom('tactical', 'strategic', 'subagent', 'unknown');
const conversationId = fc.constantFrom('c1', 'c2', 'c3', 'c4');
const model = fc.constantFrom('opus', 'haiku', 'sonnet', 'a\u0000b', 'ünï');
const inConversation = { conversationId };
const optional = { at, processType };

const response = {
  model,
  durationSeconds: seconds,
  timeToFirstTokenSeconds: seconds,
  contextTokens: amount,
  tokens: fc.record(
    { input: amount, output: amount, cacheRead: amount, cacheCreation: amount },
    { requiredKeys: [] },
  ),
  costUsd: fc.nat({ max: 100 }),
  untrustedOutput: fc.boolean(),
};

/** An event with required fields and any of the optional ones. */
function event(type: string, required: object, rest: object): fc.Arbitrary<AgentEvent> {
  const fields = { type: fc.constant(type), ...required, ...rest };
  return fc.record(fields as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: ['type', ...Object.keys(required)],
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<AgentEvent>;
}

const ofConversation = { ...inConversation, outcome };

/** Events that do not begin or end a conversation, so that their order decides nothing. */
const orderlessEvent = fc.oneof(
  event('response', ofConversation, { ...optional, ...response }),
  event('response-update', ofConversation, { ...optional, ...response }),
  event(
    'retry',
    { ...inConversation, reason: fc.constantFrom('overloaded', 'connection', 'unknown') },
    optional,
  ),
  event(
    'tool-call',
    { ...ofConversation, tool: fc.constantFrom('Bash', 'Read', 'mcp') },
    { ...optional, durationSeconds: seconds },
  ),
  event('compaction', ofConversation, {
    ...optional,
    trigger: fc.constantFrom('auto', 'manual'),
    tokensBefore: amount,
    tokensAfter: amount,
    durationSeconds: seconds,
    preserved: fc.boolean(),
    responsesSincePrevious: fc.nat({ max: 30 }),
  }),
  event(
    'process-start',
    { kind: fc.constantFrom('fresh', 'resume', 'restart') },
    { ...optional, startupSeconds: seconds },
  ),
  event('process-exit', { reason }, optional),
  event('restart', { reason, outcome }, optional),
);

const turns = fc.oneof(
  event('turn', ofConversation, {
    ...optional,
    model,
    initiator: fc.constantFrom('user', 'task'),
    durationSeconds: seconds,
    activeDurationSeconds: seconds,
    responses: fc.nat({ max: 50 }),
  }),
  event('exchange', ofConversation, { ...optional, ...response }),
);

/** Right events of every type. */
export const rightEvents = fc.array(
  fc.oneof(
    orderlessEvent,
    turns,
    event('conversation-start', inConversation, optional),
    event('conversation-end', inConversation, { at }),
  ),
  { maxLength: 60 },
);

/** Right events of the types whose order decides nothing but the process type of a conversation. */
export const orderlessEvents = fc.array(fc.oneof(orderlessEvent, turns), { maxLength: 60 });

const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
const number = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.MIN_VALUE, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, 1e308),
);

/** A right event, one in which a field is anything at all, or something that is no event. */
export const anyEvent = fc.oneof(
  fc.oneof(orderlessEvent, turns),
  fc
    .tuple(
      fc.oneof(orderlessEvent, turns),
      fc.constantFrom(
        ...['at', 'conversationId', 'processType', 'model', 'outcome', 'tokens', 'reason'],
        ...['durationSeconds', 'activeDurationSeconds', 'costUsd', 'contextTokens', 'responses'],
        ...['tokensBefore', 'tokensAfter', 'startupSeconds', 'responsesSincePrevious', 'tool'],
      ),
      fc.oneof(anything, number),
    )
    .map(([right, field, value]) => ({ ...right, [field]: value }) as AgentEvent),
  anything as fc.Arbitrary<unknown> as fc.Arbitrary<AgentEvent>,
);

export const anyEvents = fc.array(anyEvent, { maxLength: 60 });
