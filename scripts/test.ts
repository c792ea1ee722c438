// Everything that must hold before a change is taken: `pnpm test`, here and on continuous integration.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from './run-command.ts';
import { commandStep } from './test-run/command-step.ts';
import { jestStep } from './test-run/jest-step.ts';
import { runSteps } from './test-run/run-steps.ts';
import type { Step } from './test-run/step.ts';

const steps: readonly Step[] = [
  commandStep('format, lint and layers', [
    'biome',
    'check',
    '--error-on-warnings',
    '--max-diagnostics=none',
  ]),
  commandStep('unused files, exports and dependencies', ['knip']),
  commandStep('types of the packages', ['tsc', '-b']),
  commandStep('types of the tests', ['tsc', '-p', 'tsconfig.test.json']),
  ...generatedFiles(),
  jestStep('unit tests', 'jest.config.js'),
  commandStep('build', ['node', 'scripts/build.ts']),
  commandStep('packages as published', ['node', 'scripts/publint.ts'], 'build'),
  jestStep('end-to-end tests', 'jest.e2e.config.js'),
  commandStep(
    'benchmarks against twice their goals',
    ['node', '--conditions=@turnscope/source', 'bench/main.ts', '--check'],
    'build',
  ),
];

const { failed } = await runSteps(steps, console.log);
process.exitCode = failed > 0 ? 1 : 0;

/** Empty as long as nothing is generated. */
function generatedFiles(): readonly Step[] {
  if (!existsSync(join(workspace, 'scripts', 'generate.ts'))) return [];
  return [
    commandStep('generated files', [
      'node',
      '--conditions=@turnscope/source',
      'scripts/generate.ts',
      '--check',
    ]),
  ];
}
