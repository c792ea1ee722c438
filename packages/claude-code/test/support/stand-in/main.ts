#!/usr/bin/env node
// A stand-in for `claude -p --input-format stream-json --output-format stream-json --verbose`, written from the
// documented protocol. What it does stands in the messages it gets, see script.ts; what it does before the first one
// stands in STAND_IN_STARTUP, and at the beginning of each turn in STAND_IN_EVERY_TURN. It notes what it did in the folder STAND_IN_FOLDER.

import { parseArgs } from 'node:util';
import { Agent } from './agent.ts';
import { Diary } from './diary.ts';
import { readLines, writeMessage } from './lines.ts';
import { misbehave } from './misbehave.ts';
import { readOrder, readSteps, type Step } from './script.ts';

interface Input {
  readonly type: string;
  readonly request_id?: string;
  readonly uuid?: string;
  readonly request?: { readonly subtype: string };
  readonly message?: { readonly content: string | readonly { readonly text?: string }[] };
}

const { values } = parseArgs({
  options: {
    resume: { type: 'string' },
    model: { type: 'string', default: 'claude-opus-5' },
    'include-partial-messages': { type: 'boolean', default: false },
  },
  strict: false,
});
const diary = new Diary(process.env['STAND_IN_FOLDER'] ?? '.');
const agent = new Agent(diary, {
  ...(typeof values.resume === 'string' && { resume: values.resume }),
  model: String(values.model),
  partial: values['include-partial-messages'] === true,
});
/** The turn that runs can be interrupted by the protocol, unless it hangs. */
let interrupted = false;
let turns = Promise.resolve();

diary.write({ what: 'start', session: agent.sessionId, detail: process.argv.slice(2).join(' ') });
for (const step of readSteps(process.env['STAND_IN_STARTUP'] ?? '')) {
  if (step.once && !diary.isFirstSight(`startup ${step.word}`)) continue;
  if (step.word !== 'wait') await misbehave(step, diary);
}
await readLines(take);
await turns;
diary.write({ what: 'exit', detail: '0' });
process.exit(0);

function take(line: string): void {
  const input = JSON.parse(line) as Input;
  if (input.type === 'control_request') control(input);
  else if (input.type === 'user') {
    const text = textOf(input);
    turns = turns.then(() => turn(text, input.uuid));
  }
}

function control({ request_id, request }: Input): void {
  if (request?.subtype === 'interrupt') {
    interrupted = true;
    diary.write({ what: 'interrupt', session: agent.sessionId });
  } else diary.write({ what: 'ready', session: agent.sessionId });
  writeMessage({ type: 'control_response', response: { subtype: 'success', request_id } });
}

async function turn(text: string, uuid: string | undefined): Promise<void> {
  interrupted = false;
  const { id, steps: own } = readOrder(text);
  const steps = [...readSteps(process.env['STAND_IN_EVERY_TURN'] ?? ''), ...own];
  const isFirst = steps.some(({ once }) => once) && diary.isFirstSight(id);
  agent.begin(id, { uuid });
  const mine = steps.filter(({ once }) => isFirst || !once);
  for (const [at, step] of mine.entries()) {
    if (interrupted) return agent.interrupt();
    if (step.word === 'fail') return agent.fail(Number(step.argument));
    if (step.word === 'after')
      return afterwards([...readSteps(step.argument), ...mine.slice(at + 1)]);
    await play(step);
  }
  if (interrupted) return agent.interrupt();
  agent.respond(`answer to ${id}`);
  agent.succeed(`answer to ${id}`);
}

/** A task in the background has ended: `task 300` is told in a turn of its own, of 300 ms. */
async function ownTurn({ argument }: Step): Promise<void> {
  interrupted = false;
  agent.begin('task', { origin: { kind: 'task-notification' } });
  await misbehave({ word: 'sleep', argument, once: false }, diary);
  if (interrupted) return agent.interrupt();
  agent.respond('the task is done');
  agent.succeed('the task is done');
}

/** The answer first, then everything that is wrong: `after close-input; hang`. */
async function afterwards(steps: readonly Step[]): Promise<void> {
  agent.respond('answer');
  agent.succeed('answer');
  for (const step of steps) await misbehave(step, diary);
}

async function play(step: Step): Promise<void> {
  switch (step.word) {
    case 'respond':
      return agent.respond('on the way');
    case 'tool':
      return agent.useTool(step.argument || 'Bash', false);
    case 'tool-fails':
      return agent.useTool(step.argument || 'Bash', true);
    case 'retry':
      return agent.retry(Number(step.argument));
    case 'compact':
      return agent.compact();
    case 'clear':
      return agent.clear();
    case 'break-off':
      return agent.breakOff();
    case 'task':
      turns = turns.then(() => ownTurn(step));
      return;
    default:
      await misbehave(step, diary);
  }
}

function textOf({ message }: Input): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('');
}
