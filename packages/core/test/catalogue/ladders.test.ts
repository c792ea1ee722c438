import { describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';

const turns = [1, 2, 5, 10, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600];
const responses = [0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600];
const compactions = [1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 480];
const ratios = [
  0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9,
  0.95, 1,
];
const histograms = catalogue.flatMap(({ name, ladder }) => (ladder ? [{ name, ...ladder }] : []));

describe('ladders', () => {
  it.each([
    ['turnscope_turn_duration_seconds', turns],
    ['turnscope_turn_active_duration_seconds', turns],
    ['turnscope_response_duration_seconds', responses],
    ['turnscope_compaction_duration_seconds', compactions],
    ['turnscope_compaction_ratio', ratios],
  ])('give %s the edges of the design', (name, bounds) => {
    expect(histograms.find((each) => each.name === name)?.bounds).toEqual(bounds);
  });

  it.each(histograms)('ascend in $name', ({ bounds }) => {
    expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
    expect(bounds[0]).toBeGreaterThan(0);
    expect(bounds.every(Number.isFinite)).toBe(true);
  });

  it.each(histograms)('say why in $name', ({ reason }) => {
    expect(reason).toMatch(/\.$/);
  });

  it.each([
    ['turnscope_response_duration_seconds', [2, 5, 10, 20, 45, 30, 60]],
    ['turnscope_turn_duration_seconds', [2, 5, 10, 300, 1200, 600, 1800]],
    ['turnscope_compaction_duration_seconds', [1, 2, 120, 240]],
    ['turnscope_compaction_ratio', [0.4, 0.6, 0.5, 0.7]],
  ])('have an edge at each limit of the profiles in %s', (name, limits) => {
    const bounds = histograms.find((each) => each.name === name)?.bounds;
    expect(bounds).toEqual(expect.arrayContaining(limits));
  });
});
