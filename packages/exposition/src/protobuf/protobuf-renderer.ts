import type { Collection } from '@turnscope/core';
import { type FamilyReading, readFamilies } from '../reading/family-reading.ts';
import { ByteWriter } from './byte-writer.ts';
import { FamilyWriter } from './family-writer.ts';

/** Writes metrics as delimited protobuf. */
export interface ProtobufRenderer {
  /**
   * As `TextRenderer.render`, in bytes: pieces of about 64 kB, some of which are empty. Names are
   * those of text 0.0.4, counters with their `_total`.
   */
  render(collection: Collection): Iterable<Uint8Array>;
}

/** As many metrics are measured in one go; about a millisecond. */
const metricsInOneGo = 2_500;

const nothing = new Uint8Array(0);

/**
 * A renderer of `io.prometheus.client.MetricFamily` messages. It remembers nothing: to write the bytes
 * of a metric takes hardly longer than to see that they are the same.
 */
export function createProtobufRenderer(): ProtobufRenderer {
  return { render };
}

function* render(collection: Collection): Generator<Uint8Array, void> {
  const readings = yield* readFamilies(collection, { pause: nothing, natives: true });
  const writer = new ByteWriter();
  for (const reading of readings) yield* familyOf(reading, writer);
  yield writer.take();
}

function* familyOf(reading: FamilyReading, writer: ByteWriter): Generator<Uint8Array, void> {
  const count = reading.series.length;
  const family = new FamilyWriter(reading);
  for (let at = 0; at < count; at += 1) {
    family.measure(at);
    if (at % metricsInOneGo === metricsInOneGo - 1) yield nothing;
  }
  const before = writer.room(family.headSize);
  if (before) yield before;
  family.head(writer);
  for (let at = 0; at < count; at += 1) {
    const full = writer.room(family.metricSize(at));
    if (full) yield full;
    family.metric(writer, at);
  }
}
