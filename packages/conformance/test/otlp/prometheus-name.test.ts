import { describe, expect, it } from '@jest/globals';
import { prometheusName } from '../../src/otlp/index.ts';

describe('the name that a receiver makes', () => {
  it.each([
    { what: 'words of the unit', name: 'a.duration', unit: 's', made: 'a_duration_seconds' },
    { what: 'no word that is there', name: 'a.seconds.spent', unit: 's', made: 'a_seconds_spent' },
    { what: 'ratio of 1', name: 'a.share', unit: '1', made: 'a_share_ratio' },
    { what: 'ratio once', name: 'a.ratio', unit: '1', made: 'a_ratio' },
    { what: 'nothing of braces', name: 'a.size', unit: '{token}', made: 'a_size' },
    { what: 'nothing of no unit', name: 'a.size', unit: '', made: 'a_size' },
    { what: 'both parts of a rate', name: 'a.flow', unit: 'By/s', made: 'a_flow_bytes_per_second' },
    { what: 'a rate of braces', name: 'a.flow', unit: '{token}/s', made: 'a_flow_per_second' },
    { what: 'a unit that is not known', name: 'a.size', unit: 'tokens', made: 'a_size_tokens' },
    { what: 'one underscore of many signs', name: 'a..b-__c', unit: '', made: 'a_b_c' },
    { what: 'an underscore before a digit', name: '9a', unit: '', made: '_9a' },
  ])('of a gauge has $what', ({ name, unit, made }) => {
    expect(prometheusName({ name, unit, kind: 'gauge' })).toBe(made);
  });

  it.each([
    { what: 'total', name: 'a.turns', unit: '', made: 'a_turns_total' },
    {
      what: 'total behind the unit',
      name: 'a.total.time',
      unit: 's',
      made: 'a_time_seconds_total',
    },
    { what: 'no ratio', name: 'a.share', unit: '1', made: 'a_share_total' },
  ])('of a counter has $what', ({ name, unit, made }) => {
    expect(prometheusName({ name, unit, kind: 'counter' })).toBe(made);
  });

  it('of a histogram has neither total nor ratio', () => {
    expect(prometheusName({ name: 'a.share', unit: '1', kind: 'histogram' })).toBe('a_share');
  });
});
