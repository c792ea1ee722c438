/** The roles that the demo plays, as a transcript source with `processTypePrefix: 'demo-'` names them. */
export type DemoProcessType = 'demo-strategic' | 'demo-tactical' | 'demo-subagent';

export type TurnOutcome = 'success' | 'error' | 'interrupted';

/** Tokens as `usage` counts them: `input` excludes what the cache held or took in. */
export interface DemoTokens {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheCreation: number;
}

/** Something the demo did, noted when the line that shows it has been written. */
export type LedgerNote =
  | { readonly kind: 'process-start' }
  | { readonly kind: 'turn-open' }
  | { readonly kind: 'turn-end'; readonly outcome: TurnOutcome; readonly byTask: boolean }
  | {
      readonly kind: 'response';
      readonly outcome: 'success' | 'error';
      readonly tokens: DemoTokens;
    }
  | { readonly kind: 'more-output'; readonly tokens: number }
  | { readonly kind: 'tool-call'; readonly outcome: 'success' | 'error' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'compaction'; readonly before: number; readonly after: number };

/** What the agents of one role have done so far. Every number counts from 0 and only grows, but for `openTurns`. */
export interface ProcessTypeLedger {
  /** Conversations begun; each has a file of its own and starts a process. A subagent starts none. */
  processStarts: number;
  /** Turns that have ended. A subagent has no turns. */
  readonly turns: Record<TurnOutcome, number>;
  /** Of the ended turns those that a task notification started. */
  taskTurns: number;
  /** Turns that have had a response and have not ended yet. */
  openTurns: number;
  /** Counted at a response's first line; `error` is a give-up. */
  readonly responses: { success: number; error: number };
  /** The output of a response that is still being written counts as far as it has been written. */
  readonly tokens: { input: number; output: number; cacheRead: number; cacheCreation: number };
  /** Tool results written. */
  readonly toolCalls: { success: number; error: number };
  /** Attempts at a request that failed, all of them for overload. */
  retries: number;
  /** Compactions, each counted with the response after it, whose context is `tokensAfter`. */
  readonly compactions: { count: number; tokensBefore: number; tokensAfter: number };
}

export type DemoLedger = Readonly<Record<DemoProcessType, Readonly<ProcessTypeLedger>>>;

/** Keeps the demo's own account, from what it decided and never from what it wrote. Mutable. */
export interface LedgerKeeper {
  note(processType: DemoProcessType, note: LedgerNote): void;
  /** A copy that later notes do not change. */
  copy(): DemoLedger;
}

export function createLedger(): LedgerKeeper {
  const ledger: Record<DemoProcessType, ProcessTypeLedger> = {
    'demo-strategic': emptyAccount(),
    'demo-tactical': emptyAccount(),
    'demo-subagent': emptyAccount(),
  };
  return {
    note: (processType, note) => enter(ledger[processType], note),
    copy: () => structuredClone(ledger),
  };
}

function emptyAccount(): ProcessTypeLedger {
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

function enter(account: ProcessTypeLedger, note: LedgerNote): void {
  switch (note.kind) {
    case 'process-start':
      account.processStarts += 1;
      return;
    case 'turn-open':
      account.openTurns += 1;
      return;
    case 'turn-end':
      account.openTurns -= 1;
      account.turns[note.outcome] += 1;
      if (note.byTask) account.taskTurns += 1;
      return;
    case 'response':
      account.responses[note.outcome] += 1;
      addTokens(account.tokens, note.tokens);
      return;
    case 'more-output':
      account.tokens.output += note.tokens;
      return;
    case 'tool-call':
      account.toolCalls[note.outcome] += 1;
      return;
    case 'retry':
      account.retries += 1;
      return;
    case 'compaction':
      account.compactions.count += 1;
      account.compactions.tokensBefore += note.before;
      account.compactions.tokensAfter += note.after;
      return;
    default:
      note satisfies never;
  }
}

function addTokens(sum: ProcessTypeLedger['tokens'], tokens: DemoTokens): void {
  sum.input += tokens.input;
  sum.output += tokens.output;
  sum.cacheRead += tokens.cacheRead;
  sum.cacheCreation += tokens.cacheCreation;
}
