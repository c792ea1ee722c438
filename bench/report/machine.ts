import { cpus, release, totalmem, type } from 'node:os';

/** The machine in one sentence, without anything that names its owner. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const cores = cpus().length;
  return `${type()} ${release()}, ${cores} × ${first?.model.trim()}, ${memory} GiB, Node ${process.version}`;
}
