export type { CommandContext, Environment, Terminal } from './command-context.ts';
export { processContext } from './process-context.ts';
export { run } from './run.ts';
