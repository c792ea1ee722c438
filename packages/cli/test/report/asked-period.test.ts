import { describe, expect, it } from '@jest/globals';
import { CommandError } from '../../src/command-error.ts';
import { askedPeriod } from '../../src/report/asked-period.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const hour = 3_600_000;

describe('the period of a report', () => {
  it('is the last 24 hours by default', () => {
    expect(askedPeriod({}, now)).toEqual({ from: now - 24 * hour, to: now });
  });

  it('runs from --since to --until, which both may lie back from now', () => {
    const asked = askedPeriod({ since: '2026-11-27T08:00Z', until: '1h' }, now);
    expect(asked).toEqual({ from: now - 4 * hour, to: now - hour });
  });

  it('has no beginning of its own where all is asked for', () => {
    expect(askedPeriod({ since: 'all' }, now)).toEqual({ from: undefined, to: now });
  });

  it.each([
    [{ since: 'yesterday' }, /^--since must be a time back from now .*, or all; got yesterday$/],
    [{ until: 'all' }, /^--until must be a time back from now .*; got all$/],
    [{ since: '2026-12-24' }, /^--since lies in the future; got 2026-12-24$/],
    [{ until: '2026-12-24' }, /^--until lies in the future; leave it out/],
    [{ since: '99999d' }, /^--since lies before 1970; .*--since all$/],
    [{ since: 'all', until: '99999d' }, /^--until lies before 1970/],
    [{ since: '1h', until: '2h' }, /^--since must lie before --until; got 1h and 2h$/],
    [{ since: '1h', until: '1h' }, /^--since must lie before --until/],
    [{ since: '30s' }, /^the time since 30s is shorter than a minute$/],
  ])('%j is refused in a sentence', (flags, message) => {
    const ask = () => askedPeriod(flags, now);
    expect(ask).toThrow(CommandError);
    expect(ask).toThrow(message);
  });
});
