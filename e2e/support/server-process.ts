import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** A port for a server that cannot tell which one it was given. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until a URL of the process answers. Rejects when the process ends first. */
export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${child.spawnfile} ended with code ${child.exitCode}`);
}

/** Asks the process to end and waits for that. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((done) => child.on('close', done));
  child.kill('SIGTERM');
  await closed;
}
