import { parse, Reader } from 'protobufjs';

/** As far as it is written, from metrics.proto of prometheus/client_model. */
const { root } = parse(`
syntax = "proto2";
message LabelPair { optional string name = 1; optional string value = 2; }
message Timestamp { optional int64 seconds = 1; optional int32 nanos = 2; }
message Exemplar { repeated LabelPair label = 1; optional double value = 2; optional Timestamp timestamp = 3; }
message Gauge { optional double value = 1; }
message Counter { optional double value = 1; optional Timestamp startTimestamp = 3; }
message BucketSpan { optional sint32 offset = 1; optional uint32 length = 2; }
message Bucket { optional uint64 cumulativeCount = 1; optional double upperBound = 2; optional Exemplar exemplar = 3; }
message Histogram { optional uint64 sampleCount = 1; optional double sampleSum = 2; repeated Bucket bucket = 3; optional sint32 schema = 5; optional double zeroThreshold = 6; optional uint64 zeroCount = 7; repeated BucketSpan positiveSpan = 12; repeated sint64 positiveDelta = 13; optional Timestamp startTimestamp = 15; repeated Exemplar exemplars = 16; }
message Metric { repeated LabelPair label = 1; optional Gauge gauge = 2; optional Counter counter = 3; optional Histogram histogram = 7; }
message MetricFamily { optional string name = 1; optional string help = 2; optional int32 type = 3; repeated Metric metric = 4; }
`);

/** A message as it is read back; fields that were not written are absent. */
export interface ReadFamily {
  readonly name: string;
  readonly help: string;
  readonly type: number;
  readonly metric?: readonly ReadMetric[];
}

export interface ReadMetric {
  readonly label?: readonly { readonly name: string; readonly value: string }[];
  readonly gauge?: { readonly value: number };
  readonly counter?: { readonly value: number; readonly startTimestamp?: ReadTimestamp };
  readonly histogram?: {
    readonly sampleCount: number;
    readonly sampleSum: number;
    readonly bucket: readonly {
      readonly cumulativeCount: number;
      readonly upperBound: number;
      readonly exemplar?: unknown;
    }[];
    readonly schema?: number;
    readonly zeroThreshold?: number;
    readonly zeroCount?: number;
    readonly positiveSpan?: readonly { readonly offset: number; readonly length: number }[];
    readonly positiveDelta?: readonly number[];
    readonly startTimestamp?: ReadTimestamp;
    readonly exemplars?: readonly { readonly value: number }[];
  };
}

interface ReadTimestamp {
  readonly seconds: number;
  readonly nanos: number;
}

/** Reads delimited messages back with a library that has nothing of the renderer. */
export function parseProtobuf(bytes: Uint8Array): readonly ReadFamily[] {
  const type = root.lookupType('MetricFamily');
  const reader = Reader.create(bytes);
  const families: ReadFamily[] = [];
  while (reader.pos < reader.len) {
    families.push(type.toObject(type.decodeDelimited(reader), { longs: Number }) as ReadFamily);
  }
  return families;
}
