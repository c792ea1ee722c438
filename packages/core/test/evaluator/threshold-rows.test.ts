import { describe, expect, it } from '@jest/globals';
import { EvaluationStage } from '../support/evaluation-stage.ts';
import { read } from '../support/read-series.ts';

const warningOf = (stage: EvaluationStage, process_type: string) =>
  read(stage.monitor, 'turnscope_threshold', {
    signal: 'turn_duration',
    severity: 'warning',
    process_type,
  });

describe('thresholds', () => {
  it('are shown from the start for process types that have numbers of their own', () => {
    const overrides = { reviewer: { turn_duration: { warning: 7, critical: 8 } } };
    const stage = new EvaluationStage({ thresholds: { overrides } });
    const shown = ['strategic', 'tactical', 'reviewer', 'planner'].map((name) =>
      warningOf(stage, name),
    );
    expect(shown).toEqual([5, 2, 7, undefined]);
  });

  it('are shown for others, which take the strategic ones, once they are seen', () => {
    const stage = new EvaluationStage();
    stage.monitor.recordTurn({ conversationId: 'c', processType: 'planner', outcome: 'success' });
    stage.pass(15);
    expect(warningOf(stage, 'planner')).toBe(5);
    expect(warningOf(stage, '')).toBeUndefined();
  });
});
