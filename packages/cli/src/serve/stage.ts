import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemo, type Demo, type TranscriptSourceOptions } from '@turnscope/claude-code';
import { systemClock } from '@turnscope/core';
import { distinctFolders } from '@turnscope/node';
import type { DemoSettings, Settings } from '../settings/settings.ts';
import { checkFolders } from './check-folders.ts';
import { hasTranscripts } from './has-transcripts.ts';

/** What is read: the user's transcripts, or those that a demo writes into a folder of its own. */
export interface Stage {
  readonly reading: Omit<TranscriptSourceOptions, 'sink' | 'onProblem'>;
  /** Process types whose series stand at 0 from the start. */
  readonly processTypes: readonly string[];
  /** Plays when it is there. Closed with the stage. */
  readonly demo: Demo | undefined;
  /** How long the demo plays; undefined: until the end. */
  readonly playSeconds?: number | undefined;
  /** Removes what the stage made, and nothing else. */
  close(): Promise<void>;
}

/** Begins every process type of the demo, so that nobody takes its numbers for real ones. */
export const demoPrefix = 'demo-';
const ownProcessTypes = ['strategic', 'tactical'] as const;
/** The same agents at every start. */
const demoSeed = 1;
/** One in so many imaginary agents plans, the others execute. */
const agentsForEachPlanner = 5;

/** Decides whether the demo plays. With a demo nothing of the user's is touched. Throws a CommandError when a folder cannot be read. */
export async function setStage(settings: Settings): Promise<Stage> {
  const { transcripts, demo } = settings;
  if (demo.when === 'always') return setDemo(demo);
  await checkFolders(transcripts);
  if (demo.when === 'if-empty' && !(await hasTranscripts(transcripts))) return setDemo(demo);
  return {
    reading: {
      folders: await distinctFolders(transcripts),
      from: settings.from,
      processTypeRules: settings.processTypeRules,
      labelRules: settings.labelRules,
      namedMcpTools: settings.namedMcpTools,
    },
    processTypes: ownProcessTypes,
    demo: undefined,
    close: async () => {},
  };
}

async function setDemo({ agents: count, seconds }: DemoSettings): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-demo-'));
  const planners = Math.ceil(count / agentsForEachPlanner);
  const agents = { strategic: planners, tactical: count - planners };
  const demo = createDemo({ folder, clock: systemClock, seed: demoSeed, agents });
  return {
    reading: { folders: [folder], from: 'start', processTypePrefix: demoPrefix },
    processTypes: ownProcessTypes.map((name) => demoPrefix + name),
    demo,
    playSeconds: seconds,
    async close() {
      await demo.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
