import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/settings/config-file.ts';
import { asOtlpSettings } from '../../src/settings/otlp.ts';
import { createContext } from '../support/context.ts';

const { environment } = createContext();

const asked = (flag: string | undefined, text = '') =>
  asOtlpSettings(flag, parseConfig(text, 'turnscope.yaml').otlp, environment);

describe('where metrics are pushed to', () => {
  it('is nowhere by default, whatever the variables of Claude Code say', () => {
    const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
    expect(asOtlpSettings(undefined, undefined, { ...environment, variables })).toBeUndefined();
  });

  it.each([
    ['http://127.0.0.1:4318', 'http://127.0.0.1:4318/v1/metrics'],
    ['http://127.0.0.1:4318/', 'http://127.0.0.1:4318/v1/metrics'],
    ['https://example.org/api/v1/otlp', 'https://example.org/api/v1/otlp/v1/metrics'],
    ['https://example.org/otlp/v1/metrics', 'https://example.org/otlp/v1/metrics'],
    ['https://example.org/otlp?tenant=1', 'https://example.org/otlp/v1/metrics?tenant=1'],
  ])('is for %s %s', (endpoint, url) => {
    const settings = { url, intervalSeconds: 60, hostName: 'box' };
    expect(asked(endpoint)).toEqual(settings);
    expect(asked(undefined, `otlp: { endpoint: "${endpoint}" }`)).toEqual(settings);
  });

  it('is rather what the flag says, at the interval of the file', () => {
    const file = 'otlp: { endpoint: "http://127.0.0.1:1", interval: 15s }';
    expect(asked('http://127.0.0.1:2', file)).toMatchObject({
      url: 'http://127.0.0.1:2/v1/metrics',
      intervalSeconds: 15,
    });
  });

  it.each([
    [
      'otlp: { endpoint: "127.0.0.1:4318" }',
      /^turnscope\.yaml:1: otlp\.endpoint: must be a URL .*; got 127/,
    ],
    ['otlp: { endpoint: "http://ann:hush@box" }', /^(?!.*hush).*otlp\.endpoint: /],
    ['otlp: { endpoint: "http://box", interval: 0s }', /otlp\.interval: must be at least 1s/],
    ['otlp: { endpiont: "http://box" }', /unknown key "endpiont"; did you mean "endpoint"\?/],
    ['otlp: { interval: 15s }', /otlp\.endpoint: /],
  ])('cannot be %s', (text, message) => {
    expect(() => asked(undefined, text)).toThrow(message);
  });

  it('cannot be a flag that is no URL, and a password in it is not told', () => {
    expect(() => asked('http://ann:hush@box')).toThrow(/^(?!.*hush)--otlp-endpoint /);
  });
});
