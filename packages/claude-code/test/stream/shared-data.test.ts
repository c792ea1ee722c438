import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { describeWith, folder } from '@turnscope/testing';
import { MessageDecoder, StreamObserver } from '../../src/index.ts';
import { factsOfMetrics } from '../support/facts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { sumSeries } from '../support/sum-series.ts';

const data = folder('../shared/data/claude-code/stream-json');

describeWith(data, 'the shared stream of Claude Code 2.1.4', () => {
  // One turn: the message says 5 output tokens, the result 25. The messages arrive a second apart.
  describe('basic-query__2.1.4.jsonl', () => {
    it('has the metrics that its result tells', () => {
      const collection = replay(join(data.path, 'basic-query__2.1.4.jsonl'));
      expect(factsOfMetrics(collection)).toEqual({
        responses: { 'strategic success': 1 },
        responseDurations: { count: 1, milliseconds: 1000 },
        tokens: { input: 10, output: 25, cacheCreation: 21_570 },
        untrustedOutputs: 0,
        turns: { 'user success': 1 },
        turnDurations: { count: 1, milliseconds: 2360 },
        compactions: {},
        compactionTokens: {},
        compactionDurations: { count: 0, milliseconds: 0 },
        retries: 0,
      });
      expect(sumSeries(collection, 'turnscope_cost_usd_total')).toBe(0.1354875);
      expect(sumSeries(collection, 'turnscope_source_parse_errors_total')).toBe(0);
    });
  });
});

function replay(file: string) {
  const clock = createFakeClock();
  const monitor = new PerformanceMonitor({ clock, zeroHoldSeconds: 0 });
  const observer = new StreamObserver(monitor, { clock });
  const decoder = new MessageDecoder({
    message: (value) => {
      clock.advance(1);
      observer.message(value);
    },
    problem: (reason) => observer.problem(reason),
  });
  decoder.push(readFileSync(file));
  decoder.end();
  observer.end();
  return monitor.collect();
}
