// A program with a manager that ends in the way that its argument names. It says when its agents work.

import { ClaudeCodeManager } from '@turnscope/claude-code';

const [ending = '', standIn = ''] = process.argv.slice(2);
const agents = new ClaudeCodeManager({
  command: process.execPath,
  args: [standIn],
  processes: { solo: 2 },
});
await agents.start();
// Nobody will hear of these.
void agents.send('#1 orphan; hang').catch(() => {});
void agents.send('#2 ignore-term; hang').catch(() => {});
await new Promise((done) => setTimeout(done, 300));
process.stdout.write('working\n');
if (ending === 'exception') throw new Error('on purpose');
if (ending === 'rejection') void Promise.reject(new Error('on purpose'));
if (ending === 'exit') process.exit(3);
if (ending === 'handler') process.on('SIGTERM', () => void agents.shutdown(100));
setInterval(() => {}, 1000);
if (ending === 'handler') setInterval(() => !agents.isRunning && process.exit(0), 50);
