// Unit tests. They run on the sources: the export condition makes workspace packages resolve to src.

/** Published as ES modules only, which Jest cannot load as they are. */
const modules = ['ansi-regex', 'get-east-asian-width', 'string-width', 'strip-ansi'].join('|');

/** Imports Node's `http` only when it is used, which Jest lets nobody do but by `require`. */
const importsLater = '@opentelemetry/otlp-exporter-base';

/** @type {import("jest").Config} */
export default {
  testMatch: ['**/packages/*/test/**/*.test.ts', '**/scripts/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  // Jest would leave one core alone, which is half of a machine of two.
  maxWorkers: '100%',
  // A machine that does other things too is no failure; speed limits live in the benchmarks.
  testTimeout: 30_000,
  testEnvironmentOptions: { customExportConditions: ['@turnscope/source', 'node', 'node-addons'] },
  transform: {
    [`^.+\\.ts$|/node_modules/(${modules}|${importsLater})/.+\\.c?js$`]: [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/|(${modules}|${importsLater})/)`],
};
