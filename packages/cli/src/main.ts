#!/usr/bin/env node
import { processContext } from './process-context.ts';
import { run } from './run.ts';

// Whatever is still under way, such as the read of a long history, ends with the command.
process.exit(await run(process.argv.slice(2), processContext()));
