import { createTranscriptSource, type PollSummary } from '@turnscope/claude-code';
import { type PerformanceMonitor, systemClock } from '@turnscope/core';
import { countActivity } from './activity.ts';
import { play } from './play.ts';
import type { Problems } from './problems.ts';
import type { Progress } from './progress.ts';
import { type Repetition, repeat } from './repeat.ts';
import { settleWithin } from './settle-within.ts';
import type { Stage } from './stage.ts';

/** What fills the monitor: the source of transcripts, and the demo's play when there is one. */
export interface Feed {
  start(hearers: FeedHearers): void;
  /** Whether everything that was there at the start has been read. */
  readonly ready: () => boolean;
  readonly progress: () => Progress;
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
  /** Hears of each poll that found lines. */
  readonly onRead: (read: PollSummary) => void;
}

const pollEveryMs = 500;
const closeTimeoutMs = 1_000;

/** Creates a feed that has not begun. */
export function createFeed({ stage, monitor, problems, onRead }: FeedOptions): Feed {
  const { demo } = stage;
  const { sink, activity } = countActivity(monitor.enableSource('transcripts'), systemClock);
  const source = createTranscriptSource({
    ...stage.reading,
    sink,
    onProblem: problems.tell,
  });
  const repetitions: Repetition[] = [];
  let ready = false;
  let files = 0;

  async function read(onFirstRead: FeedHearers['onFirstRead']): Promise<void> {
    // The demo's history first, or its first numbers would come late.
    if (!ready) await demo?.advance();
    const summary = await source.poll();
    files = summary.files;
    if (summary.lines > 0) onRead(summary);
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
    progress: () => ({ ...activity(), ready, files, bytes: source.stats.bytes }),
    async close() {
      await settleWithin(closeTimeoutMs, Promise.all(repetitions.map((each) => each.stop())));
    },
  };
}
