import { toolLadder } from '../ladders.ts';
import { counter, histogram } from '../metric.ts';

export const toolCallsTotal = counter({
  name: 'turnscope_tool_calls_total',
  help: 'Tool calls that ended. Tools of MCP servers are `mcp` unless named in the configuration.',
  rows: 'tool_call',
  labels: ['tool', 'outcome'],
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const toolCallDuration = histogram({
  name: 'turnscope_tool_call_duration_seconds',
  unit: 'seconds',
  help: 'Time of tool calls. Contains waiting for permission and sleeping machines; over 6 h is discarded.',
  rows: 'tool_call',
  labels: ['tool', 'outcome'],
  ladder: toolLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});
