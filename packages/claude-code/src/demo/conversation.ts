import { dirname, join } from 'node:path';
import type { AgentProfile } from './agent-profile.ts';
import type { LedgerNote } from './ledger.ts';
import { drawLogNormal } from './random/draw.ts';
import { drawAgentId, drawUuid } from './random/identifier.ts';
import type { RandomSource } from './random/pseudo-random.ts';
import { createTranscript, demoSlug, type Transcript } from './transcript.ts';

/** A conversation as far as it has been played. Mutable; only its own agent plays it. */
export interface Conversation {
  readonly profile: AgentProfile;
  readonly random: RandomSource;
  readonly transcript: Transcript;
  /** The conversation's own time, epoch milliseconds. It only moves forward. */
  at: number;
  /** Size of the next request's context, in tokens. */
  contextTokens: number;
  /** The part of it that the provider's cache holds. */
  cachedTokens: number;
  /** What its compactions have dropped together, in tokens. */
  droppedTokens: number;
  /** Id of the prompt that the turn answers; every user line of the turn repeats it. */
  promptId: string;
  /** What the next response's first line makes true. */
  notesForNextResponse: LedgerNote[];
}

interface NewConversation {
  readonly folder: string;
  readonly profile: AgentProfile;
  readonly random: RandomSource;
  readonly at: number;
}

/** A new conversation of an agent, in a file of its own. */
export function openConversation({ folder, profile, random, at }: NewConversation): Conversation {
  const sessionId = drawUuid(random);
  const path = join(folder, demoSlug, `${sessionId}.jsonl`);
  const { processType } = profile;
  return begin(profile, random, createTranscript({ path, sessionId, processType, random }), at);
}

/** A subagent's conversation, in the folder beside its parent's file; it starts at the parent's time. */
export function openSubconversation(parent: Conversation, profile: AgentProfile): Conversation {
  const { random, transcript, at } = parent;
  const { sessionId } = transcript;
  const agentId = drawAgentId(random);
  const folder = join(dirname(transcript.path), sessionId, 'subagents');
  const path = join(folder, `agent-${agentId}.jsonl`);
  const { processType } = profile;
  return begin(
    profile,
    random,
    createTranscript({ path, sessionId, processType, random, agentId }),
    at,
  );
}

function begin(
  profile: AgentProfile,
  random: RandomSource,
  transcript: Transcript,
  at: number,
): Conversation {
  return {
    profile,
    random,
    transcript,
    at,
    contextTokens: drawLogNormal(random, profile.baseTokens),
    // A part of every new context is the same as in the conversation before, and still in the cache.
    cachedTokens: Math.round(profile.baseTokens.min * 0.6),
    droppedTokens: 0,
    promptId: drawUuid(random),
    notesForNextResponse: [],
  };
}
