import { systemClock } from '@turnscope/core';
import { monotonicClock } from '@turnscope/node';
import type { CommandContext } from '../command-context.ts';
import { resolveSettings } from '../settings/settings.ts';
import { createProgressBar } from '../terminal/progress-bar.ts';
import { askedPeriod } from './asked-period.ts';
import { hintsOf } from './hints.ts';
import { openOutput } from './output.ts';
import { dayFormat } from './page/times.ts';
import { playPeriod } from './play-period.ts';
import { presentFolders } from './present-folders.ts';
import { readEvents } from './read-events.ts';
import { wantsColors } from './render/paint.ts';
import { writeReport } from './render/write-report.ts';
import type { ReportFlags } from './report-flags.ts';

/** Tells what the transcripts say of a period, on the terminal or in a file. */
export async function report(flags: ReportFlags, context: CommandContext): Promise<void> {
  const { terminal, environment } = context;
  const { since, until, format = 'text', output, ...reading } = flags;
  const asked = askedPeriod({ since, until }, systemClock.now());
  const settings = await resolveSettings(reading, environment);
  const folders = await presentFolders(settings.transcripts, environment);
  const deliver = await openOutput(output, context);
  const bar = createProgressBar(terminal.warningScreen, monotonicClock);
  const read = await readEvents(asked, {
    folders,
    processTypeRules: settings.processTypeRules,
    namedMcpTools: settings.namedMcpTools,
    onProblem(line) {
      bar.clear();
      // A report reads once.
      terminal.warn(`turnscope: ${line.replace(/[,;] it is tried again$/, '')}`);
    },
    bar,
  });
  const made = await playPeriod(read.log, settings, bar);
  bar.clear();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const hints = hintsOf(made, read, settings.transcripts, dayFormat(timeZone));
  // Programs that read JSON find no place in it for a hint.
  if (format === 'json') for (const hint of hints) terminal.warn(`turnscope: ${hint}`);
  const colors = output === undefined && wantsColors(context);
  await deliver(writeReport({ report: made, timeZone, hints }, format, colors));
}
