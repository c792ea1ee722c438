import type { PollSummary } from '@turnscope/claude-code';
import { version } from '@turnscope/core';
import type { Milestone } from '../journal/journal.ts';
import type { Settings } from '../settings/settings.ts';
import { counted } from './counted.ts';
import type { Progress } from './progress.ts';
import type { Stage } from './stage.ts';
import { firstReadLine, restLine, welcomeLines } from './welcome.ts';

/** The metrics can be asked for. */
export function listening(settings: Settings, stage: Stage, url: string): Milestone {
  return {
    name: 'listening',
    facts: {
      version,
      url: `${url}${settings.web.telemetryPath}`,
      folders: stage.demo === undefined ? stage.reading.folders : [],
      from: stage.reading.from,
      demo: stage.demo !== undefined,
    },
    lines: welcomeLines(settings, stage, url),
  };
}

/** What was there at the start has been read. */
export function firstRead(read: PollSummary, stage: Stage): Milestone {
  const { files, lines, bytes, events, parseErrors } = read;
  return {
    name: 'first read',
    facts: { files, lines, bytes, events, parseErrors },
    lines: [firstReadLine(read, stage)],
  };
}

/** The demo has played for as long as it was told to. */
export const resting: Milestone = { name: 'demo rests', facts: {}, lines: [restLine] };

/** Somebody asked for the end. */
export function ended({ files, events, turns }: Progress): Milestone {
  return {
    name: 'ended',
    facts: { files, events, turns },
    lines: [`Ended: ${counted(events, 'event')}, ${counted(turns, 'turn')}.`],
  };
}
