import { describe, expect, it } from '@jest/globals';
import { optionsWith } from './support/options.ts';
import { panelOf } from './support/read-dashboards.ts';

const usual = optionsWith();
const stricter = optionsWith({
  strategic: { efficiency_score: { warning: 0.9, critical: 0.6 } },
  tactical: { efficiency_score: { warning: 0.9, critical: 0.6 } },
});
const reviewed = optionsWith({ reviewer: { completion_ratio: { warning: 0.95, critical: 0.9 } } });

describe('the colours of a figure', () => {
  it.each([
    ['less is worse', 'turnscope-turns', 101, ['red', 0.5, 'orange', 0.7, 'green']],
    ['more is worse', 'turnscope-compaction', 102, ['green', 0.5, 'orange', 0.7, 'red']],
    [
      'a quantile, by the limits of single events',
      'turnscope-latency',
      102,
      ['green', 30, 'orange', 60, 'red'],
    ],
    ['one limit, the same for everybody', 'turnscope-health', 104, ['green', 0.5, 'orange']],
    [
      'seconds, the same for everybody',
      'turnscope-health',
      105,
      ['green', 1800, 'orange', 7200, 'red'],
    ],
    ['the age of an evaluation, by its alert', 'turnscope-health', 103, ['green', 300, 'orange']],
    ['no limits', 'turnscope-turns', 104, ['text']],
  ])('%s', (_, uid, id, colors) => {
    expect(colorsOf(uid, id, usual)).toEqual(colors);
  });

  it('follow a changed threshold', () => {
    expect(colorsOf('turnscope-turns', 101, stricter)).toEqual([
      'red',
      0.6,
      'orange',
      0.9,
      'green',
    ]);
  });

  it('are those of the process type where it has numbers of its own', () => {
    const { overrides } = panelOf('turnscope-turns', 102, reviewed).fieldConfig;
    expect(overrides.map(({ matcher }) => matcher.options)).toEqual(['reviewer']);
    expect(overrides[0]?.properties).toMatchObject([
      { id: 'thresholds', value: { steps: [{ color: 'red' }, { value: 0.9 }, { value: 0.95 }] } },
    ]);
    expect(panelOf('turnscope-turns', 102, usual).fieldConfig.overrides).toEqual([]);
  });
});

describe('the lines of limits', () => {
  it('ask the exporters for both, put together where all process types have the same', () => {
    expect(queriesOf('turnscope-turns', 106, usual).slice(1)).toEqual([
      {
        expr: 'max (turnscope_threshold{job=~"$job", instance=~"$instance", process_type=~"$process_type", signal="completion_ratio", severity="warning"})',
        legendFormat: 'warning limit',
      },
      {
        expr: 'max (turnscope_threshold{job=~"$job", instance=~"$instance", process_type=~"$process_type", signal="completion_ratio", severity="critical"})',
        legendFormat: 'critical limit',
      },
    ]);
  });

  it('are told apart where one has numbers of its own', () => {
    const [, warning] = queriesOf('turnscope-turns', 106, reviewed);
    expect(warning?.expr).toMatch(/^max by \(process_type\) \(turnscope_threshold\{/);
    expect(warning?.legendFormat).toBe('warning limit, {{process_type}}');
  });

  it('are dashed in the colours of their alerts', () => {
    const { overrides } = panelOf('turnscope-turns', 106, usual).fieldConfig;
    const colors = overrides.map(({ matcher, properties }) => [
      matcher.options,
      properties.find(({ id }) => id === 'color')?.value,
      properties.find(({ id }) => id === 'custom.lineStyle')?.value,
    ]);
    const dashed = expect.objectContaining({ fill: 'dash' });
    expect(colors).toEqual([
      ['B', { mode: 'fixed', fixedColor: 'orange' }, dashed],
      ['C', { mode: 'fixed', fixedColor: 'red' }, dashed],
    ]);
  });

  it('are not there where a signal has none', () => {
    expect(queriesOf('turnscope-turns', 107, usual)).toHaveLength(1);
  });
});

type Options = typeof usual;

function colorsOf(uid: string, id: number, options: Options) {
  const { thresholds } = panelOf(uid, id, options).fieldConfig.defaults;
  return thresholds?.steps.flatMap(({ value, color }) =>
    value === null ? [color] : [value, color],
  );
}

function queriesOf(uid: string, id: number, options: Options) {
  return (panelOf(uid, id, options).targets ?? []).map(({ expr, legendFormat }) => ({
    expr,
    legendFormat,
  }));
}
