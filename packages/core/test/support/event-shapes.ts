import type { EventType } from '@turnscope/core';
import { noon } from './fake-clock.ts';
import {
  notObjects,
  type WrongValue,
  wrongAmounts,
  wrongFlags,
  wrongIds,
  wrongLabels,
  wrongRequiredLabels,
  wrongRequiredWords,
  wrongWords,
} from './wrong-values.ts';

/** What an event of one type looks like, and what its fields must refuse. */
export interface EventShape {
  /** What messages call the event, and what they call its fields. */
  readonly name: string;
  readonly path: string;
  readonly minimal: object;
  readonly full: object;
  readonly wrong: Readonly<Record<string, readonly WrongValue[]>>;
}

/** An event that must be refused: its name, itself, the reason and the whole message. */
export type WrongEvent = readonly [name: string, event: unknown, reason: string, message: string];

/** Everything that an event of a shape must refuse, one wrong field at a time. */
export function wrongEvents({ name, path, full, wrong }: EventShape): readonly WrongEvent[] {
  const notEvents = notObjects.map(
    ([what, value, reason, message]): WrongEvent => [what, value, reason, `${name} ${message}`],
  );
  const wrongFields = Object.entries(wrong).flatMap(([field, values]) =>
    values.map(
      ([what, value, reason, message]): WrongEvent => [
        `${what} as ${field}`,
        { ...full, [field]: value },
        reason,
        `${path}.${field} ${message}`,
      ],
    ),
  );
  return [...notEvents, ...wrongFields];
}

const outcome = wrongRequiredWords('success, error, interrupted');
const reason = wrongRequiredWords('clean, crash, killed, hang, unhealthy');
const inConversation = { conversationId: wrongIds, at: wrongAmounts, processType: wrongLabels };
const ofProcess = { at: wrongAmounts, processType: wrongLabels };
const process = { at: noon, processType: 'tactical' };
const conversation = { ...process, conversationId: 'c1' };

const response = {
  path: 'response',
  minimal: { conversationId: 'c1', outcome: 'success' },
  full: {
    ...conversation,
    outcome: 'success',
    model: 'opus',
    durationSeconds: 4,
    timeToFirstTokenSeconds: 0.5,
    contextTokens: 20_000,
    tokens: { input: 10, output: 20, cacheRead: 30, cacheCreation: 40 },
    costUsd: 0.25,
    untrustedOutput: false,
  },
  wrong: {
    ...inConversation,
    outcome,
    model: wrongLabels,
    durationSeconds: wrongAmounts,
    timeToFirstTokenSeconds: wrongAmounts,
    contextTokens: wrongAmounts,
    tokens: notObjects.slice(1),
    costUsd: wrongAmounts,
    untrustedOutput: wrongFlags,
  },
} as const;

/** The shapes of all events, typed out by hand. */
export const shapes: Readonly<Record<EventType, EventShape>> = {
  turn: {
    name: 'turn',
    path: 'turn',
    minimal: { conversationId: 'c1', outcome: 'success' },
    full: {
      ...conversation,
      outcome: 'success',
      model: 'opus',
      initiator: 'task',
      durationSeconds: 4,
      activeDurationSeconds: 3,
      responses: 2,
    },
    wrong: {
      ...inConversation,
      outcome,
      model: wrongLabels,
      initiator: wrongWords('user, task'),
      durationSeconds: wrongAmounts,
      activeDurationSeconds: wrongAmounts,
      responses: wrongAmounts,
    },
  },
  response: { name: 'response', ...response },
  'response-update': { name: 'response', ...response },
  exchange: { name: 'exchange', ...response },
  retry: {
    name: 'retry',
    path: 'retry',
    minimal: { conversationId: 'c1', reason: 'overloaded' },
    full: { ...conversation, reason: 'overloaded' },
    wrong: {
      ...inConversation,
      reason: wrongRequiredWords('overloaded, rate_limit, server_error, connection, unknown'),
    },
  },
  'tool-call': {
    name: 'toolCall',
    path: 'toolCall',
    minimal: { conversationId: 'c1', tool: 'Bash', outcome: 'success' },
    full: { ...conversation, tool: 'Bash', outcome: 'success', durationSeconds: 4 },
    wrong: { ...inConversation, tool: wrongRequiredLabels, outcome, durationSeconds: wrongAmounts },
  },
  compaction: {
    name: 'compaction',
    path: 'compaction',
    minimal: { conversationId: 'c1', outcome: 'success' },
    full: {
      ...conversation,
      outcome: 'success',
      trigger: 'manual',
      tokensBefore: 100_000,
      tokensAfter: 30_000,
      durationSeconds: 1,
      preserved: true,
      responsesSincePrevious: 12,
    },
    wrong: {
      ...inConversation,
      outcome,
      trigger: wrongWords('auto, manual'),
      tokensBefore: wrongAmounts,
      tokensAfter: wrongAmounts,
      durationSeconds: wrongAmounts,
      preserved: wrongFlags,
      responsesSincePrevious: wrongAmounts,
    },
  },
  'process-start': {
    name: 'processStart',
    path: 'processStart',
    minimal: { kind: 'fresh' },
    full: { ...process, kind: 'resume', startupSeconds: 1 },
    wrong: {
      ...ofProcess,
      kind: wrongRequiredWords('fresh, resume, restart'),
      startupSeconds: wrongAmounts,
    },
  },
  'process-exit': {
    name: 'processExit',
    path: 'processExit',
    minimal: { reason: 'clean' },
    full: { ...process, reason: 'crash' },
    wrong: { ...ofProcess, reason },
  },
  restart: {
    name: 'restart',
    path: 'restart',
    minimal: { reason: 'hang', outcome: 'success' },
    full: { ...process, reason: 'hang', outcome: 'error' },
    wrong: { ...ofProcess, reason, outcome },
  },
  'conversation-start': {
    name: 'conversation',
    path: 'conversation',
    minimal: { conversationId: 'c1' },
    full: conversation,
    wrong: inConversation,
  },
  'conversation-end': {
    name: 'conversation',
    path: 'conversation',
    minimal: { conversationId: 'c1' },
    full: { conversationId: 'c1', at: noon },
    wrong: { conversationId: wrongIds, at: wrongAmounts },
  },
};
