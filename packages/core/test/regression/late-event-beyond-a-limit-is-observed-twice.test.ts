import { expect, it } from '@jest/globals';
import { EvaluationStage } from '../support/evaluation-stage.ts';
import { noon } from '../support/fake-clock.ts';
import { seriesOf } from '../support/read-series.ts';

// What a listener of breaches let settle came up again when the late store took the event, too: the native
// buckets counted it twice, the classic ones once, and a Prometheus refuses such a histogram.
it('an event that is late, and beyond a limit that somebody listens to, is observed once', () => {
  const stage = new EvaluationStage({ nativeHistograms: { growthFactor: 2 } });
  const heard: number[] = [];
  stage.monitor.on('observation', ({ value }) => heard.push(value));
  stage.monitor.on('breach', () => {});
  stage.pass(120);
  stage.monitor.recordTurn({
    conversationId: 'c1',
    processType: 'tactical',
    model: 'opus',
    outcome: 'success',
    durationSeconds: 50,
    at: noon,
  });
  const labels = { process_type: 'tactical', model: 'opus', outcome: 'success' };
  const series = seriesOf(stage.monitor, 'turnscope_turn_duration_seconds', labels);
  expect(heard).toEqual([50]);
  expect(Array.from(series?.native?.(stage.clock.now())?.counts ?? [])).toEqual([1]);
});
