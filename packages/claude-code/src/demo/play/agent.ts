import type { AgentProfile } from '../agent-profile.ts';
import { openConversation } from '../conversation.ts';
import { startLine } from '../lines/start-line.ts';
import { drawInteger } from '../random/draw.ts';
import type { RandomSource } from '../random/pseudo-random.ts';
import type { DueLine } from '../transcript.ts';
import { playTurn } from './turn.ts';

export interface AgentOptions {
  readonly folder: string;
  readonly profile: AgentProfile;
  readonly random: RandomSource;
  /** When the agent begins, epoch milliseconds. */
  readonly at: number;
}

/**
 * Everything one agent ever writes, line after line in the order of time: a conversation of some
 * turns, then the next in a new file, without end. Lazy: a line is made when it is asked for.
 */
export function* playAgent(options: AgentOptions): Generator<DueLine, never> {
  const { random } = options;
  let { at } = options;
  for (;;) {
    const conversation = openConversation({ ...options, at });
    yield startLine(conversation, 'startup');
    const turns = drawInteger(random, ...turnsOfConversation);
    for (let turn = 0; turn < turns; turn += 1) {
      conversation.at += drawInteger(random, ...thinkPause);
      yield* playTurn(conversation);
    }
    at = conversation.at + drawInteger(random, ...pauseBetweenConversations);
  }
}

const turnsOfConversation = [15, 40] as const;

/** In milliseconds: what a person, or the next task, takes to come up with a prompt. */
const thinkPause = [2_000, 20_000] as const;
const pauseBetweenConversations = [3_000, 10_000] as const;
