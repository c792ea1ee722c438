import { expect, test } from '@jest/globals';
import { signals } from '@turnscope/core';
import { recordName } from '../../src/promql/record-name.ts';

const names = signals.flatMap((signal) =>
  (['instance', 'fleet'] as const).map((level) => recordName(signal, level, signal.window)),
);

test('a name says level, metric and operations', () => {
  expect(names).toContain('instance_process_type:turnscope_completion:ratio_rate1h');
  expect(names).toContain('process_type:turnscope_response_duration_seconds:p95_rate15m');
  expect(names).toContain('instance:turnscope_rows_overflowed:increase1h');
  expect(names).toContain('instance:turnscope_source_silence_seconds:max');
  for (const name of names) expect(name).toMatch(/^[a-z_]+:turnscope_[a-z_]+:[a-z0-9_]+$/);
});

test('no two signals have one name', () => {
  expect(new Set(names).size).toBe(names.length);
});
