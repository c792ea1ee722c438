import { describe, expect, it } from '@jest/globals';
import { resolveRange } from '../../src/report/report-range.ts';
import { noon } from '../support/fake-clock.ts';

describe('the range of a report', () => {
  it('ends now when it is told in seconds', () => {
    expect(resolveRange({ seconds: 90 }, noon)).toEqual({ from: noon - 90_000, to: noon });
  });

  it('is what it is told in times, whenever that is', () => {
    expect(resolveRange({ from: 1, to: noon + 5 }, noon)).toEqual({ from: 1, to: noon + 5 });
  });

  it.each([
    ['no time', 0],
    ['a negative time', -1],
    ['NaN', Number.NaN],
    ['an infinite time', Number.POSITIVE_INFINITY],
    ['a word', 'day'],
  ])('of %s makes no sense', (_name, seconds) => {
    const resolve = () => resolveRange({ seconds: seconds as number }, noon);
    expect(resolve).toThrow(RangeError);
    expect(resolve).toThrow(`seconds must be a finite number above 0, got ${seconds}`);
  });

  it.each([
    ['that ends where it begins', 5, 5],
    ['that ends before it begins', 5, 4],
    ['from NaN', Number.NaN, 5],
    ['to NaN', 5, Number.NaN],
    ['since ever', Number.NEGATIVE_INFINITY, 5],
    ['without an end', 5, undefined],
  ])('%s makes no sense', (_name, from, to) => {
    const resolve = () => resolveRange({ from, to: to as number }, noon);
    expect(resolve).toThrow(RangeError);
    expect(resolve).toThrow(`from must be a time before to, got ${from} and ${to}`);
  });
});
