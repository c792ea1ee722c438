import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeWith, folder } from '@turnscope/testing';
import fc from 'fast-check';
import { type DecodedLine, decodeValues } from '../../../src/transcripts/parse/decode-values.ts';
import { LineDecoder } from '../../../src/transcripts/parse/line-decoder.ts';
import { parseLine } from '../../../src/transcripts/parse/parse-line.ts';
import { TranscriptWriter } from '../../fixtures/transcript-writer.ts';
import { oddFile } from '../../support/line-arbitraries.ts';

const data = folder('../shared/data/claude-code');

/** What becomes of a line that was decoded. */
function parsed({ values, broken }: DecodedLine) {
  return { lines: values.map(({ value, glued }) => parseLine(value, glued)), broken };
}

function linesOf(content: Buffer): readonly Buffer[] {
  return content
    .toString('latin1')
    .split('\n')
    .map((line) => Buffer.from(line, 'latin1'));
}

/** One decoder for all lines, as in a source: what it remembers must make no difference. */
function compare(lines: readonly Buffer[]): void {
  const decoder = new LineDecoder();
  for (const line of lines) {
    expect(parsed(decoder.decode(line))).toEqual(parsed(decodeValues(line)));
  }
}

describe('a line decoder', () => {
  it('gives the lines that JSON.parse gives, for every kind of line', () => {
    const long = 'x"\\\n—'.repeat(5000);
    const writer = new TranscriptWriter('s1')
      .sessionStart(0, 'startup')
      .prompt(1, `Größe prüfen ${long}`)
      .prompt(1, long, { origin: { kind: 'peer' }, promptId: 'p1' })
      .prompt(2, '<task-notification>')
      .command(2, '/compact')
      .user(2, `<command-name>${' '.repeat(500)}/exit</command-name>`)
      .user(2, [{ type: 'text', text: `<local-command-stdout>${long}` }])
      .attempt(2, { status: 529, headers: { a: long } })
      .attempt(2, { connection: { code: 'ECONNRESET' }, isNetworkDown: true })
      .respond(4, 'm1', { input: 3, output: 1, content: [{ type: 'thinking', thinking: long }] })
      .respond(4, 'm2', { iterations: [{ input_tokens: 1 }, { input_tokens: 2 }] })
      .useTool(5, 'm1', 'Bash', 't1')
      .toolResult(6, 't1', { content: long }, { toolUseResult: { stdout: long } })
      .toolResult(6, 't2', { content: long }, { toolUseResult: { interrupted: true } })
      .toolResult(6, 't3', { is_error: true, content: "The user doesn't want to proceed" })
      .toolResult(6, 't3', { is_error: true }, { toolUseResult: `User rejected tool use ${long}` })
      .toolResult(6, 't4', {
        is_error: true,
        content: [{ type: 'text', text: `[Request interrupted by user ${long}` }],
      })
      .toolResult(6, 't5', {}, { toolDenialKind: 'user-rejected' })
      .embedded(7, 'a9', 'e1', { output: 4, stop: 'end_turn' })
      .boundary(60, { trigger: 'manual', preTokens: 155_000, durationMs: 7 })
      .compactSummary(60)
      .system(61, 'turn_duration', { durationMs: 1234.5 })
      .system(61, 'local_command', { content: '<command-name>/model</command-name>' })
      .resumeFiller(62)
      .giveUp(63)
      .interrupt(66)
      .bare({ type: 'file-history-snapshot', snapshot: { trackedFileBackups: { a: long } } })
      .bare({ type: 'attachment', session_id: 's2', attachment: { type: 'x', text: long } });
    compare(linesOf(Buffer.from(writer.text)));
  });

  it('gives the lines that JSON.parse gives, for odd lines, glued lines and garbage', () => {
    fc.assert(
      fc.property(oddFile, (content) => compare(linesOf(content))),
      { numRuns: 300 },
    );
  });
});

describeWith(data, 'a line decoder', () => {
  it('gives the lines that JSON.parse gives, for all shared transcripts', () => {
    const paths = globSync('**/*.jsonl', { cwd: data.path });
    expect(paths.length).toBeGreaterThan(10);
    compare(paths.flatMap((path) => linesOf(readFileSync(join(data.path, path)))));
  });
});
