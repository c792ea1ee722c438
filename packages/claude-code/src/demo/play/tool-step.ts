import { drawPreamble, drawToolUse, type ToolUse } from '../content-block.ts';
import type { Conversation } from '../conversation.ts';
import { toolResultLine } from '../lines/tool-result-line.ts';
import { chance, drawLogNormal, drawOne, type LogNormal } from '../random/draw.ts';
import type { DueLine } from '../transcript.ts';
import { playRequest } from './request.ts';

/** A response that asks for one tool, sometimes for two at once, and what they gave back. */
export function* playToolStep(conversation: Conversation): Generator<DueLine> {
  const { random, profile } = conversation;
  const toolUses = [drawTool(conversation)];
  if (chance(random, 0.15)) toolUses.push(drawTool(conversation));
  const blocks = [
    ...drawPreamble(random, profile.thinks),
    ...toolUses.map(({ toolUse }) => toolUse),
  ];
  yield* playRequest(conversation, { blocks });
  for (const { toolUse, duration } of toolUses) {
    conversation.at += drawLogNormal(random, duration);
    yield giveResult(conversation, toolUse, chance(random, 0.04) ? 'error' : 'success');
  }
}

/** Writes a tool's result and puts it into the context. */
export function giveResult(
  conversation: Conversation,
  toolUse: ToolUse,
  outcome: 'success' | 'error',
): DueLine {
  const { random, profile } = conversation;
  conversation.contextTokens += drawLogNormal(random, profile.resultTokens);
  return toolResultLine(conversation, toolUse, outcome);
}

interface Tool {
  readonly name: string;
  /** In milliseconds. */
  readonly duration: LogNormal;
}

const quick: LogNormal = { median: 150, sigma: 0.8, min: 20, max: 5_000 };
const slow: LogNormal = { median: 2_000, sigma: 0.8, min: 100, max: 30_000 };

const tools: readonly [Tool, ...Tool[]] = [
  { name: 'Read', duration: quick },
  { name: 'Grep', duration: quick },
  { name: 'Edit', duration: quick },
  { name: 'Bash', duration: slow },
  { name: 'WebFetch', duration: slow },
];

function drawTool({ random }: Conversation): { toolUse: ToolUse; duration: LogNormal } {
  const { name, duration } = drawOne(random, tools);
  return { toolUse: drawToolUse(random, name), duration };
}
