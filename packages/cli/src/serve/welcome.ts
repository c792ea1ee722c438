import type { PollSummary } from '@turnscope/claude-code';
import { version } from '@turnscope/core';
import type { Settings } from '../settings/settings.ts';
import { counted } from './counted.ts';
import type { Stage } from './stage.ts';

/** For everyone who looks at the numbers of a demo. */
export const demoNotice = 'Demo: the agents are imaginary and every number is invented.';

/** What a person sees first: what is read, where the metrics are, how it ends. */
export function welcomeLines(settings: Settings, stage: Stage, url: string): readonly string[] {
  const metrics = `  Metrics  ${url}${settings.web.telemetryPath}`;
  return [
    `Turnscope ${version}`,
    '',
    ...(stage.demo ? demoLines(settings) : readingLines(stage)),
    metrics,
    ...receiverLines(settings, stage),
    ...pushLines(settings),
    '  Ctrl-C ends it.',
    '',
  ];
}

/** What was there at the start, and what of it counts. */
export function firstReadLine({ files, events }: PollSummary, { demo, reading }: Stage): string {
  if (demo !== undefined)
    return `The imaginary agents are at work; ${counted(events, 'event')} so far.`;
  if (files === 0) {
    return 'Waiting for the first transcript. To see a demo, end this and begin with --demo.';
  }
  if (reading.from === 'now') {
    return `Counts what is written from now on; ${counted(files, 'transcript')} read for context.`;
  }
  return `Read ${counted(files, 'transcript')}, ${counted(events, 'event')}; what comes from now on counts too.`;
}

/** The demo has played for as long as it was told to. */
export const restLine = 'The imaginary agents rest now; their numbers stay as they are.';

/** The origins only: the path of a webhook may be secret. */
function receiverLines({ notify }: Settings, { demo }: Stage): readonly string[] {
  if (demo !== undefined) return [];
  const receivers = [...notify.alertmanagers, ...notify.webhooks];
  return receivers.map(({ url }) => `  Notifies ${new URL(url).origin}`);
}

/** A demo is pushed too. The origin only: a path may be secret here, too. */
function pushLines({ otlp }: Settings): readonly string[] {
  return otlp === undefined ? [] : [`  Pushes   to ${new URL(otlp.url).origin}`];
}

function readingLines({ reading }: Stage): readonly string[] {
  const counts =
    reading.from === 'now' ? 'from now on (everything: --from start)' : 'from the start';
  return [...reading.folders.map((folder) => `  Reads    ${folder}`), `  Counts   ${counts}`];
}

function demoLines({ demo, transcripts }: Settings): readonly string[] {
  const why =
    demo.when === 'always' ? [] : [`           No transcripts in ${transcripts.join(', ')}`];
  return [
    `  DEMO     ${demoNotice.replace('Demo: t', 'T')}`,
    ...why,
    '           Your own: turnscope serve --transcripts DIR',
  ];
}
