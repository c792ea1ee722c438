import type { Conversation } from '../conversation.ts';
import { boundaryLine, summaryLine } from '../lines/compaction-lines.ts';
import { startLine } from '../lines/start-line.ts';
import { drawInteger, drawLogNormal, type LogNormal } from '../random/draw.ts';
import type { DueLine } from '../transcript.ts';

/**
 * Replaces the context by a shorter one when it comes near its limit: 155,000 to 167,000 tokens
 * in real transcripts. What is left is about 0.3 of it, as there.
 */
export function* playCompactionWhenFull(conversation: Conversation): Generator<DueLine> {
  if (conversation.contextTokens < contextLimit) return;
  const { random } = conversation;
  const before = conversation.contextTokens;
  const after = Math.round((before * drawInteger(random, 24, 38)) / 100);
  const durationMs = drawLogNormal(random, compactionDuration);
  conversation.droppedTokens += before - after;
  conversation.at += durationMs;
  yield boundaryLine(conversation, {
    preTokens: before,
    postTokens: drawInteger(random, 1_500, 4_000),
    durationMs,
    cumulativeDroppedTokens: conversation.droppedTokens,
  });
  yield summaryLine(conversation);
  yield startLine(conversation, 'compact');
  conversation.at += drawInteger(random, 50, 400);
  conversation.contextTokens = after;
  conversation.cachedTokens = Math.min(after, conversation.profile.baseTokens.min);
  conversation.notesForNextResponse.push({ kind: 'compaction', before, after });
}

const contextLimit = 160_000;

/** In milliseconds. Shorter than the real median of 65 s, so that a watcher sees the agent come back. */
const compactionDuration: LogNormal = { median: 22_000, sigma: 0.4, min: 8_000, max: 120_000 };
