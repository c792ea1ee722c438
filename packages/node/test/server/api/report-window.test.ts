import { describe, expect, it } from '@jest/globals';
import { readWindow } from '../../../src/server/api/report-window.ts';

const now = Date.UTC(2026, 7, 3, 12);
const limits = { now, historySeconds: 86_400 };

describe('readWindow', () => {
  it.each([
    { query: {}, range: { seconds: 3_600 } },
    { query: { window: '90s' }, range: { seconds: 90 } },
    { query: { window: '1h30m' }, range: { seconds: 5_400 } },
    { query: { window: '24h' }, range: { seconds: 86_400 } },
    { query: { from: '2026-08-03T11:00:00Z' }, range: { from: now - 3_600_000, to: now } },
    {
      query: { from: '2026-08-03T12:00+02:00', to: '2026-08-03T11:30:00.5Z' },
      range: { from: now - 7_200_000, to: now - 1_799_500 },
    },
    {
      query: { from: String(now - 86_400_000), to: String(now) },
      range: { from: now - 86_400_000, to: now },
    },
  ])('understands $query', ({ query, range }) => {
    expect(readWindow(query, limits)).toEqual(range);
  });

  it.each([
    {
      query: { window: '1x' },
      error: 'window must be a duration such as 90s, 15m, 1h, 1h30m or 7d; got 1x',
    },
    { query: { window: '' }, error: /^window must be a duration/ },
    {
      query: { window: '0s' },
      error: 'window must be above 0 and up to 1d, the history that is kept; got 0s',
    },
    { query: { window: '24h1s' }, error: /up to 1d, the history that is kept; got 24h1s$/ },
    { query: { window: '1h', from: '1' }, error: /^window excludes from and to/ },
    { query: { to: '2026-08-03T12:00:00Z' }, error: 'from is missing beside to' },
    { query: { from: 'yesterday' }, error: /^from must be a time such as .*; got yesterday$/ },
    { query: { from: '2026-08-03T11:00:00' }, error: /^from must be a time/ },
    { query: { from: '2026-13-03T11:00:00Z' }, error: /^from must be a time/ },
    { query: { from: '2026-08-03' }, error: /^from must be a time/ },
    { query: { from: '-1' }, error: /^from must be a time/ },
    { query: { from: String(now - 1), to: 'now' }, error: /^to must be a time .*; got now$/ },
    {
      query: { from: '2026-08-02T11:59:59Z' },
      error: 'from must lie within the history that is kept, 1d; got 2026-08-02T11:59:59Z',
    },
    { query: { from: String(now) }, error: /^from must lie in the past/ },
    { query: { from: String(now - 1), to: String(now - 1) }, error: /^from must lie before to/ },
  ])('refuses $query', ({ query, error }) => {
    expect(readWindow(query, limits)).toEqual({
      parameter: expect.any(String),
      error: typeof error === 'string' ? error : expect.stringMatching(error),
    });
  });
});
