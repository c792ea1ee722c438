import { counter, gauge } from '../metric.ts';

/** The adapter about itself. */

export const eventsRejected = counter({
  name: 'turnscope_events_rejected_total',
  help: 'Events that were refused because something in them was wrong; they moved nothing else.',
  rows: 'rejection',
  labels: ['reason'],
  sources: ['self'],
});

export const durationsDiscarded = counter({
  name: 'turnscope_durations_discarded_total',
  help: 'Durations over 6 h, left out of their histograms; the event itself was counted.',
  rows: 'discard',
  labels: ['event'],
  sources: ['self'],
});

export const rowsStored = gauge({
  name: 'turnscope_rows',
  help: 'Rows held: label combinations by kind of event.',
  rows: 'row_limit',
  labels: ['event'],
  sources: ['self'],
});

export const rowsLimit = gauge({
  name: 'turnscope_rows_limit',
  help: 'Rows a kind of event may hold before open labels become `other`.',
  rows: 'row_limit',
  labels: ['event'],
  sources: ['self'],
});

export const rowsOverflowed = counter({
  name: 'turnscope_rows_overflowed_total',
  help: 'Recordings that went to a row of `other` because their kind had no room for a new row.',
  rows: 'row_limit',
  labels: ['event'],
  sources: ['self'],
});

export const labelValues = gauge({
  name: 'turnscope_label_values',
  help: 'Distinct values seen of an open label, without `other` and `unknown`.',
  rows: 'label_limit',
  labels: ['label'],
  sources: ['self'],
});

export const labelValuesLimit = gauge({
  name: 'turnscope_label_values_limit',
  help: 'Values an open label may have before new ones become `other`.',
  rows: 'label_limit',
  labels: ['label'],
  sources: ['self'],
});

export const labelValuesOverflowed = counter({
  name: 'turnscope_label_values_overflowed_total',
  help: 'Look-ups of a label value that became `other`.',
  rows: 'label_limit',
  labels: ['label'],
  sources: ['self'],
});

export const conversationsTracked = gauge({
  name: 'turnscope_conversations_tracked',
  help: 'Conversations held in memory.',
  rows: 'adapter',
  labels: [],
  sources: ['self'],
});

export const conversationsLimit = gauge({
  name: 'turnscope_conversations_tracked_limit',
  help: 'Conversations that may be held in memory before the quietest are forgotten.',
  rows: 'adapter',
  labels: [],
  sources: ['self'],
});

export const conversationsEvicted = counter({
  name: 'turnscope_conversations_evicted_total',
  help: 'Conversations forgotten because memory for them was full; their turns are not observed.',
  rows: 'adapter',
  labels: [],
  sources: ['self'],
});

export const recordFailures = counter({
  name: 'turnscope_record_failures_total',
  help: 'Recordings that failed inside the adapter; each one is a defect of Turnscope.',
  rows: 'adapter',
  labels: [],
  sources: ['self'],
});

export const sourceEvents = counter({
  name: 'turnscope_source_events_total',
  help: 'Events a source delivered.',
  rows: 'source',
  labels: ['source'],
  sources: ['transcripts', 'stream', 'processes', 'otlp'],
});

export const sourceLastEvent = gauge({
  name: 'turnscope_source_last_event_timestamp_seconds',
  unit: 'seconds',
  help: 'Unix time of the latest event of a source, by its own time.',
  rows: 'source',
  labels: ['source'],
  sources: ['transcripts', 'stream', 'processes', 'otlp'],
});

export const sourceSilence = gauge({
  name: 'turnscope_source_silence_seconds',
  unit: 'seconds',
  help: 'Time since the latest event of a source while it knows that an agent of its lives; absent otherwise.',
  rows: 'source_silence',
  labels: ['source'],
  mayBeAbsent: true,
  sources: ['stream', 'processes'],
});

export const sourceParseErrors = counter({
  name: 'turnscope_source_parse_errors_total',
  help: 'Pieces of input that a source could not understand.',
  rows: 'parse_error',
  labels: ['source', 'reason'],
  sources: ['transcripts', 'stream', 'processes', 'otlp'],
});

export const scrapeRequests = counter({
  name: 'turnscope_scrape_requests_total',
  help: 'Scrapes answered by the server of the adapter.',
  rows: 'scrape',
  labels: ['format', 'code'],
  sources: ['server'],
});

export const scrapeDuration = counter({
  name: 'turnscope_scrape_duration_seconds_total',
  unit: 'seconds',
  help: 'Time spent on writing the answers to scrapes.',
  rows: 'scrape',
  labels: ['format'],
  sources: ['server'],
});

export const buildInfo = gauge({
  name: 'turnscope_build_info',
  help: 'Always 1; its labels tell the version of Turnscope and of the formulas of its signals.',
  rows: 'build',
  labels: ['version', 'formulas'],
  sources: ['self'],
});
