import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/settings/config-file.ts';
import { asExpositionSettings } from '../../src/settings/exposition.ts';

const asked = (text: string) =>
  asExpositionSettings(parseConfig(text, 'turnscope.yaml').exposition);

describe('what metrics show besides the plain numbers', () => {
  it('are exemplars, by default', () => {
    const settings = { exemplars: true, nativeHistograms: false, created: false };
    expect(asked('')).toEqual(settings);
    expect(asked('exposition: {}')).toEqual(settings);
  });

  it('is what the file says', () => {
    const text = 'exposition: { exemplars: false, nativeHistograms: true, created: true }';
    expect(asked(text)).toEqual({ exemplars: false, nativeHistograms: true, created: true });
  });

  it('may be native histograms of another resolution', () => {
    const nativeHistograms = { growthFactor: 1.2, maxBuckets: 100 };
    const text = `exposition: { nativeHistograms: ${JSON.stringify(nativeHistograms)} }`;
    expect(asked(text).nativeHistograms).toEqual(nativeHistograms);
  });

  it.each([
    ['exposition: { exemplar: true }', /unknown key "exemplar"; did you mean "exemplars"\?/],
    ['exposition: { created: 1 }', /^turnscope\.yaml:1: exposition\.created: /],
    ['exposition: { nativeHistograms: 3 }', /^turnscope\.yaml:1: exposition\.nativeHistograms: /],
  ])('cannot be %s', (text, message) => {
    expect(() => asked(text)).toThrow(message);
  });
});
