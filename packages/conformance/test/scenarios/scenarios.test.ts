import { describe, expect, it } from '@jest/globals';
import {
  type ReadFamilies,
  type ReadSeries,
  readCollection,
  type Scenario,
} from '../../src/index.ts';
import { createStage } from '../../src/scenario.ts';
import { absentGauges } from '../../src/scenarios/absent-gauges.ts';
import { disabled } from '../../src/scenarios/disabled.ts';
import { everyEvent } from '../../src/scenarios/every-event.ts';
import { lateRows } from '../../src/scenarios/late-rows.ts';
import { millionRecords } from '../../src/scenarios/million-records.ts';
import { labelOverflow, rowOverflow } from '../../src/scenarios/overflow.ts';
import { stateRead } from '../../src/scenarios/read-state.ts';
import { unusualLabelValues, unusualValues } from '../../src/scenarios/unusual-values.ts';
import { userLabels } from '../../src/scenarios/user-labels.ts';

// A scenario is only worth something when what its name says is there to be seen.

/** What the monitor shows at first and after each step. */
function play(scenario: Scenario): readonly ReadFamilies[] {
  const stage = createStage(scenario);
  return [() => {}, ...scenario.steps.map((step) => step.play)].map((step) => {
    step(stage);
    return readCollection(stage.monitor.collect());
  });
}

function last(scenario: Scenario): ReadFamilies {
  return play(scenario).at(-1) ?? [];
}

function seriesOf(families: ReadFamilies | undefined, name: string): readonly ReadSeries[] {
  return families?.find((family) => family.name === name)?.series ?? [];
}

function numberOf(series: ReadSeries): number {
  return 'value' in series ? series.value : series.count;
}

function sumOf(families: ReadFamilies | undefined, name: string, label = '', value = ''): number {
  return seriesOf(families, name)
    .filter(({ labels }) => label === '' || labels[label] === value)
    .reduce((sum, series) => sum + numberOf(series), 0);
}

function valuesOf(families: ReadFamilies, name: string, label: string): readonly string[] {
  return [...new Set(seriesOf(families, name).map(({ labels }) => labels[label] ?? 'absent'))];
}

const responses = 'turnscope_responses_total';

describe('every kind of event', () => {
  const moments = play(everyEvent);

  it('fills every family that events fill', () => {
    const after = moments[4];
    for (const name of [
      responses,
      'turnscope_turn_active_duration_seconds',
      'turnscope_response_time_to_first_token_seconds',
      'turnscope_tool_call_duration_seconds',
      'turnscope_response_retries_total',
      'turnscope_compaction_ratio',
      'turnscope_process_startup_duration_seconds',
      'turnscope_restarts_total',
      'turnscope_events_rejected_total',
      'turnscope_durations_discarded_total',
      'turnscope_cost_usd_total',
    ]) {
      expect([name, sumOf(after, name) > 0]).toEqual([name, true]);
    }
  });

  it('shows families of a source only once it is enabled', () => {
    const shown = moments.map((families) =>
      families.some(({ name }) => name === 'turnscope_source_parse_errors_total'),
    );
    expect(shown).toEqual([false, false, false, true, true, true, true]);
  });

  it('has a sum that no binary fraction is equal to', () => {
    expect(sumOf(moments[1], 'turnscope_cost_usd_total')).toBe(0.1 + 0.2);
  });
});

describe('unusual label values', () => {
  it.each(unusualValues)('has %j as model, process type, tool and value of a label', (value) => {
    const families = last(unusualLabelValues);
    expect(valuesOf(families, responses, 'model')).toContain(value);
    expect(valuesOf(families, responses, 'process_type')).toContain(value);
    expect(valuesOf(families, responses, 'project')).toContain(value);
    expect(valuesOf(families, 'turnscope_tool_calls_total', 'tool')).toContain(value);
  });

  it('has an empty one', () => {
    const name = 'turnscope_signal_rows_overflowed_1h';
    expect(valuesOf(last(unusualLabelValues), name, 'process_type')).toContain('');
  });
});

describe("the user's labels", () => {
  it('has what is listed, what is not, and what is absent', () => {
    const families = last(userLabels);
    expect(valuesOf(families, responses, 'project')).toEqual(['shop', 'billing', 'other']);
    expect(valuesOf(families, responses, 'team')).toEqual(['other', 'say "hi"\n🌞']);
    expect(sumOf(families, responses)).toBe(4);
  });
});

describe('overflow', () => {
  it('of labels becomes other and is counted', () => {
    const families = last(labelOverflow);
    expect(valuesOf(families, responses, 'model')).toContain('other');
    expect(valuesOf(families, responses, 'model')).not.toContain('model-3');
    expect(sumOf(families, responses)).toBe(14);
    expect(sumOf(families, 'turnscope_label_values_overflowed_total')).toBeGreaterThan(0);
  });

  it('of rows becomes other and is counted', () => {
    const families = last(rowOverflow);
    expect(valuesOf(families, responses, 'model')).toContain('other');
    expect(sumOf(families, responses)).toBe(24);
    expect(sumOf(families, 'turnscope_rows_overflowed_total')).toBeGreaterThan(0);
  });
});

describe('rows that appear late', () => {
  it('stand at 0 until the hold is over, and never again', () => {
    const counts = play(lateRows).map((families) => sumOf(families, responses, 'model', 'late'));
    expect(counts).toEqual([0, 0, 0, 2, 2, 2]);
    expect(sumOf(last(lateRows), responses, 'model', 'later')).toBe(0);
  });
});

describe('gauges that come and go', () => {
  it('are absent, there, and absent again', () => {
    const moments = play(absentGauges);
    const countOf = (name: string) => moments.map((families) => seriesOf(families, name).length);
    const signal = countOf('turnscope_signal_response_error_ratio');
    expect([signal[0], signal[3], signal[5]]).toEqual([0, expect.any(Number), 0]);
    expect(signal[3]).toBeGreaterThan(0);
    expect(signal[6]).toBeGreaterThan(0);
    expect(Math.max(...countOf('turnscope_alert_state'))).toBeGreaterThan(0);
  });
});

describe('a million records', () => {
  it('are a million', () => {
    const families = last(millionRecords);
    expect(sumOf(families, responses)).toBe(1_000_000);
    expect(sumOf(families, responses, 'outcome', 'error')).toBe(250_000);
    expect(sumOf(families, 'turnscope_response_duration_seconds')).toBe(1_000_000);
  });
});

describe('a state that was read', () => {
  it('adds up', () => {
    const counts = play(stateRead).map((families) => sumOf(families, responses, 'project', 'shop'));
    expect(counts.at(-1)).toBe(3);
    expect(sumOf(last(stateRead), responses)).toBe(5);
  });
});

describe('a monitor that is off', () => {
  it('shows nothing', () => expect(play(disabled).flat()).toEqual([]));
});
