// One planted fault for each rule that holds the layers, the budgets and the style.

/** A file that the lint must refuse, by a certain rule. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

export const faults: readonly Fault[] = [
  {
    name: 'core importing a workspace package',
    file: 'packages/core/src/imports-package.ts',
    code: "export { x } from '@turnscope/exposition';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'core importing a Node built-in',
    file: 'packages/core/src/imports-node.ts',
    code: "export { readFile } from 'node:fs';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'core importing a third-party package',
    file: 'packages/core/src/imports-library.ts',
    code: "export { z } from 'zod';\n",
    rule: 'lint/correctness/noUndeclaredDependencies',
  },
  {
    name: 'exposition importing node',
    file: 'packages/exposition/src/fault.ts',
    code: "export { x } from '@turnscope/node';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'prom-client importing exposition',
    file: 'packages/prom-client/src/fault.ts',
    code: "export { x } from '@turnscope/exposition';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'opentelemetry importing exposition',
    file: 'packages/opentelemetry/src/fault.ts',
    code: "export { x } from '@turnscope/exposition';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'mixin importing node',
    file: 'packages/mixin/src/imports-node-package.ts',
    code: "export { x } from '@turnscope/node';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'mixin importing the command',
    file: 'packages/mixin/src/imports-command.ts',
    code: "export { x } from 'turnscope';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'node importing mixin',
    file: 'packages/node/src/imports-mixin.ts',
    code: "export { x } from '@turnscope/mixin';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'conformance importing a back end',
    file: 'packages/conformance/src/fault.ts',
    code: "export { x } from '@turnscope/exposition';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'a package importing the conformance kit',
    file: 'packages/prom-client/src/imports-kit.ts',
    code: "export { x } from '@turnscope/conformance';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'claude-code importing exposition',
    file: 'packages/claude-code/src/fault.ts',
    code: "export { x } from '@turnscope/exposition';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'node importing claude-code',
    file: 'packages/node/src/imports-source.ts',
    code: "export { x } from '@turnscope/claude-code';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'node importing the command',
    file: 'packages/node/src/imports-command.ts',
    code: "export { x } from 'turnscope';\n",
    rule: 'lint/style/noRestrictedImports',
  },
  {
    name: 'the command importing what it does not declare',
    file: 'packages/cli/src/undeclared.ts',
    code: "export { x } from '@turnscope/testing';\n",
    rule: 'lint/correctness/noUndeclaredDependencies',
  },
  {
    name: 'Date.now()',
    file: 'packages/claude-code/src/date-now.ts',
    code: 'export const x = Date.now();\n',
    rule: 'plugin',
  },
  {
    name: 'new Date()',
    file: 'packages/node/src/new-date.ts',
    code: 'export const x = new Date();\n',
    rule: 'plugin',
  },
  {
    name: 'Math.random()',
    file: 'packages/core/src/random.ts',
    code: 'export const x = Math.random();\n',
    rule: 'plugin',
  },
  {
    name: 'a source file of more than 200 lines',
    file: 'packages/core/src/long-file.ts',
    code: lines(201, 'console.log();'),
    rule: 'lint/style/noExcessiveLinesPerFile',
  },
  {
    name: 'a function of more than 40 lines',
    file: 'packages/core/src/long-function.ts',
    code: `export function long(step: () => void): void {\n${lines(41, '  step();')}}\n`,
    rule: 'lint/complexity/noExcessiveLinesPerFunction',
  },
  {
    name: 'a default export',
    file: 'packages/core/src/default-export.ts',
    code: 'export default 1;\n',
    rule: 'lint/style/noDefaultExport',
  },
  {
    name: 'an enum',
    file: 'packages/core/src/enumeration.ts',
    code: 'export enum Colour {\n  Red = 0,\n}\n',
    rule: 'lint/style/noEnum',
  },
  {
    name: 'any',
    file: 'packages/core/src/any.ts',
    code: 'export const x: any = 1;\n',
    rule: 'lint/suspicious/noExplicitAny',
  },
  {
    name: 'a non-null assertion',
    file: 'packages/core/src/non-null.ts',
    code: 'export const x = (y?: { z: number }): number => y!.z;\n',
    rule: 'lint/style/noNonNullAssertion',
  },
  {
    name: 'a file name that is not kebab-case',
    file: 'packages/core/src/camelCase.ts',
    code: 'export const x = 1;\n',
    rule: 'lint/style/useFilenamingConvention',
  },
];

/** Files that look like a fault and are none. */
export const allowed: Readonly<Record<string, string>> = {
  'packages/core/src/system-clock.ts': 'export const x = Date.now();\n',
  'packages/claude-code/src/given-time.ts': 'export const x = (time: number) => new Date(time);\n',
  'packages/exposition/src/imports-core.ts': "export { x } from '@turnscope/core';\n",
  'packages/prom-client/src/imports-core.ts': "export { x } from '@turnscope/core';\n",
  'packages/prom-client/src/imports-types.ts': "export type { Registry } from 'prom-client';\n",
  'packages/conformance/src/imports-core.ts': "export { x } from '@turnscope/core';\n",
  'packages/opentelemetry/src/imports-core.ts': "export { x } from '@turnscope/core';\n",
  'packages/claude-code/src/imports-core.ts': "export { x } from '@turnscope/core';\n",
  'packages/node/src/imports-exposition.ts': "export { x } from '@turnscope/exposition';\n",
  'packages/mixin/src/imports-core.ts': "export { x } from '@turnscope/core';\n",
  'packages/cli/src/imports-mixin.ts': "export { x } from '@turnscope/mixin';\n",
  'packages/cli/src/imports-claude-code.ts': "export { x } from '@turnscope/claude-code';\n",
};

function lines(count: number, line: string): string {
  return `${line}\n`.repeat(count);
}
