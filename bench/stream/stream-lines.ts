import { pseudoRandom } from '../harness/pseudo-random.ts';
import { drawSize, textPool } from '../read/text-pool.ts';

const toolCallsPerTurn = 6;
const piecesPerResponse = 12;

/**
 * The lines of one conversation as stream-json has them: each turn begins with `init`, thinks, uses
 * tools and ends with a result. `inPieces`: with the events of partial messages, most of all lines then.
 * The same lines at every run.
 */
export function streamLines(turns: number, inPieces: boolean): readonly string[] {
  const draw = pseudoRandom(20261127);
  const pool = textPool('code', draw);
  const session_id = '1d1e46f9-35c7-4834-b529-846d5bb82288';
  const chain = { parent_tool_use_id: null, session_id };
  const model = 'claude-opus-4-6';
  const lines: string[] = [];
  let count = 0;

  const text = (median: number) => {
    const size = drawSize(draw, median, 1, 100_000);
    const start = Math.floor(draw() * (pool.length - size));
    return pool.slice(start, start + size);
  };
  const write = (message: object) => {
    count += 1;
    lines.push(JSON.stringify({ ...message, uuid: `99724e0b-d1e8-4b06-a504-${count}` }));
  };
  const event = (body: object) => write({ type: 'stream_event', event: body, ...chain });
  const usage = () => ({
    input_tokens: Math.floor(draw() * 10),
    cache_creation_input_tokens: Math.floor(draw() * 4000),
    cache_read_input_tokens: Math.floor(draw() * 150_000),
    output_tokens: Math.floor(draw() * 900),
    service_tier: 'standard',
  });

  const respond = (blocks: readonly object[], stop_reason: string) => {
    const id = `msg_01${String(count).padStart(22, 'x')}`;
    const message = { model, id, type: 'message', role: 'assistant', stop_reason: null };
    const counts = usage();
    if (inPieces) {
      event({ type: 'message_start', message: { ...message, content: [], usage: counts } });
      for (let piece = 0; piece < piecesPerResponse; piece += 1) {
        const delta = { type: 'text_delta', text: text(12) };
        event({ type: 'content_block_delta', index: 0, delta });
      }
    }
    for (const block of blocks) {
      write({
        type: 'assistant',
        message: { ...message, content: [block], usage: counts },
        ...chain,
      });
    }
    if (!inPieces) return;
    event({ type: 'message_delta', delta: { stop_reason }, usage: counts });
    event({ type: 'message_stop' });
  };

  for (let turn = 0; turn < turns; turn += 1) {
    write({ type: 'system', subtype: 'init', cwd: '/home/dev/project', model, session_id });
    for (let call = 0; call < toolCallsPerTurn; call += 1) {
      const id = `toolu_01${String(count).padStart(22, 'x')}`;
      const thinking = { type: 'thinking', thinking: text(300), signature: text(500) };
      const use = { type: 'tool_use', id, name: 'Bash', input: { command: text(120) } };
      respond([thinking, use], 'tool_use');
      const result = { type: 'tool_result', tool_use_id: id, content: text(1800) };
      write({ type: 'user', message: { role: 'user', content: [result] }, ...chain });
    }
    respond([{ type: 'text', text: text(900) }], 'end_turn');
    write({
      type: 'result',
      subtype: 'success',
      is_error: false,
      duration_ms: 60_000,
      num_turns: toolCallsPerTurn + 1,
      result: text(900),
      total_cost_usd: (turn + 1) * 0.1,
      usage: usage(),
      modelUsage: { [model]: { costUSD: (turn + 1) * 0.1 } },
      session_id,
    });
  }
  return lines;
}
