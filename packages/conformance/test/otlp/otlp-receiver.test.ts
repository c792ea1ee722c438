import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  metricsOf,
  type OtlpReceiver,
  resourceOf,
  startOtlpReceiver,
} from '../../src/otlp/index.ts';

let receiver: OtlpReceiver;
beforeAll(async () => {
  receiver = await startOtlpReceiver();
});
afterAll(() => receiver.close());

async function post(path: string, type: string, body: Refused['body'], more: object = {}) {
  const headers = { 'content-type': type, ...more };
  const answer = await fetch(`${receiver.url}${path}`, { method: 'POST', headers, body });
  return answer.status;
}

// By hand, from the fields of OpenTelemetry's description: what the decoder is held against must not be its own.
const double = (value: number) => [...new Uint8Array(new Float64Array([value]).buffer)];
const whole = (value: number) => [...new Uint8Array(new BigUint64Array([BigInt(value)]).buffer)];
const text = (value: string) => [...new TextEncoder().encode(value)];
const field = (number: number, bytes: readonly number[]) => [
  (number << 3) | 2,
  ...(bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7]),
  ...bytes,
];
const pair = (key: string, value: string) => [
  ...field(1, text(key)),
  ...field(2, field(1, text(value))),
];

const gaugePoint = [...field(7, pair('a', 'é')), (4 << 3) | 1, ...double(Number.NaN)];
const sumPoint = [(2 << 3) | 1, ...whole(5), (6 << 3) | 1, ...whole(7)];
const histogramPoint = [
  ...[...field(9, pair('b', '')), (4 << 3) | 1, ...whole(3), (5 << 3) | 1, ...double(1.5)],
  ...[...field(6, [...whole(1), ...whole(2)]), ...field(7, double(0.5))],
];
const metric = (name: string, data: readonly number[]) =>
  field(2, [...field(1, text(name)), ...field(2, text('help')), ...field(3, text('s')), ...data]);
const metrics = [
  ...metric('g', field(5, field(1, gaugePoint))),
  ...metric('s', field(7, [...field(1, sumPoint), 2 << 3, 2, 3 << 3, 1])),
  ...metric('h', field(9, [...field(1, histogramPoint), 2 << 3, 1])),
];
const resource = field(1, field(1, pair('service.name', 'x')));
const protobuf = Uint8Array.from(field(1, [...resource, ...field(2, metrics)]));

interface Refused {
  readonly what: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly more?: object;
}

describe('a receiver', () => {
  it('reads JSON', async () => {
    const attributes = [{ key: 'service.name', value: { stringValue: 'x' } }];
    const sent = {
      resourceMetrics: [{ resource: { attributes }, scopeMetrics: [{ metrics: [{ name: 'é' }] }] }],
    };
    expect(await post('/json', 'application/json', JSON.stringify(sent))).toBe(200);
    const request = receiver.take('/json') ?? {};
    expect(metricsOf(request)).toEqual([{ name: 'é' }]);
    expect(resourceOf(request)).toEqual({ 'service.name': 'x' });
  });

  it('reads protobuf', async () => {
    expect(await post('/proto', 'application/x-protobuf', protobuf)).toBe(200);
    const request = receiver.take('/proto') ?? {};
    const common = { description: 'help', unit: 's' };
    const pairOf = (key: string, stringValue: string) => [{ key, value: { stringValue } }];
    expect(metricsOf(request)).toEqual([
      {
        ...{ ...common, name: 'g' },
        gauge: { dataPoints: [{ attributes: pairOf('a', 'é'), asDouble: 'NaN' }] },
      },
      {
        ...{ ...common, name: 's' },
        sum: {
          dataPoints: [{ startTimeUnixNano: '5', asInt: '7' }],
          aggregationTemporality: 2,
          isMonotonic: true,
        },
      },
      {
        ...{ ...common, name: 'h' },
        histogram: {
          aggregationTemporality: 1,
          dataPoints: [
            {
              attributes: pairOf('b', ''),
              ...{ count: '3', sum: 1.5, bucketCounts: ['1', '2'], explicitBounds: [0.5] },
            },
          ],
        },
      },
    ]);
    expect(resourceOf(request)).toEqual({ 'service.name': 'x' });
  });

  it('gives a request once, and the last one to each path', async () => {
    for (const name of ['first', 'last']) {
      const body = JSON.stringify({
        resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name }] }] }],
      });
      await post('/a', 'application/json', body);
    }
    expect(receiver.take('/b')).toBeUndefined();
    expect(metricsOf(receiver.take('/a') ?? {})).toEqual([{ name: 'last' }]);
    expect(receiver.take('/a')).toBeUndefined();
  });

  it.each<Refused>([
    { what: 'another type', type: 'text/plain', body: '{}' },
    { what: 'no JSON', type: 'application/json', body: '{' },
    { what: 'no UTF-8', type: 'application/json', body: Uint8Array.of(0x22, 0xff, 0x22) },
    { what: 'half a message', type: 'application/x-protobuf', body: protobuf.subarray(0, -1) },
    {
      what: 'what is compressed',
      ...{ type: 'application/json', body: '{}', more: { 'content-encoding': 'gzip' } },
    },
  ])('refuses $what', async ({ type, body, more }) => {
    expect(await post('/refused', type, body, more)).toBe(400);
    expect(() => receiver.take('/refused')).toThrow('no OTLP');
    expect(receiver.take('/refused')).toBeUndefined();
  });
});
