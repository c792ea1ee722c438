import * as httpExporter3 from '@opentelemetry/exporter-metrics-otlp-http';
import * as protoExporter3 from '@opentelemetry/exporter-metrics-otlp-proto';
import * as prometheus3 from '@opentelemetry/exporter-prometheus';
import * as sdk3 from '@opentelemetry/sdk-metrics';
import * as httpExporter2 from 'exporter-metrics-otlp-http-2';
import * as protoExporter2 from 'exporter-metrics-otlp-proto-2';
import * as prometheus2 from 'exporter-prometheus-2';
import * as sdk2 from 'sdk-metrics-2';

/** A release of OpenTelemetry: its SDK and exporters. */
export interface OpenTelemetry {
  readonly name: string;
  readonly sdk: typeof sdk3;
  readonly prometheus: typeof prometheus3;
  readonly json: typeof httpExporter3;
  readonly proto: typeof protoExporter3;
}

const asVersion3 = <Module>(module: unknown) => module as Module;

/** The releases that are supported. The types of 2.x are other ones only in what is private. */
export const versions: readonly OpenTelemetry[] = [
  {
    name: 'OpenTelemetry 3.x',
    sdk: sdk3,
    prometheus: prometheus3,
    json: httpExporter3,
    proto: protoExporter3,
  },
  {
    name: 'OpenTelemetry 2.x',
    sdk: asVersion3(sdk2),
    prometheus: asVersion3(prometheus2),
    json: asVersion3(httpExporter2),
    proto: asVersion3(protoExporter2),
  },
];
