import type { DemoProcessType } from './ledger.ts';
import type { LogNormal } from './random/draw.ts';

/** How an agent of one role behaves. Durations are whole milliseconds, sizes tokens. */
export interface AgentProfile {
  readonly processType: DemoProcessType;
  readonly model: string;
  /** Whether it is heard to think before it answers. */
  readonly thinks: boolean;
  /** From the request to the last of the answer. */
  readonly latency: LogNormal;
  readonly outputTokens: LogNormal;
  /** What a tool's result adds to the context. */
  readonly resultTokens: LogNormal;
  /** Context of a new conversation: system prompt, tools, memory files. */
  readonly baseTokens: LogNormal;
}

/**
 * Chosen for watching, not measured: a person in front of a fresh dashboard sees a turn every few
 * seconds and a compaction every few minutes, where real ones take p50 70 s and 30 minutes.
 */
export const strategicProfile: AgentProfile = {
  processType: 'demo-strategic',
  model: 'claude-opus-4-6',
  thinks: true,
  latency: { median: 12_000, sigma: 0.4, min: 4_000, max: 90_000 },
  outputTokens: { median: 900, sigma: 0.6, min: 60, max: 8_000 },
  resultTokens: { median: 4_500, sigma: 0.7, min: 150, max: 20_000 },
  baseTokens: { median: 22_000, sigma: 0.1, min: 18_000, max: 28_000 },
};

export const tacticalProfile: AgentProfile = {
  processType: 'demo-tactical',
  model: 'claude-sonnet-4-6',
  thinks: false,
  latency: { median: 5_500, sigma: 0.45, min: 1_500, max: 60_000 },
  outputTokens: { median: 350, sigma: 0.7, min: 20, max: 5_000 },
  resultTokens: { median: 3_200, sigma: 0.8, min: 100, max: 20_000 },
  baseTokens: { median: 19_000, sigma: 0.1, min: 16_000, max: 24_000 },
};

export const subagentProfile: AgentProfile = {
  processType: 'demo-subagent',
  model: 'claude-haiku-4-5-20251001',
  thinks: false,
  latency: { median: 2_500, sigma: 0.4, min: 800, max: 20_000 },
  outputTokens: { median: 200, sigma: 0.6, min: 20, max: 2_000 },
  resultTokens: { median: 1_800, sigma: 0.7, min: 100, max: 8_000 },
  baseTokens: { median: 9_000, sigma: 0.1, min: 7_000, max: 12_000 },
};
