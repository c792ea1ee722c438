import { answerTexts, remarkTexts, thoughtText } from './filler.ts';
import { chance, drawOne } from './random/draw.ts';
import { drawApiId } from './random/identifier.ts';
import type { RandomSource } from './random/pseudo-random.ts';

/** A part of a response; each is a line of its own. */
export type ContentBlock =
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'text'; readonly text: string }
  | ToolUse;

export interface ToolUse {
  readonly type: 'tool_use';
  readonly id: string;
  readonly name: string;
  readonly input: { readonly description: string };
}

/** The blocks before the one that matters: a thought, where the agent is heard to think; a remark, often. */
export function drawPreamble(random: RandomSource, thinks: boolean): readonly ContentBlock[] {
  const blocks: ContentBlock[] = [];
  if (thinks) blocks.push({ type: 'thinking', thinking: thoughtText, signature: 'demo' });
  if (chance(random, 0.5)) blocks.push({ type: 'text', text: drawOne(random, remarkTexts) });
  return blocks;
}

/** The agent's last words in a turn. */
export function drawAnswer(random: RandomSource): ContentBlock {
  return { type: 'text', text: drawOne(random, answerTexts) };
}

/** A request to execute a tool. */
export function drawToolUse(random: RandomSource, name: string): ToolUse {
  const input = { description: 'demo: something imaginary' };
  return { type: 'tool_use', id: drawApiId(random, 'toolu_01'), name, input };
}
