import { drawAnswer, drawPreamble } from '../content-block.ts';
import type { Conversation } from '../conversation.ts';
import type { LedgerNote, TurnOutcome } from '../ledger.ts';
import { interruptLine } from '../lines/interrupt-line.ts';
import { notificationLine, promptLine } from '../lines/prompt-line.ts';
import { turnDurationLine } from '../lines/turn-duration-line.ts';
import { chance, drawInteger } from '../random/draw.ts';
import { drawUuid } from '../random/identifier.ts';
import type { RandomSource } from '../random/pseudo-random.ts';
import type { DueLine } from '../transcript.ts';
import { playCompactionWhenFull } from './compaction.ts';
import { playDelegation } from './delegation.ts';
import { playFailedAttempts, playGiveUp } from './failed-attempts.ts';
import { playRequest } from './request.ts';
import { playToolStep } from './tool-step.ts';

/** A prompt and everything the agent does until it has answered, is stopped, or gives up. */
export function* playTurn(conversation: Conversation): Generator<DueLine> {
  const { random } = conversation;
  const plan = drawPlan(random);
  const startedAt = conversation.at;
  conversation.promptId = drawUuid(random);
  conversation.contextTokens += drawInteger(random, 60, 600);
  conversation.notesForNextResponse.push({ kind: 'turn-open' });
  yield plan.byTask ? notificationLine(conversation) : promptLine(conversation);
  for (let step = 0; step < plan.toolSteps; step += 1) yield* playStep(conversation, step);
  yield* playEnding(conversation, plan);
  if (!chance(random, share.turnDuration)) return;
  conversation.at += drawInteger(random, 5, 50);
  yield turnDurationLine(conversation, conversation.at - startedAt);
}

/** How often something happens: in a turn, or before one of its requests. */
const share = {
  byTask: 0.08,
  interrupted: 0.04,
  givenUp: 0.01,
  turnDuration: 0.7,
  retried: 0.03,
  delegated: 0.06,
} as const;

interface TurnPlan {
  readonly byTask: boolean;
  readonly outcome: TurnOutcome;
  /** Responses that ask for tools. One more, the answer, follows if the turn succeeds. */
  readonly toolSteps: number;
}

function drawPlan(random: RandomSource): TurnPlan {
  const outcome = drawOutcome(random);
  // A turn that ends badly has had a response: only then do its model and its role show.
  const toolSteps = drawInteger(random, outcome === 'success' ? 0 : 1, 7);
  return { byTask: chance(random, share.byTask), outcome, toolSteps };
}

function drawOutcome(random: RandomSource): TurnOutcome {
  const drawn = random();
  if (drawn < share.givenUp) return 'error';
  return drawn < share.givenUp + share.interrupted ? 'interrupted' : 'success';
}

function* playStep(conversation: Conversation, step: number): Generator<DueLine> {
  const { random } = conversation;
  yield* playCompactionWhenFull(conversation);
  // Never before the first response: there is no model yet that a retry could belong to.
  if (step > 0 && chance(random, share.retried)) {
    yield* playFailedAttempts(conversation, drawInteger(random, 1, 2));
  }
  yield* chance(random, share.delegated)
    ? playDelegation(conversation)
    : playToolStep(conversation);
}

function* playEnding(conversation: Conversation, plan: TurnPlan): Generator<DueLine> {
  const { random, profile } = conversation;
  const { outcome, byTask } = plan;
  const ended: LedgerNote = { kind: 'turn-end', outcome, byTask };
  switch (outcome) {
    case 'interrupted':
      conversation.at += drawInteger(random, 500, 4_000);
      yield interruptLine(conversation, [ended]);
      return;
    case 'error':
      yield* playGiveUp(conversation, [ended]);
      return;
    case 'success': {
      yield* playCompactionWhenFull(conversation);
      const blocks = [...drawPreamble(random, profile.thinks), drawAnswer(random)];
      yield* playRequest(conversation, { blocks, notesAtEnd: [ended] });
      return;
    }
    default:
      outcome satisfies never;
  }
}
