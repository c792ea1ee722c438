import { parse } from 'protobufjs';
import type { OtlpRequest } from './otlp-request.ts';

/** From OpenTelemetry's metrics_service, metrics, resource and common.proto, without what has no say here. */
const { root } = parse(`
syntax = "proto3";
message ExportMetricsServiceRequest { repeated ResourceMetrics resource_metrics = 1; }
message ResourceMetrics { Resource resource = 1; repeated ScopeMetrics scope_metrics = 2; }
message Resource { repeated KeyValue attributes = 1; }
message ScopeMetrics { repeated Metric metrics = 2; }
message KeyValue { string key = 1; AnyValue value = 2; }
message AnyValue { oneof value { string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4; } }
message Metric {
  string name = 1; string description = 2; string unit = 3;
  oneof data { Gauge gauge = 5; Sum sum = 7; Histogram histogram = 9; }
}
message Gauge { repeated NumberDataPoint data_points = 1; }
message Sum { repeated NumberDataPoint data_points = 1; int32 aggregation_temporality = 2; bool is_monotonic = 3; }
message Histogram { repeated HistogramDataPoint data_points = 1; int32 aggregation_temporality = 2; }
message NumberDataPoint {
  repeated KeyValue attributes = 7; fixed64 start_time_unix_nano = 2; fixed64 time_unix_nano = 3;
  oneof value { double as_double = 4; sfixed64 as_int = 6; }
}
message HistogramDataPoint {
  repeated KeyValue attributes = 9; fixed64 start_time_unix_nano = 2; fixed64 time_unix_nano = 3;
  fixed64 count = 4; optional double sum = 5; repeated fixed64 bucket_counts = 6; repeated double explicit_bounds = 7;
}
`);

/** The formats of OTLP over HTTP, by the type that a request names. */
export const decoders: ReadonlyMap<string, (body: Uint8Array) => OtlpRequest> = new Map([
  ['application/json', fromJson],
  ['application/x-protobuf', fromProtobuf],
]);

function fromJson(body: Uint8Array): OtlpRequest {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
}

function fromProtobuf(body: Uint8Array): OtlpRequest {
  const type = root.lookupType('ExportMetricsServiceRequest');
  return type.toObject(type.decode(body), { longs: String, json: true }) as OtlpRequest;
}
