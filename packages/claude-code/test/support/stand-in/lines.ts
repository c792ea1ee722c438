import { writeSync } from 'node:fs';

/** Writes everything at once and waits until the reader has taken it: nothing is lost by a crash behind it. */
export function writeOut(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') process.exit(1);
    }
  }
}

export function writeMessage(message: object): void {
  writeOut(`${JSON.stringify(message)}\n`);
}

/** Hands every line of standard input to `take`, one after the other, and resolves at its end, however it ends. */
export async function readLines(take: (line: string) => void): Promise<void> {
  let rest = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  await new Promise((done) => process.stdin.on('close', done));
}
