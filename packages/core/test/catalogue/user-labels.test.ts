import { describe, expect, it } from '@jest/globals';
import { catalogue, PerformanceMonitor, wrongLabelName, wrongLabelValue } from '@turnscope/core';

describe('the name of a label of the user', () => {
  it.each(['project', 'team', '_', 'Team_2', 'x'.repeat(200)])('may be %s', (name) => {
    expect(wrongLabelName(name)).toBeUndefined();
  });

  it.each([
    ['', 'must be letters, digits and underscores, and not begin with a digit'],
    ['2nd', 'must be letters, digits and underscores, and not begin with a digit'],
    ['cost-centre', 'must be letters, digits and underscores, and not begin with a digit'],
    ['team\n', 'must be letters, digits and underscores, and not begin with a digit'],
    ['équipe', 'must be letters, digits and underscores, and not begin with a digit'],
    ['__name__', 'must not begin with __, which Prometheus keeps for itself'],
    ['__proto__', 'must not begin with __, which Prometheus keeps for itself'],
    ['le', 'is a label of Prometheus; choose another name'],
    ['quantile', 'is a label of Prometheus; choose another name'],
    ['job', 'is a label of Prometheus; choose another name'],
    ['instance', 'is a label of Prometheus; choose another name'],
    ['alertname', 'is a label of Prometheus; choose another name'],
    ['process_type', 'is a label of Turnscope; choose another name'],
    ['constructor', 'is a name that every object has; choose another'],
  ])('must not be %j: it %s', (name, wrong) => {
    expect(wrongLabelName(name)).toBe(wrong);
  });

  it('must be no label of any metric', () => {
    const taken = new Set(catalogue.flatMap(({ labels }) => labels));
    expect([...taken].filter((name) => wrongLabelName(name) === undefined)).toEqual([]);
  });
});

describe('a value of a label of the user', () => {
  it.each(['shop', 'a b', '"', 'ünï', '🌞', 'unknown', 'x'.repeat(256)])('may be %j', (value) => {
    expect(wrongLabelValue(value)).toBeUndefined();
  });

  it.each([
    ['', 'must not be empty'],
    ['other', 'must not be "other", which is everything else'],
    ['x'.repeat(257), 'must have at most 256 characters'],
    ['a\ud800', 'must not contain half a character'],
  ])('must not be %j: it %s', (value, wrong) => {
    expect(wrongLabelValue(value)).toBe(wrong);
  });
});

describe('labels of a monitor', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`);

  it.each([
    ['none', {}],
    ['one', { project: ['shop'] }],
    ['two with the most values', { project: many(20), team: many(20) }],
    ['a value twice, which is one', { project: [...many(20), 'v0'] }],
  ])('may be %s', (_name, labels) => {
    expect(() => new PerformanceMonitor({ labels })).not.toThrow();
  });

  it.each([
    ['three', { a: ['x'], b: ['x'], c: ['x'] }, 'labels must be at most 2, got 3'],
    ['a taken name', { model: ['x'] }, 'labels.model is a label of Turnscope; choose another name'],
    ['no value', { project: [] }, 'labels.project must be a list of 1 to 20 values'],
    ['21 values', { project: many(21) }, 'labels.project must be a list of 1 to 20 values'],
    ['no list', { project: 'shop' }, 'labels.project must be a list of 1 to 20 values'],
    [
      'other among the values',
      { project: ['shop', 'other'] },
      'labels.project[1] must not be "other", which is everything else',
    ],
    ['a number', { project: [5] }, 'labels.project[0] must be a string'],
  ])('must not be %s', (_name, labels, message) => {
    expect(() => new PerformanceMonitor({ labels: labels as never })).toThrow(
      new RangeError(message),
    );
  });

  it('do not make the index of rows larger than the largest limits would', () => {
    const labels = { project: many(20), team: many(20) };
    const largest = { process_type: 1000, model: 1000 };
    expect(() => new PerformanceMonitor({ labelLimits: largest })).not.toThrow();
    expect(() => new PerformanceMonitor({ labels, labelLimits: largest })).toThrow(
      new RangeError(
        'labels have 441 combinations, which times labelLimits.process_type times labelLimits.model must be at most 1048576',
      ),
    );
  });
});
