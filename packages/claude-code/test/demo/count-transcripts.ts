import type { DemoLedger, ProcessTypeLedger } from '../../src/demo/index.ts';
import { type Block, type Line, type Message, parseLines } from './demo-stage.ts';

/**
 * Counts what transcripts show, without anything of the simulator or of the transcript source: a
 * second opinion on the ledger. Only for files that the demo wrote.
 */
export function countTranscripts(files: ReadonlyMap<string, string>): DemoLedger {
  const ledger = {
    'demo-strategic': empty(),
    'demo-tactical': empty(),
    'demo-subagent': empty(),
  };
  for (const [path, text] of files) {
    const lines = parseLines(text);
    const account = ledger[processTypeOf(path, lines)];
    countAttempts(account, lines);
    countResponses(account, lines);
    countToolCalls(account, lines);
    if (!path.includes('/subagents/')) countTurns(account, lines);
    countCompactions(account, lines);
  }
  return ledger;
}

function empty(): ProcessTypeLedger {
  return {
    processStarts: 0,
    turns: { success: 0, error: 0, interrupted: 0 },
    taskTurns: 0,
    openTurns: 0,
    responses: { success: 0, error: 0 },
    tokens: { input: 0, output: 0, cacheRead: 0, cacheCreation: 0 },
    toolCalls: { success: 0, error: 0 },
    retries: 0,
    compactions: { count: 0, tokensBefore: 0, tokensAfter: 0 },
  };
}

function processTypeOf(path: string, lines: readonly Line[]): keyof DemoLedger {
  if (path.includes('/subagents/')) return 'demo-subagent';
  const isOpus = lines.some((line) => line.message?.model?.includes('opus'));
  return isOpus ? 'demo-strategic' : 'demo-tactical';
}

function countAttempts(account: ProcessTypeLedger, lines: readonly Line[]): void {
  account.retries += lines.filter((line) => line.subtype === 'api_error').length;
  const starts = lines.filter((line) => line.data?.hookName === 'SessionStart:startup');
  account.processStarts += starts.length;
}

function countResponses(account: ProcessTypeLedger, lines: readonly Line[]): void {
  const messages = new Map<string, Message>();
  for (const { type, message, isApiErrorMessage } of lines) {
    if (type !== 'assistant' || message === undefined) continue;
    if (isApiErrorMessage === true) account.responses.error += 1;
    else messages.set(message.id, message);
  }
  for (const { usage } of messages.values()) {
    account.responses.success += 1;
    account.tokens.input += usage.input_tokens;
    account.tokens.output += usage.output_tokens;
    account.tokens.cacheRead += usage.cache_read_input_tokens;
    account.tokens.cacheCreation += usage.cache_creation_input_tokens;
  }
}

function countToolCalls(account: ProcessTypeLedger, lines: readonly Line[]): void {
  const results = lines.flatMap(blocksOf).filter((block) => block.type === 'tool_result');
  const failed = results.filter((block) => block.is_error === true);
  account.toolCalls.error += failed.length;
  account.toolCalls.success += results.length - failed.length;
}

function blocksOf({ message }: Line): readonly Block[] {
  return message === undefined || typeof message.content === 'string' ? [] : message.content;
}

function countTurns(account: ProcessTypeLedger, lines: readonly Line[]): void {
  for (const turn of splitIntoTurns(lines)) {
    const outcome = outcomeOf(turn);
    if (outcome === undefined) {
      if (turn.some((line) => line.type === 'assistant')) account.openTurns += 1;
      continue;
    }
    account.turns[outcome] += 1;
    if (String(turn[0]?.message?.content).startsWith('<task-notification>')) account.taskTurns += 1;
  }
}

function splitIntoTurns(lines: readonly Line[]): Line[][] {
  const turns: Line[][] = [];
  for (const line of lines) {
    const isPrompt = line.type === 'user' && typeof line.message?.content === 'string';
    if (isPrompt && line.isCompactSummary !== true) turns.push([line]);
    else turns.at(-1)?.push(line);
  }
  return turns;
}

function outcomeOf(turn: readonly Line[]): 'success' | 'error' | 'interrupted' | undefined {
  if (turn.some((line) => line.isApiErrorMessage)) return 'error';
  const texts = turn.flatMap(blocksOf).map((block) => block.text);
  if (texts.includes('[Request interrupted by user]')) return 'interrupted';
  return turn.some((line) => line.message?.stop_reason === 'end_turn') ? 'success' : undefined;
}

function countCompactions(account: ProcessTypeLedger, lines: readonly Line[]): void {
  for (const [index, { compactMetadata }] of lines.entries()) {
    if (compactMetadata === undefined) continue;
    const next = lines.slice(index).find((line) => line.type === 'assistant');
    if (next?.message === undefined) continue;
    const { usage } = next.message;
    account.compactions.count += 1;
    account.compactions.tokensBefore += compactMetadata.preTokens;
    account.compactions.tokensAfter +=
      usage.input_tokens + usage.cache_read_input_tokens + usage.cache_creation_input_tokens;
  }
}
