import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** Shows others that this process lives. */
export interface SignOfLife {
  /** Ends it and removes its file. */
  close(): Promise<void>;
}

const fileName = 'socket';
/** What the systems with the least room take (macOS: 104 with a zero at the end). */
const longestPath = 103;
/** What a call answers when nobody is there any more. */
const deadCodes: ReadonlySet<string | undefined> = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTDIR']);

/**
 * Listens on a socket in the folder. The kernel closes it with the process, however that ends, so a
 * sign that can be reached is true; a process id would tell nothing after it was given again.
 * Keeps no process alive. Rejects with the error of Node when the folder does not allow it.
 */
export async function giveSign(folder: string): Promise<SignOfLife> {
  const path = join(folder, fileName);
  if (Buffer.byteLength(path) > longestPath) {
    const message = `ENAMETOOLONG: a socket may have a path of ${longestPath} bytes, not ${path}`;
    throw Object.assign(new Error(message), { code: 'ENAMETOOLONG' });
  }
  const server = createServer((caller) => caller.destroy()).unref();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(path, done);
  });
  server.on('error', () => {});
  return { close: () => new Promise((done) => void server.close(() => done())) };
}

/** Whether the process that gave the sign lives, be it stopped or another user's. */
export function isAlive(folder: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(join(folder, fileName));
    const end = (alive: boolean) => {
      socket.destroy();
      done(alive);
    };
    socket.once('connect', () => end(true));
    socket.once('error', (error: NodeJS.ErrnoException) => end(!deadCodes.has(error.code)));
  });
}
