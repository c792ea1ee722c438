import { describe, expect, it } from '@jest/globals';
import { parseMoment } from '../../src/report/moment.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const hours = (count: number) => now - count * 3_600_000;

describe('a moment', () => {
  it.each([
    ['24h', hours(24)],
    ['7d', hours(7 * 24)],
    ['2w', hours(14 * 24)],
    ['90m', hours(1.5)],
    ['1h30m', hours(1.5)],
    ['1d12h', hours(36)],
    ['0h', now],
    ['45s', now - 45_000],
  ])('%s lies back from now', (text, expected) => {
    expect(parseMoment(text, now)).toBe(expected);
  });

  it.each([
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z'],
    ['2026-03-01T09:00z', '2026-03-01T09:00:00Z'],
    ['2026-03-01 09:00:30.5 +02:00', '2026-03-01T07:00:30.500Z'],
    ['2026-03-01T09:00-0130', '2026-03-01T10:30:00Z'],
    ['2024-02-29T00:00Z', '2024-02-29T00:00:00Z'],
  ])('%s is of the calendar', (text, expected) => {
    expect(parseMoment(text, now)).toBe(Date.parse(expected));
  });

  it('without a zone is of the time zone of the machine, a day at its beginning', () => {
    expect(parseMoment('2026-03-01', now)).toBe(new Date(2026, 2, 1).getTime());
    expect(parseMoment('2026-07-01T09:30', now)).toBe(new Date(2026, 6, 1, 9, 30).getTime());
  });

  it.each([
    '',
    ' ',
    'h',
    '24',
    '-24h',
    '1.5h',
    '30m1h',
    '24 h',
    'yesterday',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-3-1',
    '2026-03-01T25:00Z',
    '2026-03-01T09:61',
    '2026-03-01T09',
    '2026-03-01Z',
    '01.03.2026',
    '1772355600',
  ])('%j is none', (text) => {
    expect(parseMoment(text, now)).toBeUndefined();
  });
});
