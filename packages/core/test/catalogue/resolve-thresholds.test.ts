import { describe, expect, it } from '@jest/globals';
import { type ThresholdOverrides, thresholdNames } from '@turnscope/core';
import { resolveThresholds } from '../../src/catalogue/resolve-thresholds.ts';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

const limits = { warning: 7, critical: 8 };

describe('thresholds', () => {
  it('are those of the profile', () => {
    const thresholds = resolveThresholds('coding-agent');
    expect(thresholds.profile).toBe('coding-agent');
    expect(thresholds.processTypes).toEqual(['tactical', 'strategic']);
    expect(thresholds.for('tactical').response_duration).toEqual({ warning: 20, critical: 45 });
  });

  it.each(['unknown', 'other', 'subagent', 'mine', 'constructor', '__proto__'])(
    'are the strategic ones for %s',
    (processType) => {
      const thresholds = resolveThresholds('chat');
      expect(thresholds.for(processType)).toBe(thresholds.for('strategic'));
    },
  );

  it('take overrides and leave everything else to the profile', () => {
    const thresholds = resolveThresholds('chat', { tactical: { turn_duration: limits } });
    expect(thresholds.for('tactical').turn_duration).toEqual(limits);
    expect(thresholds.for('tactical').response_duration).toEqual({ warning: 2, critical: 5 });
    expect(thresholds.for('strategic').turn_duration).toEqual({ warning: 5, critical: 10 });
  });

  it('give a new process type the strategic numbers under its overrides', () => {
    const thresholds = resolveThresholds('chat', { mine: { turn_duration: limits } });
    expect(thresholds.processTypes).toEqual(['tactical', 'strategic', 'mine']);
    expect(thresholds.for('mine').turn_duration).toEqual(limits);
    expect(thresholds.for('mine').response_duration).toEqual({ warning: 5, critical: 10 });
  });

  it('give unknown process types the overridden strategic numbers', () => {
    const thresholds = resolveThresholds('chat', { strategic: { turn_duration: limits } });
    expect(thresholds.for('subagent').turn_duration).toEqual(limits);
  });

  it.each<[name: string, overrides: unknown, message: string]>([
    [
      'an unknown threshold',
      { tactical: { turn_length: limits } },
      `thresholds.overrides.tactical.turn_length is no threshold; known are ${thresholdNames.join(', ')}`,
    ],
    [
      'a negative limit',
      { tactical: { turn_duration: { warning: -1, critical: 2 } } },
      'thresholds.overrides.tactical.turn_duration.warning must be a finite number of at least 0, got -1',
    ],
    [
      'NaN',
      { mine: { turn_duration: { warning: 1, critical: Number.NaN } } },
      'thresholds.overrides.mine.turn_duration.critical must be a finite number of at least 0, got NaN',
    ],
    [
      'a string',
      { mine: { turn_duration: { warning: '1', critical: 2 } } },
      'thresholds.overrides.mine.turn_duration.warning must be a finite number of at least 0, got 1',
    ],
    [
      'half a pair',
      { mine: { turn_duration: { warning: 1 } } },
      'thresholds.overrides.mine.turn_duration.critical must be a finite number of at least 0, got undefined',
    ],
    [
      'nothing for a pair',
      { mine: { turn_duration: null } },
      'thresholds.overrides.mine.turn_duration.warning must be a finite number of at least 0, got undefined',
    ],
    [
      'a ratio above 1',
      { mine: { compaction_ratio: { warning: 0.5, critical: 1.5 } } },
      'thresholds.overrides.mine.compaction_ratio.critical is a ratio and must be at most 1, got 1.5',
    ],
    [
      'a warning beyond the critical limit',
      { mine: { turn_duration: { warning: 3, critical: 2 } } },
      'thresholds.overrides.mine.turn_duration.warning 3 lies beyond thresholds.overrides.mine.turn_duration.critical 2',
    ],
    [
      'a warning below the critical limit where less is worse',
      { mine: { completion_ratio: { warning: 0.7, critical: 0.8 } } },
      'thresholds.overrides.mine.completion_ratio.warning 0.7 lies beyond thresholds.overrides.mine.completion_ratio.critical 0.8',
    ],
  ])('refuse %s', (_name, overrides, message) => {
    expect(() => resolveThresholds('chat', overrides as ThresholdOverrides)).toThrow(
      new RangeError(message),
    );
  });

  it('may have equal limits', () => {
    const same = { warning: 0.5, critical: 0.5 };
    const overrides = { mine: { completion_ratio: same, compaction_ratio: same } };
    expect(resolveThresholds('chat', overrides).for('mine').completion_ratio).toEqual(same);
  });

  it('are shown as configured', () => {
    const monitor = createMonitor({
      thresholds: { profile: 'coding-agent', overrides: { mine: { turn_duration: limits } } },
    });
    const shown = (signal: string, severity: string, process_type: string) =>
      read(monitor, 'turnscope_threshold', { signal, severity, process_type });
    expect(shown('turn_duration', 'warning', 'mine')).toBe(7);
    expect(shown('turn_duration', 'critical', 'mine')).toBe(8);
    expect(shown('response_duration', 'critical', 'mine')).toBe(60);
    expect(shown('restarts_1h', 'warning', 'tactical')).toBe(4.5);
    expect(shown('turn_duration', 'warning', 'subagent')).toBeUndefined();
    expect(monitor.thresholds.for('mine').turn_duration).toEqual(limits);
  });
});
