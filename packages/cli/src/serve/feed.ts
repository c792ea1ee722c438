import { createTranscriptSource, type PollSummary } from '@turnscope/claude-code';
import type { PerformanceMonitor } from '@turnscope/core';
import { play } from './play.ts';
import type { Problems } from './problems.ts';
import { type Repetition, repeat } from './repeat.ts';
import { settleWithin } from './settle-within.ts';
import type { Stage } from './stage.ts';

/** What fills the monitor: the source of transcripts, and the demo's play when there is one. */
export interface Feed {
  start(hearers: FeedHearers): void;
  /** Whether everything that was there at the start has been read. */
  readonly ready: () => boolean;
  /** Stops. A read of a long history is not waited for: the process is about to end. */
  close(): Promise<void>;
}

interface FeedHearers {
  /** Hears, once, what was there at the start. */
  readonly onFirstRead: (read: PollSummary) => void;
  /** Hears that the demo plays no longer. */
  readonly onRest: () => void;
}

export interface FeedOptions {
  readonly stage: Stage;
  readonly monitor: PerformanceMonitor;
  readonly problems: Problems;
}

const pollEveryMs = 500;
const closeTimeoutMs = 1_000;

/** Creates a feed that has not begun. */
export function createFeed({ stage, monitor, problems }: FeedOptions): Feed {
  const { demo } = stage;
  const source = createTranscriptSource({
    ...stage.reading,
    sink: monitor.enableSource('transcripts'),
    onProblem: problems.tell,
  });
  const repetitions: Repetition[] = [];
  let ready = false;

  async function read(onFirstRead: FeedHearers['onFirstRead']): Promise<void> {
    // The demo's history first, or its first numbers would come late.
    if (!ready) await demo?.advance();
    const summary = await source.poll();
    if (ready) return;
    ready = true;
    onFirstRead(summary);
  }

  return {
    start({ onFirstRead, onRest }) {
      const readFailed = (error: unknown) => problems.tellOnce('reading failed', error);
      const playFailed = (error: unknown) => problems.tellOnce('the demo failed', error);
      repetitions.push(repeat(() => read(onFirstRead), pollEveryMs, readFailed));
      if (demo === undefined) return;
      const { playSeconds: seconds } = stage;
      repetitions.push(play(demo, { seconds, onRest, onError: playFailed }));
    },
    ready: () => ready,
    async close() {
      await settleWithin(closeTimeoutMs, Promise.all(repetitions.map((each) => each.stop())));
    },
  };
}
