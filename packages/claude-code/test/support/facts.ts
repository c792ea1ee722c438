import type { AgentEvent, Collection } from '@turnscope/core';

/** What the shared data's expectations, a stream of events and the metrics all tell. */
export interface Facts {
  /** By process type and outcome. */
  readonly responses: Record<string, number>;
  readonly responseDurations: Durations;
  readonly tokens: Record<string, number>;
  readonly untrustedOutputs: number;
  /** By initiator and outcome. */
  readonly turns: Record<string, number>;
  readonly turnDurations: Durations;
  /** By trigger. */
  readonly compactions: Record<string, number>;
  readonly compactionTokens: Record<string, number>;
  readonly compactionDurations: Durations;
  readonly retries: number;
}

export interface Durations {
  readonly count: number;
  readonly milliseconds: number;
}

type OfType<Type extends AgentEvent['type']> = Extract<AgentEvent, { type: Type }>;

/** The events of one type. */
export function eventsOf<Type extends AgentEvent['type']>(
  events: readonly AgentEvent[],
  type: Type,
): readonly OfType<Type>[] {
  return events.filter((event): event is OfType<Type> => event.type === type);
}

/** Sums numbers by key and leaves out what is 0, so that absent and 0 are the same. */
export function sumBy<Item>(
  items: Iterable<Item>,
  entryOf: (item: Item) => readonly [key: string, value: number],
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const item of items) {
    const [key, value] = entryOf(item);
    if (value !== 0) sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}

/** Each duration is a whole number of milliseconds: rounding undoes only the division by 1,000. */
export function durationsOf(seconds: readonly (number | undefined)[]): Durations {
  const known = seconds.filter((value) => value !== undefined);
  return { count: known.length, milliseconds: sum(known.map((value) => Math.round(value * 1000))) };
}

export function factsOfEvents(events: readonly AgentEvent[]): Facts {
  const responses = eventsOf(events, 'response');
  const measures = [...responses, ...eventsOf(events, 'response-update')];
  const turns = eventsOf(events, 'turn');
  const compactions = eventsOf(events, 'compaction');
  return {
    responses: sumBy(responses, (event) => [`${event.processType} ${event.outcome}`, 1]),
    responseDurations: durationsOf(measures.map((event) => event.durationSeconds)),
    tokens: sumBy(
      measures.flatMap((event) => Object.entries(event.tokens ?? {})),
      ([type, value]) => [type, value],
    ),
    untrustedOutputs: measures.filter((event) => event.untrustedOutput).length,
    turns: sumBy(turns, (event) => [`${event.initiator} ${event.outcome}`, 1]),
    turnDurations: durationsOf(turns.map((event) => event.durationSeconds)),
    compactions: sumBy(compactions, (event) => [`${event.trigger}`, 1]),
    compactionTokens: {
      ...sumBy(compactions, (event) => [`${event.trigger} before`, event.tokensBefore ?? 0]),
      ...sumBy(compactions, (event) => [`${event.trigger} after`, event.tokensAfter ?? 0]),
    },
    compactionDurations: durationsOf(compactions.map((event) => event.durationSeconds)),
    retries: eventsOf(events, 'retry').length,
  };
}

export function factsOfMetrics(collection: Collection): Facts {
  const tokenTypes: Record<string, string> = {
    cache_read: 'cacheRead',
    cache_creation: 'cacheCreation',
  };
  const tokens = counters(collection, 'turnscope_tokens_total', ['type']);
  return {
    responses: counters(collection, 'turnscope_responses_total', ['process_type', 'outcome']),
    responseDurations: histogram(collection, 'turnscope_response_duration_seconds'),
    tokens: sumBy(Object.entries(tokens), ([type, value]) => [tokenTypes[type] ?? type, value]),
    untrustedOutputs: total(collection, 'turnscope_responses_untrusted_output_total'),
    turns: counters(collection, 'turnscope_turns_total', ['initiator', 'outcome']),
    turnDurations: histogram(collection, 'turnscope_turn_duration_seconds'),
    compactions: counters(collection, 'turnscope_compactions_total', ['trigger']),
    compactionTokens: counters(collection, 'turnscope_compaction_tokens_total', [
      'trigger',
      'stage',
    ]),
    compactionDurations: histogram(collection, 'turnscope_compaction_duration_seconds'),
    retries: total(collection, 'turnscope_response_retries_total'),
  };
}

/** A counter or gauge, summed over the labels that are not named. */
function counters(
  collection: Collection,
  name: string,
  labels: readonly string[],
): Record<string, number> {
  const family = familyOf(collection, name);
  const positions = labels.map((label) => family.labels.indexOf(label));
  return sumBy(family.series, (series) => [
    positions.map((position) => series.labelValues[position]).join(' '),
    series.value(collection.now),
  ]);
}

function total(collection: Collection, name: string): number {
  return counters(collection, name, [])[''] ?? 0;
}

function histogram(collection: Collection, name: string): Durations {
  const family = familyOf(collection, name);
  const cells = new Float64Array((family.bounds ?? []).length + 2);
  const readings = family.series.map((series) => {
    series.read(collection.now, cells);
    return { count: sum([...cells.subarray(0, -1)]), seconds: cells.at(-1) ?? 0 };
  });
  return {
    count: sum(readings.map((reading) => reading.count)),
    milliseconds: Math.round(sum(readings.map((reading) => reading.seconds)) * 1000),
  };
}

function familyOf({ families }: Collection, name: string): Collection['families'][number] {
  const family = families.find((candidate) => candidate.name === name);
  if (family === undefined) throw new Error(`no metric ${name}`);
  return family;
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
