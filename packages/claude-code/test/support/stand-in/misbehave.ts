import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { Diary } from './diary.ts';
import { writeOut } from './lines.ts';
import type { Step } from './script.ts';

const megabyte = 1024 * 1024;
/** What was grown; held, or the engine would give it back. */
const ballast: Buffer[] = [];
const never = new Promise<void>(() => {});

/** What a healthy agent does not do. Answers false for a word it does not know. */
export async function misbehave({ word, argument }: Step, diary: Diary): Promise<boolean> {
  const number = Number(argument);
  switch (word) {
    case 'sleep':
      await new Promise((done) => setTimeout(done, number));
      return true;
    case 'hang':
      setInterval(() => {}, 1000);
      await never;
      return true;
    case 'spin':
      for (;;);
    case 'crash':
      diary.write({ what: 'exit', detail: String(number || 1) });
      process.exit(number || 1);
      return true;
    case 'die':
      diary.write({ what: 'exit', detail: 'SIGKILL' });
      process.kill(process.pid, 'SIGKILL');
      await never;
      return true;
    case 'exit':
      diary.write({ what: 'exit', detail: '0' });
      process.exit(0);
      return true;
    default:
      return soil(word, number, diary);
  }
}

function soil(word: string, number: number, diary: Diary): boolean {
  switch (word) {
    case 'ignore-term':
      process.on('SIGTERM', () => diary.write({ what: 'signal', detail: 'SIGTERM' }));
      return true;
    case 'garbage':
      writeOut('\u0000 {"type": oops\n'.repeat(number || 1));
      return true;
    case 'words':
      writeOut('null\n'.repeat(number));
      return true;
    case 'half-line':
      writeOut('{"type":"assistant","message":{"content":[{"type":"text","te');
      return true;
    case 'huge-line':
      writeOut(`{"type":"padding","text":"${'x'.repeat(number * megabyte)}"}\n`);
      return true;
    case 'grow':
      ballast.push(Buffer.alloc(number * megabyte, 1));
      return true;
    case 'close-input':
      closeSync(0);
      diary.write({ what: 'deaf' });
      return true;
    case 'complain':
      process.stderr.write('something is wrong here\n');
      return true;
    case 'orphan':
      diary.write({ what: 'child', detail: String(startChild()) });
      return true;
    default:
      return false;
  }
}

/** A process in a group of its own that holds on to the pipes and outlives its parent. */
function startChild(): number | undefined {
  const sleep = 'setTimeout(() => {}, 600_000)';
  const child = spawn(process.execPath, ['-e', sleep], { detached: true, stdio: 'inherit' });
  child.unref();
  return child.pid;
}
