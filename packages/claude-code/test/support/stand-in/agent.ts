import { randomUUID } from 'node:crypto';
import type { Diary, Session } from './diary.ts';
import { writeMessage } from './lines.ts';

/** What one request to the model takes, as its provider bills it. */
interface Usage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly output_tokens: number;
}

/** What a turn was begun by: a message with its id, or something else. */
interface Beginning {
  readonly uuid?: string | undefined;
  readonly origin?: { readonly kind: string };
}

const freshContext = 20_000;
const compactedContext = 9_000;
const inputTokens = 10;
const createdTokens = 500;
const outputTokens = 25;
const costOfResponse = 0.01;
const noUsage: Usage = {
  input_tokens: 0,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  output_tokens: 0,
};

/** The side of the stand-in that speaks stream-json: one conversation with its growing context. */
export class Agent {
  /** Of the conversation that goes on. */
  sessionId: string;
  readonly model: string;
  readonly #diary: Diary;
  readonly #partial: boolean;
  #costUsd: number;
  #context: number;
  #turns: number;
  #turnStart = 0;
  #message = '';
  #beginning: Beginning = {};
  #users = 0;
  #usage = noUsage;

  constructor(diary: Diary, options: { resume?: string; model: string; partial: boolean }) {
    const saved: Session | undefined = options.resume ? diary.session(options.resume) : undefined;
    this.sessionId = options.resume ?? randomUUID();
    this.model = options.model;
    this.#diary = diary;
    this.#partial = options.partial;
    this.#costUsd = saved?.costUsd ?? 0;
    this.#context = saved?.context ?? freshContext;
    this.#turns = saved?.turns ?? 0;
  }

  begin(message: string, beginning: Beginning = {}): void {
    this.#beginning = beginning;
    this.#turnStart = performance.now();
    this.#message = message;
    this.#users = 0;
    this.#usage = noUsage;
    this.#note('turn');
    this.say({
      type: 'system',
      subtype: 'init',
      cwd: process.cwd(),
      tools: ['Bash', 'Read'],
      mcp_servers: [],
      model: this.model,
      permissionMode: 'default',
      claude_code_version: '2.1.330',
    });
  }

  /** Begins another conversation, as `/clear` does. */
  clear(): void {
    this.sessionId = randomUUID();
    this.#context = freshContext;
  }

  /** One answer of the model: to the end in text, or on the way to a tool. */
  respond(text: string): void {
    this.#respond([{ type: 'text', text }], 'end_turn');
  }

  useTool(name: string, isError: boolean): void {
    const id = `toolu_${randomUUID()}`;
    this.#respond([{ type: 'tool_use', id, name, input: {} }], 'tool_use');
    this.#users += 1;
    const result = { type: 'tool_result', tool_use_id: id, content: 'done', is_error: isError };
    this.say({
      type: 'user',
      message: { role: 'user', content: [result] },
      parent_tool_use_id: null,
    });
    this.#note('tool', { detail: name, outcome: isError ? 'error' : 'success' });
  }

  retry(status: number): void {
    this.say({
      type: 'system',
      subtype: 'api_retry',
      attempt: 1,
      max_retries: 10,
      retry_delay_ms: 500,
      error_status: status,
      error: status === 529 ? 'overloaded' : 'server_error',
    });
    this.#note('retry', { detail: String(status) });
  }

  compact(): void {
    this.say({ type: 'system', subtype: 'status', status: 'compacting' });
    const metadata = { trigger: 'auto', pre_tokens: this.#context, duration_ms: 17_500 };
    this.say({ type: 'system', subtype: 'compact_boundary', compact_metadata: metadata });
    this.say({ type: 'system', subtype: 'status', status: null, compact_result: 'success' });
    this.#context = compactedContext;
    this.#note('compaction');
  }

  succeed(text: string): void {
    this.#turns += 1;
    this.#result({
      subtype: 'success',
      is_error: false,
      result: text,
      terminal_reason: 'completed',
    });
    this.#note('result', { outcome: 'success' });
    this.#save();
  }

  /** The API gave up: `subtype` says success all the same, as the real one does. */
  fail(status: number): void {
    const text = `API Error: ${status} {"type":"error"}`;
    this.say({
      type: 'assistant',
      message: {
        id: randomUUID(),
        type: 'message',
        role: 'assistant',
        model: '<synthetic>',
        content: [{ type: 'text', text }],
        stop_reason: 'stop_sequence',
        usage: noUsage,
      },
      parent_tool_use_id: null,
      error: 'server_error',
      is_api_error_message: true,
    });
    const terminal = { terminal_reason: 'api_error', api_error_status: status };
    this.#result({ subtype: 'success', is_error: true, result: text, ...terminal });
    this.#note('result', { outcome: 'error', detail: String(status) });
  }

  interrupt(): void {
    this.#usage = noUsage;
    const reason = { terminal_reason: 'aborted_streaming' };
    this.#result({ subtype: 'error_during_execution', is_error: true, ...reason });
    this.#note('result', { outcome: 'interrupted' });
  }

  /** Starts to stream and never comes to the end of it. */
  breakOff(): void {
    const usage = this.#nextUsage(1);
    const message = { id: `msg_${randomUUID()}`, model: this.model, usage };
    this.#event({ type: 'message_start', message });
    this.#event({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: 'I' },
    });
    this.#note('response', { outcome: 'error', tokens: totalOf(usage) });
  }

  say(message: object): void {
    writeMessage({ ...message, session_id: this.sessionId, uuid: randomUUID() });
  }

  #respond(content: readonly object[], stopReason: string): void {
    const usage = this.#nextUsage(outputTokens);
    const id = `msg_${randomUUID()}`;
    const head = { id, type: 'message', role: 'assistant', model: this.model };
    if (this.#partial)
      this.#stream({ ...head, content: [], usage: { ...usage, output_tokens: 1 } }, usage);
    const message = { ...head, content, stop_reason: stopReason, usage };
    this.say({ type: 'assistant', message, parent_tool_use_id: null });
    this.#usage = sum(this.#usage, usage);
    this.#context += createdTokens;
    this.#costUsd += costOfResponse;
    this.#note('response', { outcome: 'success', tokens: totalOf(usage) });
  }

  #stream(message: object, usage: Usage): void {
    this.#event({ type: 'message_start', message });
    this.#event({
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'text', text: '' },
    });
    for (const text of ['I', ' am', ' done']) {
      this.#event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } });
    }
    this.#event({ type: 'content_block_stop', index: 0 });
    this.#event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage });
    this.#event({ type: 'message_stop' });
  }

  #event(event: object): void {
    this.say({ type: 'stream_event', event, parent_tool_use_id: null });
  }

  #nextUsage(output: number): Usage {
    return {
      input_tokens: inputTokens,
      cache_creation_input_tokens: createdTokens,
      cache_read_input_tokens: this.#context,
      output_tokens: output,
    };
  }

  #result(fields: object): void {
    const { uuid, origin } = this.#beginning;
    const duration = Math.max(1, Math.round(performance.now() - this.#turnStart));
    this.say({
      type: 'result',
      duration_ms: duration,
      duration_api_ms: duration,
      num_turns: this.#users + 1,
      total_cost_usd: this.#costUsd,
      usage: this.#usage,
      modelUsage: { [this.model]: { costUSD: this.#costUsd, contextWindow: 200_000 } },
      permission_denials: [],
      ...(uuid && { user_message_uuid: uuid, user_message_uuids: [uuid] }),
      ...(origin && { origin }),
      ...fields,
    });
  }

  #save(): void {
    this.#diary.saveSession({
      id: this.sessionId,
      costUsd: this.#costUsd,
      context: this.#context,
      turns: this.#turns,
    });
  }

  #note(
    what: 'turn' | 'response' | 'tool' | 'retry' | 'compaction' | 'result',
    more: { detail?: string; outcome?: 'success' | 'error' | 'interrupted'; tokens?: number } = {},
  ): void {
    this.#diary.write({ what, session: this.sessionId, message: this.#message, ...more });
  }
}

function sum(one: Usage, other: Usage): Usage {
  return {
    input_tokens: one.input_tokens + other.input_tokens,
    cache_creation_input_tokens:
      one.cache_creation_input_tokens + other.cache_creation_input_tokens,
    cache_read_input_tokens: one.cache_read_input_tokens + other.cache_read_input_tokens,
    output_tokens: one.output_tokens + other.output_tokens,
  };
}

function totalOf(usage: Usage): number {
  return Object.values(usage).reduce((total: number, tokens: number) => total + tokens, 0);
}
