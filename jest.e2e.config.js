// End-to-end tests: they start real processes, so they may take longer and only two files run at a time.

import unit from './jest.config.js';

/** @type {import("jest").Config} */
export default {
  ...unit,
  testMatch: ['**/e2e/**/*.test.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
