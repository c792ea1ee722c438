import type { Clock } from './clock.ts';
import type { Outcome } from './events/closed-sets.ts';
import type { EventInput, EventLabels } from './events/event.ts';
import type { Intake } from './recorder/intake.ts';

/** What is known of a turn when it starts. */
export type TurnStart = Pick<
  EventInput<'turn'>,
  'conversationId' | 'traceId' | 'processType' | 'model' | 'initiator' | 'at' | 'labels'
>;

/** What may be told of a turn when it ends. */
export type TurnEnd = Pick<EventInput<'turn'>, 'model' | 'activeDurationSeconds' | 'at'>;

type TurnResponse = Omit<
  EventInput<'response'>,
  'conversationId' | 'traceId' | 'processType' | 'labels'
>;

/** A turn that is going on. Nothing is recorded until it ends. */
export interface Turn {
  /** Records a response of this turn; its conversation, trace, process type and labels are the turn's. */
  recordResponse(response: TurnResponse): void;
  /** Records the turn with the time since its start. A second call does nothing. */
  end(outcome: Outcome, details?: TurnEnd): void;
}

/** Starts measuring a turn by the clock. A clock set back in between counts as no time. */
export function startTurn(start: TurnStart, intake: Intake, clock: Clock): Turn {
  const startedAt = start.at ?? clock.now();
  const { conversationId, traceId, processType, initiator } = start;
  const labels = copyOf(start.labels);
  let model = start.model;
  let responses = 0;
  let ended = false;
  return {
    recordResponse(response) {
      responses += 1;
      intake.attempt(() => {
        model = response?.model ?? model;
        intake.response({ ...response, conversationId, traceId, processType, labels });
      });
    },
    end(outcome, details) {
      if (ended) return;
      ended = true;
      intake.attempt(() => {
        const at = details?.at ?? clock.now();
        intake.turn({
          conversationId,
          traceId,
          processType,
          labels,
          initiator,
          model: details?.model ?? model,
          outcome,
          at,
          durationSeconds: elapsedSeconds(startedAt, at),
          activeDurationSeconds: details?.activeDurationSeconds,
          responses: responses > 0 ? responses : undefined,
        });
      });
    },
  };
}

/** The caller's object may say something else when the turn ends. */
function copyOf(labels: EventLabels | undefined): EventLabels | undefined {
  return labels === undefined ? undefined : { ...labels };
}

/** Nothing when the end is no number: the turn is refused for that, it need not be computed with. */
function elapsedSeconds(from: number, to: unknown): number | undefined {
  return typeof to === 'number' ? Math.max(0, to - from) / 1000 : undefined;
}

/** A turn of a monitor that is off, or whose start was refused. */
export const offTurn: Turn = { recordResponse: () => {}, end: () => {} };
