import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createExporterServer, wrongTelemetryPath } from '../../src/index.ts';

describe('wrongTelemetryPath', () => {
  it.each(['/metrics', '/a/b-c/d_e.f~g'])('accepts %s', (path) => {
    expect(wrongTelemetryPath(path)).toBeUndefined();
  });

  it.each(['', 'metrics', '/metrics/', '//', '/a b', '/:id', '/*', '/m?x', '/"><script>'])(
    'refuses %j',
    (path) => expect(wrongTelemetryPath(path)).toMatch(/^must begin with \//),
  );

  it.each(['/', '/-/healthy', '/-/ready', '/api/v1/report'])(
    'refuses %s, which is another page',
    (path) => {
      expect(wrongTelemetryPath(path)).toMatch(/^is taken by another page/);
    },
  );
});

describe('createExporterServer', () => {
  it('refuses a wrong telemetry path and shows it', () => {
    const options = { monitor: new PerformanceMonitor(), telemetryPath: 'metrics' };
    expect(() => createExporterServer(options)).toThrow('telemetryPath metrics must begin with /');
  });
});
