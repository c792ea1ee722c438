import { createHash } from 'node:crypto';

/** A day of many conversations, and what it comes to: counted while it is made up, by nothing of Turnscope. */
export interface DayOfWork {
  readonly conversations: readonly WrittenConversation[];
  readonly truth: DayTruth;
}

/** The whole text of one transcript. */
export interface WrittenConversation {
  readonly file: string;
  readonly text: string;
}

/** Totals by metric name; the keys are values of the labels that `dayMetrics` names, joined by a space. */
type DayTruth = Readonly<Record<DayMetric, ReadonlyMap<string, number>>>;

type DayMetric = keyof typeof dayMetrics;

/** What is counted, and by which labels. */
export const dayMetrics = {
  turnscope_turns_total: ['process_type', 'outcome'],
  turnscope_responses_total: ['process_type', 'outcome'],
  turnscope_tokens_total: ['process_type', 'type'],
  turnscope_tool_calls_total: ['tool', 'outcome'],
  turnscope_compactions_total: ['trigger', 'outcome'],
  turnscope_process_starts_total: ['process_type', 'kind'],
  turnscope_conversations_started_total: ['process_type'],
} as const;

const dayMs = 86_400_000;

/**
 * Makes up a day that ended just now. Every conversation ends with an interrupt, and no turn is left to be closed by
 * silence, so that the totals are the same however long a reader waits. The same seed makes the same work.
 */
export function dayOfWork(conversations: number, seed: number): DayOfWork {
  const truth = Object.fromEntries(
    Object.keys(dayMetrics).map((name) => [name, new Map<string, number>()]),
  ) as Record<DayMetric, Map<string, number>>;
  const startedAt = Date.now() - dayMs;
  const written = Array.from({ length: conversations }, (_, index) => {
    const random = pseudoRandom(seed * 1_000_003 + index);
    const at = startedAt + Math.floor(random() * (dayMs - 7_200_000));
    return new Conversation({ index, random, at, truth }).play();
  });
  return { conversations: written, truth };
}

interface Setting {
  readonly index: number;
  readonly random: () => number;
  readonly at: number;
  readonly truth: Record<DayMetric, Map<string, number>>;
}

type Outcome = 'success' | 'error' | 'interrupted';

/** One conversation being made up. */
class Conversation {
  readonly #lines: string[] = [];
  readonly #session: string;
  readonly #model: string;
  readonly #processType: string;
  readonly #random: () => number;
  readonly #truth: Setting['truth'];
  #at: number;
  #lastUuid: string | null = null;
  #serial = 0;
  #context = 20_000;

  constructor({ index, random, at, truth }: Setting) {
    this.#session = uuidOf(`session ${index}`);
    const plans = index % 5 === 0;
    this.#model = plans ? 'claude-opus-4-6' : 'claude-sonnet-4-6';
    this.#processType = plans ? 'strategic' : 'tactical';
    this.#random = random;
    this.#at = at;
    this.#truth = truth;
  }

  play(): WrittenConversation {
    this.#start();
    const turns = this.#integer(4, 12);
    for (let turn = 1; turn < turns; turn += 1) this.#turn(this.#drawOutcome());
    this.#turn('interrupted');
    return { file: `${this.#session}.jsonl`, text: this.#lines.join('') };
  }

  #start(): void {
    const data = {
      type: 'hook_progress',
      hookEvent: 'SessionStart',
      hookName: 'SessionStart:startup',
    };
    this.#write({ type: 'progress', data });
    this.#count('turnscope_process_starts_total', 'fresh');
    this.#count('turnscope_conversations_started_total');
  }

  #drawOutcome(): Outcome {
    const drawn = this.#random();
    if (drawn < 0.03) return 'error';
    return drawn < 0.1 ? 'interrupted' : 'success';
  }

  #turn(outcome: Outcome): void {
    this.#pass(5_000, 60_000);
    this.#write({ type: 'user', message: { role: 'user', content: 'Something made up' } });
    const steps = this.#integer(1, 5);
    for (let step = 0; step < steps; step += 1) this.#step();
    this.#pass(500, 4_000);
    if (outcome === 'success') this.#respond([{ type: 'text', text: 'Done' }], 'end_turn');
    if (outcome === 'interrupted') this.#interrupt();
    if (outcome === 'error') this.#giveUp();
    this.#count('turnscope_turns_total', outcome);
  }

  /** A response that asks for a tool, and what the tool gave back; before it, now and then, a compaction. */
  #step(): void {
    if (this.#random() < 0.02) this.#compact();
    const name = ['Read', 'Edit', 'Bash', 'Grep'][this.#integer(0, 3)] ?? 'Read';
    const id = `toolu_${this.#next()}`;
    this.#respond(
      [
        { type: 'text', text: 'I look' },
        { type: 'tool_use', id, name, input: {} },
      ],
      'tool_use',
    );
    this.#pass(50, 5_000);
    const failed = this.#random() < 0.05;
    const result = { tool_use_id: id, type: 'tool_result', content: 'made up '.repeat(20) };
    this.#write({
      type: 'user',
      message: { role: 'user', content: [failed ? { ...result, is_error: true } : result] },
    });
    add(this.#truth.turnscope_tool_calls_total, `${name} ${failed ? 'error' : 'success'}`, 1);
    this.#context += this.#integer(500, 6_000);
  }

  /** A line for each block, as Claude Code writes them: one message, its usage repeated, its output growing. */
  #respond(blocks: readonly object[], stopReason: string): void {
    const id = `msg_${this.#next()}`;
    const output = this.#integer(20, 900);
    const read = this.#integer(0, this.#context);
    const input = this.#integer(1, 9);
    const created = this.#context - read;
    for (const [index, block] of blocks.entries()) {
      this.#pass(800, 9_000);
      const isLast = index === blocks.length - 1;
      const usage = {
        input_tokens: input,
        output_tokens: isLast ? output : Math.ceil(output / 2),
        cache_read_input_tokens: read,
        cache_creation_input_tokens: created,
      };
      const stop_reason = isLast ? stopReason : null;
      const message = { id, type: 'message', role: 'assistant', model: this.#model, usage };
      this.#write({
        type: 'assistant',
        requestId: `req_${id}`,
        message: { ...message, content: [block], stop_reason },
      });
    }
    this.#count('turnscope_responses_total', 'success');
    this.#count('turnscope_tokens_total', 'input', input);
    this.#count('turnscope_tokens_total', 'output', output);
    this.#count('turnscope_tokens_total', 'cache_read', read);
    this.#count('turnscope_tokens_total', 'cache_creation', created);
  }

  #interrupt(): void {
    const content = [{ type: 'text', text: '[Request interrupted by user]' }];
    this.#write({ type: 'user', message: { role: 'user', content } });
  }

  #giveUp(): void {
    const usage = { input_tokens: 0, output_tokens: 0 };
    const content = [{ type: 'text', text: 'API Error: 529 Overloaded' }];
    const message = {
      id: uuidOf(this.#next()),
      role: 'assistant',
      model: '<synthetic>',
      content,
      usage,
    };
    this.#write({ type: 'assistant', message, isApiErrorMessage: true, error: 'overloaded' });
    this.#count('turnscope_responses_total', 'error');
  }

  #compact(): void {
    const preTokens = this.#context;
    this.#context = Math.round(preTokens * 0.3);
    this.#pass(10_000, 60_000);
    const compactMetadata = { trigger: 'auto', preTokens };
    const parents = { parentUuid: null, logicalParentUuid: this.#lastUuid };
    this.#write({ type: 'system', subtype: 'compact_boundary', compactMetadata, ...parents });
    const message = { role: 'user', content: 'What was said, shorter' };
    this.#write({ type: 'user', message, isCompactSummary: true });
    add(this.#truth.turnscope_compactions_total, 'auto success', 1);
  }

  #write(fields: object): void {
    const uuid = uuidOf(this.#next());
    const line = {
      parentUuid: this.#lastUuid,
      isSidechain: false,
      userType: 'external',
      entrypoint: 'cli',
      cwd: '/made/up',
      sessionId: this.#session,
      version: '2.1.270',
      uuid,
      timestamp: new Date(this.#at).toISOString(),
      ...fields,
    };
    this.#lines.push(`${JSON.stringify(line)}\n`);
    this.#lastUuid = uuid;
  }

  /** Counts for this conversation's process type, and one more label if there is one. */
  #count(metric: DayMetric, label?: string, amount = 1): void {
    const key = label === undefined ? this.#processType : `${this.#processType} ${label}`;
    add(this.#truth[metric], key, amount);
  }

  #next(): string {
    this.#serial += 1;
    return `${this.#session}-${this.#serial}`;
  }

  #pass(least: number, most: number): void {
    this.#at += this.#integer(least, most);
  }

  #integer(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }
}

function add(to: Map<string, number>, key: string, amount: number): void {
  to.set(key, (to.get(key) ?? 0) + amount);
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}

/** mulberry32: small, and the same everywhere. From 0 to below 1. */
export function pseudoRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
