import type { Draw } from '../harness/pseudo-random.ts';
import { drawSize, textPool } from './text-pool.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What all sessions of a corpus cut their texts from. */
export interface Pools {
  readonly code: string;
  readonly prose: string;
}

export function createPools(draw: Draw): Pools {
  return { code: textPool('code', draw), prose: textPool('prose', draw) };
}

const firstAt = Date.parse('2026-03-01T09:00:00.000Z');
const models = ['claude-opus-4-6', 'claude-sonnet-4-6', 'claude-haiku-4-5-20251001'];

/**
 * Writes the lines of one session in the shape of 2.1.50, in the proportions of real transcripts:
 * for each tool call a thinking block, the call itself, hook and shell progress, and its result,
 * which stands there twice. Mutable: each line continues the one before it.
 */
export class SessionLines {
  readonly sessionId: string;
  readonly #draw: Draw;
  readonly #pools: Pools;
  readonly #model: string;
  #parent: string | null = null;
  #at: number;

  constructor(draw: Draw, pools: Pools) {
    this.#draw = draw;
    this.#pools = pools;
    this.sessionId = this.#uuid();
    this.#model = models[Math.floor(draw() * models.length)] ?? '';
    this.#at = firstAt + Math.floor(draw() * 30 * 24 * 3_600_000);
  }

  /** The lines from a prompt to the end of its turn, each with its newline. */
  turn(): string {
    const calls = 1 + Math.floor(this.#draw() * 12);
    const lines = [this.#prompt()];
    for (let call = 0; call < calls; call += 1) lines.push(...this.#toolCall());
    lines.push(this.#snapshot(), this.#answer(), this.#turnDuration());
    return lines.join('');
  }

  #prompt(): string {
    const content = this.#text('prose', 200, 1.2);
    return this.#line({ type: 'user', message: { role: 'user', content } });
  }

  #toolCall(): readonly string[] {
    const id = `msg_01${this.#letters(22)}`;
    const toolUseId = `toolu_01${this.#letters(22)}`;
    const thinking = { type: 'thinking', thinking: this.#text('prose', 400, 0.9) };
    const signature = this.#letters(drawSize(this.#draw, 500, 0.5, 2000));
    const input = { command: this.#text('code', 120, 1.3), description: 'Run it' };
    const use = { type: 'tool_use', id: toolUseId, name: 'Bash', input };
    const lines = [
      this.#block(id, { ...thinking, signature }, null),
      this.#block(id, use, 'tool_use'),
    ];
    if (this.#draw() < 0.7) lines.push(this.#hook(toolUseId));
    if (this.#draw() < 0.7) lines.push(this.#shellProgress(toolUseId));
    return [...lines, this.#result(toolUseId)];
  }

  #answer(): string {
    const text = { type: 'text', text: this.#text('prose', 900, 0.8) };
    return this.#block(`msg_01${this.#letters(22)}`, text, 'end_turn');
  }

  #block(id: string, block: Fields, stop: string | null): string {
    const usage = {
      input_tokens: Math.floor(this.#draw() * 10),
      cache_creation_input_tokens: Math.floor(this.#draw() * 4000),
      cache_read_input_tokens: Math.floor(this.#draw() * 150_000),
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      output_tokens: stop === null ? 8 : Math.floor(this.#draw() * 900),
      service_tier: 'standard',
      inference_geo: 'not_available',
    };
    const envelope = { model: this.#model, id, type: 'message', role: 'assistant' };
    const end = { stop_reason: stop, stop_sequence: null, usage };
    const message = { ...envelope, content: [block], ...end };
    return this.#line({ message, requestId: `req_011${this.#letters(21)}`, type: 'assistant' });
  }

  #hook(toolUseID: string): string {
    const names = { hookEvent: 'PostToolUse', hookName: 'PostToolUse:Bash', command: 'callback' };
    const data = { type: 'hook_progress', ...names };
    return this.#line({ type: 'progress', data, parentToolUseID: toolUseID, toolUseID });
  }

  #shellProgress(parentToolUseID: string): string {
    const output = this.#text('code', 80, 1);
    const data = { type: 'bash_progress', output, fullOutput: output, elapsedTimeSeconds: 3 };
    return this.#line({ type: 'progress', data, toolUseID: 'bash-progress-0', parentToolUseID });
  }

  #result(toolUseId: string): string {
    const content = this.#text('code', 1800, 1.7);
    const block = { tool_use_id: toolUseId, type: 'tool_result', content, is_error: false };
    const message = { role: 'user', content: [block] };
    const own = { stdout: content, stderr: '', interrupted: false, isImage: false };
    return this.#line({ type: 'user', message }, { toolUseResult: own });
  }

  #turnDuration(): string {
    const durationMs = 30_000 + Math.floor(this.#draw() * 100_000);
    return this.#line({ type: 'system', subtype: 'turn_duration', durationMs }, { isMeta: false });
  }

  #snapshot(): string {
    const messageId = this.#uuid();
    const snapshot = { messageId, trackedFileBackups: {}, timestamp: this.#time() };
    const line = { type: 'file-history-snapshot', messageId, snapshot, isSnapshotUpdate: false };
    return `${JSON.stringify(line)}\n`;
  }

  #line(fields: Fields, behind: Fields = {}): string {
    const parentUuid = this.#parent;
    const uuid = this.#uuid();
    this.#parent = uuid;
    const line = {
      parentUuid,
      isSidechain: false,
      userType: 'external',
      cwd: '/home/dev/project',
      sessionId: this.sessionId,
      version: '2.1.50',
      gitBranch: 'main',
      slug: 'quiet-green-river',
      ...fields,
      uuid,
      timestamp: this.#time(),
      ...behind,
    };
    return `${JSON.stringify(line)}\n`;
  }

  #time(): string {
    this.#at += Math.floor(this.#draw() * 4000);
    return new Date(this.#at).toISOString();
  }

  #text(kind: keyof Pools, median: number, sigma: number): string {
    const size = drawSize(this.#draw, median, sigma, 120_000);
    const start = Math.floor(this.#draw() * (this.#pools[kind].length - size));
    return this.#pools[kind].slice(start, start + size);
  }

  #uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      Math.floor(this.#draw() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  #letters(count: number): string {
    let text = '';
    while (text.length < count) text += Math.floor(this.#draw() * 2 ** 32).toString(36);
    return text.slice(0, count);
  }
}
