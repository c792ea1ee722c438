// What one writes first: readline, and JSON.parse of every line. Argument: the folder.

import { createReadStream, globSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { printCost } from './print-cost.js';

const folder = process.argv[2] ?? '';
await printCost(async () => {
  for (const file of globSync('**/*.jsonl', { cwd: folder })) {
    const input = createReadStream(join(folder, file));
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      JSON.parse(line);
    }
  }
});
