import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor, type ProfileName } from '@turnscope/core';

// A profile that does not exist ended in "Cannot convert undefined or null to object".
describe('a profile', () => {
  it.each(['coding', '', 'toString', '__proto__'])('%j is refused by its name', (profile) => {
    const thresholds = { profile: profile as ProfileName };
    expect(() => new PerformanceMonitor({ thresholds })).toThrow(
      new RangeError(`thresholds.profile must be one of chat, coding-agent, got ${profile}`),
    );
  });
});
