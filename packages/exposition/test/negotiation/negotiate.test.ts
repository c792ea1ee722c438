import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentTypes, type Format, negotiate } from '../../src/index.ts';

const protobuf =
  'application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited';
const openMetrics = 'application/openmetrics-text';

interface Case {
  readonly who: string;
  readonly accept: string | undefined;
  readonly format: Format;
}

/** As they were seen on the wire or stand in the tests of the program. */
const real: readonly Case[] = [
  {
    who: 'Prometheus 2.30',
    accept: `${openMetrics}; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1`,
    format: 'text',
  },
  {
    who: 'Prometheus 2.42',
    accept: `${openMetrics};version=1.0.0,${openMetrics};version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1`,
    format: 'openmetrics',
  },
  {
    who: 'Prometheus 2.42 with native histograms',
    accept: `${protobuf},${openMetrics};version=1.0.0;q=0.8,${openMetrics};version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1`,
    format: 'protobuf',
  },
  {
    who: 'Prometheus 3',
    accept: `${openMetrics};version=1.0.0;escaping=allow-utf-8;q=0.5,${openMetrics};version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1`,
    format: 'openmetrics',
  },
  {
    who: 'Prometheus 3 with native histograms',
    accept: `${protobuf};q=0.6,${openMetrics};version=1.0.0;escaping=allow-utf-8;q=0.5,${openMetrics};version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1`,
    format: 'protobuf',
  },
  {
    who: 'Prometheus 3 told to escape dots',
    accept: `${protobuf};q=0.6,${openMetrics};version=1.0.0;escaping=dots;q=0.5,${openMetrics};version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=dots;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1`,
    format: 'protobuf',
  },
  {
    who: 'Prometheus 3 with scrape_protocols: [PrometheusText1.0.0, PrometheusText0.0.4]',
    accept:
      'text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1',
    format: 'text',
  },
  { who: 'curl', accept: '*/*', format: 'text' },
  { who: 'a program that says nothing', accept: undefined, format: 'text' },
  {
    who: 'a browser',
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
    format: 'text',
  },
];

const other: readonly Case[] = [
  { who: 'nothing', accept: '', format: 'text' },
  { who: 'only what is not offered', accept: 'application/json', format: 'text' },
  { who: 'OpenMetrics without a version', accept: openMetrics, format: 'openmetrics' },
  { who: 'OpenMetrics 2', accept: `${openMetrics};version=2.0.0`, format: 'text' },
  { who: 'a quoted version', accept: `${openMetrics}; version="1.0.0"`, format: 'openmetrics' },
  { who: 'capitals', accept: 'Application/OpenMetrics-Text; Version=1.0.0', format: 'openmetrics' },
  { who: 'spaces', accept: ` text/plain ; q=0.1 , ${openMetrics} ; q=0.2 `, format: 'openmetrics' },
  { who: 'a tie', accept: `${openMetrics},text/plain`, format: 'openmetrics' },
  { who: 'a tie the other way', accept: `text/plain,${openMetrics}`, format: 'text' },
  { who: 'any application', accept: 'application/*', format: 'openmetrics' },
  { who: 'any text', accept: 'text/*', format: 'text' },
  { who: 'anything but text', accept: 'text/plain;q=0,*/*', format: 'openmetrics' },
  { who: 'a star before what is wanted', accept: `*/*;q=0.1,${protobuf}`, format: 'protobuf' },
  { who: 'q=0', accept: `${openMetrics};q=0`, format: 'text' },
  { who: 'q=1.000', accept: `text/plain;q=0.999,${openMetrics};q=1.000`, format: 'openmetrics' },
  { who: 'a q that is no number', accept: `${openMetrics};q=high,text/plain;q=0`, format: 'text' },
  { who: 'a q above 1', accept: `${openMetrics};q=5`, format: 'text' },
  { who: 'a negative q', accept: `${openMetrics};q=-1`, format: 'text' },
  { who: 'empty entries', accept: `,,;q=1,${openMetrics},`, format: 'openmetrics' },
  { who: 'an entry without /', accept: `openmetrics,${openMetrics}`, format: 'openmetrics' },
  {
    who: 'a comma between quotes',
    accept: `text/html;a="x,${openMetrics};q=1"`,
    format: 'text',
  },
  { who: 'an open quote', accept: `"${openMetrics}`, format: 'text' },
  {
    who: 'protobuf of something else',
    accept: 'application/vnd.google.protobuf;proto=io.prometheus.write.v2.Request',
    format: 'text',
  },
  {
    who: 'protobuf without its message',
    accept: 'application/vnd.google.protobuf',
    format: 'text',
  },
  {
    who: 'protobuf in an encoding for people',
    accept:
      'application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=compact-text',
    format: 'text',
  },
];

describe('negotiate', () => {
  it.each(real)('answers $who with $format', ({ accept, format }) => {
    expect(negotiate(accept)).toBe(format);
  });

  it.each(other)('answers $who with $format', ({ accept, format }) => {
    expect(negotiate(accept)).toBe(format);
  });

  it.each(Object.keys(contentTypes) as Format[])(
    'understands its own content type, %s',
    (format) => {
      expect(negotiate(contentTypes[format])).toBe(format);
    },
  );

  it('has an answer to any header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (accept) => {
        expect(Object.keys(contentTypes)).toContain(negotiate(accept));
      }),
    );
  });
});
