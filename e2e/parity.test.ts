import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SignalName } from '@turnscope/core';
import { folder as dataFolder, describeWith, tool } from '@turnscope/testing';
import { compareAtScrapes, compareBetweenScrapes } from './support/asked-history.ts';
import {
  agreeingOn,
  type Compared,
  differing,
  HistoryOfSignals,
} from './support/compared-signals.ts';
import { createBlocks, withoutPauses } from './support/openmetrics-blocks.ts';
import { parityTable } from './support/parity-table.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { type RecordedHistory, recordHistory } from './support/recorded-history.ts';
import { recordedQueries } from './support/recorded-queries.ts';
import { operandMetrics } from './support/sampled-operands.ts';
import { recordEvents, transcriptEvents } from './support/transcript-history.ts';
import { fleet, histories } from './support/worked-histories.ts';

// What the generated rules record, asked of a real Prometheus at the times of its samples and between them, is what core
// computes from the same samples. Core does not stretch what a counter grew; Prometheus does, so here core is given
// growth that is stretched by its rules (extrapolated-increase.ts). At the time of a sample that a window begins and ends
// with, the factor is 1 but for series that begin within the window.

/** Of a value: sums of floating numbers may end in other last digits. */
const tolerance = 1e-9;
/**
 * Imported samples cannot say that a series is gone, as a scrape that does not find it does. So a sample is looked for
 * only in a time shorter than the distance of two.
 */
const lookBack = '--query.lookback-delta=14s';
/** The transcripts are months apart, and what is older than fifteen days would be deleted. */
const keepAll = '--storage.tsdb.retention.time=10y';
/** Each signal must have a value on both sides at least so often, or it was not compared. */
const leastAgreement = 20;

const tools = {
  what: 'the tools promtool and prometheus',
  found: tool('promtool').found && tool('prometheus').found,
};
const data = dataFolder('../shared/data/claude-code/transcripts');
/** What these transcripts do not tell: nobody supervises there, nothing is silent, and no hour has three refills. */
const untold: ReadonlySet<SignalName> = new Set([
  'restarts_1h',
  'restart_success_ratio',
  'source_silence',
  'compaction_thrash_ratio',
]);

let folder = '';
let prometheus: PrometheusServer | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnscope-parity-'));
});
afterAll(async () => {
  await prometheus?.close();
  await rm(folder, { recursive: true });
});

describeWith(tools, 'the generated rules, in a real Prometheus, over', () => {
  const alone = histories.map((script) => recordHistory(script, operandMetrics));
  const members = fleet.map((script) => recordHistory(script, operandMetrics));
  const whole = together(members);
  beforeAll(async () => {
    prometheus = await prometheusOver([...alone, ...members]);
  });
  afterAll(async () => {
    await prometheus?.close();
  });

  it.each([...alone, ...members, whole])('$name, answer what core computes', async (history) => {
    const instance = history === whole ? undefined : history.instance;
    const compared = await compareAll(history, instance);
    expect(differing(compared, tolerance)).toEqual([]);
    const rare = [...agreeingOn(compared)].filter(([, count]) => count < leastAgreement);
    expect(rare).toEqual([]);
  });
});

describeWith(data.found ? tools : data, 'the generated rules, in a real Prometheus, over', () => {
  it('the shared transcripts, answer what core computes', async () => {
    const events = await transcriptEvents(data.path);
    const history = recordEvents('the shared transcripts', events, operandMetrics);
    prometheus = await prometheusOver([history]);
    const asked = { history, local: new HistoryOfSignals(history) };
    const queries = recordedQueries(history.thresholds, history.instance);
    const every = Math.ceil(history.scrapes.length / 400);
    const compared = await compareAtScrapes(asked, prometheus, queries, every);
    show(history, compared);
    expect(differing(compared, tolerance)).toEqual([]);
    const silent = [...agreeingOn(compared)].filter(
      ([name, count]) => count === 0 && !untold.has(name),
    );
    expect(silent).toEqual([]);
  }, 300_000);
});

async function prometheusOver(recorded: readonly RecordedHistory[]): Promise<PrometheusServer> {
  const own = await mkdtemp(join(folder, 'prometheus-'));
  await mkdir(join(own, 'data'));
  const parts = recorded.flatMap(withoutPauses);
  for (const [at, series] of parts.entries()) await createBlocks(own, `${at}`, series);
  return startPrometheusWith(own, '{}', [lookBack, keepAll]);
}

/** Compares at scrapes and between them, and shows what came of it. */
async function compareAll(
  history: RecordedHistory,
  instance: string | undefined,
): Promise<readonly Compared[]> {
  if (prometheus === undefined) throw new Error('no Prometheus was started');
  const asked = { history, local: new HistoryOfSignals(history) };
  const queries = recordedQueries(history.thresholds, instance);
  const compared = [
    ...(await compareAtScrapes(asked, prometheus, queries)),
    ...(await compareBetweenScrapes(asked, prometheus, queries)),
  ];
  show(history, compared);
  return compared;
}

function show({ name }: RecordedHistory, compared: readonly Compared[]): void {
  process.stdout.write(`\n${name}\n${parityTable(compared)}\n`);
}

/** Several exporters that are scraped at the same times, as one. */
function together(members: readonly RecordedHistory[]): RecordedHistory {
  const [first] = members;
  if (first === undefined) throw new RangeError('a fleet has members');
  return { ...first, name: 'a whole fleet', series: members.flatMap(({ series }) => series) };
}
