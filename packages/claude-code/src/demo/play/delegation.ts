import { subagentProfile } from '../agent-profile.ts';
import { drawAnswer, drawPreamble, drawToolUse } from '../content-block.ts';
import { type Conversation, openSubconversation } from '../conversation.ts';
import { taskLine } from '../lines/prompt-line.ts';
import { drawInteger } from '../random/draw.ts';
import type { DueLine } from '../transcript.ts';
import { playRequest } from './request.ts';
import { giveResult, playToolStep } from './tool-step.ts';

/** A response that hands work to a subagent, the subagent at work, and what it gave back. */
export function* playDelegation(conversation: Conversation): Generator<DueLine> {
  const { random, profile } = conversation;
  const toolUse = drawToolUse(random, 'Task');
  yield* playRequest(conversation, {
    blocks: [...drawPreamble(random, profile.thinks), toolUse],
  });
  const subagent = openSubconversation(conversation, subagentProfile);
  yield* playSubagent(subagent);
  conversation.at = subagent.at + 20;
  yield giveResult(conversation, toolUse, 'success');
}

function* playSubagent(subagent: Conversation): Generator<DueLine> {
  const { random, profile } = subagent;
  subagent.at += drawInteger(random, 20, 80);
  yield taskLine(subagent);
  const steps = drawInteger(random, 0, 2);
  for (let step = 0; step < steps; step += 1) yield* playToolStep(subagent);
  yield* playRequest(subagent, {
    blocks: [...drawPreamble(random, profile.thinks), drawAnswer(random)],
  });
}
