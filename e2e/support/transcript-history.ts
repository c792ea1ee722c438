import { type AgentEvent, PerformanceMonitor } from '@turnscope/core';
import { knownTime } from '../../packages/cli/src/report/event-log.ts';
import { readEvents } from '../../packages/cli/src/report/read-events.ts';
import type { RecordedHistory } from './recorded-history.ts';
import { Scraper } from './sampled-series.ts';

const intervalMs = 15_000;
/** So long after an event the longest window still has something of it. */
const wakeMs = 3_600_000 + 4 * intervalMs;

/** All events of the transcripts in a folder, in the order in which they could be known. */
export async function transcriptEvents(folder: string): Promise<readonly AgentEvent[]> {
  const asked = { from: undefined, to: Date.now() };
  const { log } = await readEvents(asked, { folders: [folder], bar: { show() {}, clear() {} } });
  return log.inOrder();
}

/**
 * Plays events again on a clock of its own, and scrapes the named metrics every fifteen seconds, except where nothing
 * can change any more.
 */
export function recordEvents(
  name: string,
  events: readonly AgentEvent[],
  metrics: ReadonlySet<string>,
): RecordedHistory {
  const since = tickBefore(events[0]);
  let now = since;
  const monitor = new PerformanceMonitor({
    clock: { now: () => now },
    thresholds: { profile: 'coding-agent' },
    evaluation: { intervalSeconds: intervalMs / 1000 },
  });
  monitor.enableSource('transcripts');
  const instance = 'laptop:10464';
  const scraper = new Scraper(metrics, { job: 'turnscope', instance });
  const scrapes: RecordedHistory['scrapes'][number][] = [];
  const scrapeUntil = (end: number) => {
    for (; now <= end; now += intervalMs) {
      scraper.scrape(monitor.collect());
      scrapes.push({ at: now, since, readings: monitor.signals() });
    }
  };
  let awakeUntil = since;
  for (const event of events) {
    const tick = tickBefore(event);
    scrapeUntil(Math.min(tick, awakeUntil));
    now = Math.max(now, tick);
    scrapeUntil(tick);
    const next = now;
    now = knownTime(event);
    monitor.record(event);
    now = next;
    awakeUntil = tick + wakeMs;
  }
  scrapeUntil(awakeUntil);
  return { name, instance, series: scraper.series, scrapes, thresholds: monitor.thresholds };
}

/** The time of the last scrape that cannot show the event. */
function tickBefore(event: AgentEvent | undefined): number {
  return event === undefined ? 0 : Math.floor((knownTime(event) - 1) / intervalMs) * intervalMs;
}
