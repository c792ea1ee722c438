import type { CommandContext, Terminal } from '../command-context.ts';
import type { Settings } from '../settings/settings.ts';
import { claim } from './claim.ts';
import { createExporter } from './exporter.ts';
import { createFeed } from './feed.ts';
import { listen } from './listen.ts';
import { createMonitor } from './monitor.ts';
import { createProblems } from './problems.ts';
import { type Stage, setStage } from './stage.ts';
import { firstReadLine, restLine, welcomeLines } from './welcome.ts';

/** Reads transcripts, or plays the demo, and serves the metrics until it is stopped. */
export async function serve(settings: Settings, context: CommandContext): Promise<void> {
  const stopped = context.untilStopped();
  const stage = await setStage(settings);
  try {
    await serveStage(stage, settings, { terminal: context.terminal, stopped });
  } finally {
    await stage.close();
  }
}

async function serveStage(
  stage: Stage,
  settings: Settings,
  { terminal, stopped }: { readonly terminal: Terminal; readonly stopped: Promise<void> },
): Promise<void> {
  const problems = createProblems(terminal);
  const monitor = createMonitor(settings, stage);
  const claimed = await claim(stage, settings, problems);
  const feed = createFeed({ stage, monitor, problems });
  const exporter = createExporter({ settings, stage, monitor, ready: feed.ready, problems });
  try {
    const url = await listen(exporter, settings.web.listenAddress);
    await claimed.announce(url);
    for (const line of welcomeLines(settings, stage, url)) terminal.say(line);
    feed.start({
      onFirstRead: (read) => terminal.say(firstReadLine(read, stage)),
      onRest: () => terminal.say(restLine),
    });
    await stopped;
  } finally {
    await Promise.all([feed.close(), exporter.close()]);
    await claimed.release();
  }
}
