import { systemClock } from '@turnscope/core';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { Settings } from '../settings/settings.ts';
import { createAlerting } from './alerting.ts';
import { browserUrl } from './browser-url.ts';
import { claim } from './claim.ts';
import { createExporter } from './exporter.ts';
import { createFeed } from './feed.ts';
import { listen } from './listen.ts';
import { ended, firstRead, listening, resting } from './milestones.ts';
import { createMonitor } from './monitor.ts';
import { createProblems } from './problems.ts';
import { createPushing } from './pushing.ts';
import { type Stage, setStage } from './stage.ts';

/** What one run of serve works with. */
interface Run {
  readonly settings: Settings;
  readonly journal: Journal;
  readonly stopped: Promise<void>;
}

const showEveryMs = 1_000;

/** Reads transcripts, or plays the demo, and serves the metrics until it is stopped. */
export async function serve(settings: Settings, context: CommandContext): Promise<void> {
  const stopped = context.untilStopped();
  const journal = await openJournal(context.terminal, settings.log);
  try {
    const stage = await setStage(settings);
    await claimed(stage, { settings, journal, stopped }).finally(stage.close);
  } catch (error) {
    if (error instanceof CommandError && journal.failure(error.message)) throw error.asTold();
    throw error;
  } finally {
    journal.close();
  }
}

async function claimed(stage: Stage, run: Run): Promise<void> {
  const { announce, release } = await claim(stage, run.settings, createProblems(run.journal));
  await serveStage(stage, run, announce).finally(release);
}

async function serveStage(
  stage: Stage,
  { settings, journal, stopped }: Run,
  announce: (url: string) => Promise<void>,
): Promise<void> {
  const problems = createProblems(journal);
  const monitor = createMonitor(settings, stage);
  const feed = createFeed({ stage, monitor, problems, onRead: journal.read });
  const exporter = createExporter({ settings, stage, monitor, ready: feed.ready, problems });
  const alerting = createAlerting({ settings, stage, monitor, problems });
  const pushing = createPushing({ settings, monitor, problems });
  const show = () => journal.progress(feed.progress(), systemClock.now());
  const showing = setInterval(show, showEveryMs);
  try {
    const url = browserUrl(await listen(exporter, settings.web.listenAddress));
    await announce(url);
    journal.milestone(listening(settings, stage, url));
    feed.start({
      onFirstRead(read) {
        alerting.start();
        pushing.start(url);
        journal.milestone(firstRead(read, stage));
      },
      onRest: () => journal.milestone(resting),
    });
    await stopped;
    clearInterval(showing);
    journal.close();
    journal.milestone(ended(feed.progress()));
  } finally {
    clearInterval(showing);
    await Promise.all([feed.close(), alerting.close(), pushing.close(), exporter.close()]);
  }
}
