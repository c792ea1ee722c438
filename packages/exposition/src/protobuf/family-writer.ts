import type { MetricFamily } from '@turnscope/core';
import type { FamilyReading } from '../reading/family-reading.ts';
import { type ByteWriter, textSize } from './byte-writer.ts';
import { HistogramWriter } from './histogram-writer.ts';
import { doubleSize, fieldSize, labelPairSize } from './message-sizes.ts';
import { StartTimes } from './start-times.ts';

/** MetricType and the field of Metric that holds the value. */
const kinds: Readonly<Record<MetricFamily['kind'], { type: number; tag: number }>> = {
  counter: { type: 0, tag: 0x1a },
  gauge: { type: 1, tag: 0x12 },
  histogram: { type: 4, tag: 0x3a },
};

/**
 * Writes one family as a delimited MetricFamily. The lengths of messages stand before their content, so
 * each metric is measured first; that takes a fraction of writing it and keeps no bytes.
 */
export class FamilyWriter {
  readonly #family: MetricFamily;
  readonly #reading: FamilyReading;
  readonly #histograms: HistogramWriter | undefined;
  readonly #sizes: Uint32Array;
  readonly #valueSizes: Uint32Array;
  readonly #starts: StartTimes;

  constructor(reading: FamilyReading) {
    this.#family = reading.family;
    this.#reading = reading;
    this.#sizes = new Uint32Array(reading.series.length);
    this.#valueSizes = new Uint32Array(reading.series.length);
    this.#starts = new StartTimes(reading);
    if (reading.family.kind !== 'histogram') return;
    this.#histograms = new HistogramWriter(reading, this.#starts);
  }

  /** Measures the metric at a place, to be done for all before the head is written. */
  measure(at: number): void {
    const value = this.#histograms?.measure(at) ?? doubleSize + this.#starts.measure(at);
    this.#valueSizes[at] = value;
    this.#sizes[at] = this.#labelsSize(at) + fieldSize(value);
  }

  /** Bytes that `head` needs. */
  get headSize(): number {
    const { name, help } = this.#family;
    return fieldSize(textSize(name)) + fieldSize(textSize(help)) + 2 + 8;
  }

  /** The length of the message and its fields before the metrics. */
  head(writer: ByteWriter): void {
    const { name, help, kind } = this.#family;
    let size = fieldSize(textSize(name)) + fieldSize(textSize(help)) + 2;
    for (const metric of this.#sizes) size += fieldSize(metric);
    writer.varint(size);
    writer.byte(0x0a);
    writer.text(name);
    writer.byte(0x12);
    writer.text(help);
    writer.byte(0x18);
    writer.byte(kinds[kind].type);
  }

  /** Bytes that `metric` needs. */
  metricSize(at: number): number {
    return fieldSize(this.#sizes[at] ?? 0);
  }

  metric(writer: ByteWriter, at: number): void {
    writer.byte(0x22);
    writer.varint(this.#sizes[at] ?? 0);
    this.#labels(writer, at);
    writer.byte(kinds[this.#family.kind].tag);
    if (this.#histograms) {
      this.#histograms.write(writer, at);
      return;
    }
    writer.varint(this.#valueSizes[at] ?? 0);
    writer.byte(0x09);
    writer.double(this.#reading.cells[at] ?? 0);
    this.#starts.write(writer, at, 0x1a);
  }

  #labelsSize(at: number): number {
    const values = this.#reading.series[at]?.labelValues ?? [];
    let size = 0;
    for (const [place, name] of this.#family.labels.entries()) {
      size += fieldSize(labelPairSize(name, values[place] ?? ''));
    }
    return size;
  }

  #labels(writer: ByteWriter, at: number): void {
    const values = this.#reading.series[at]?.labelValues ?? [];
    for (const [place, name] of this.#family.labels.entries()) {
      const value = values[place] ?? '';
      writer.byte(0x0a);
      writer.varint(labelPairSize(name, value));
      writer.byte(0x0a);
      writer.text(name);
      writer.byte(0x12);
      writer.text(value);
    }
  }
}
