import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '@turnscope/core';
import { run } from '../../src/index.ts';
import { createContext, type TestContext } from '../support/context.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';
import { thirdTurn, twoTurns } from '../support/two-turns.ts';

const temporary = useTemporaryFolder();

/** Runs it in a home whose Claude Code has written these transcripts. */
async function report(
  transcripts: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<TestContext & { readonly code: number }> {
  const projects = join(temporary(), '.claude', 'projects');
  await mkdir(projects, { recursive: true });
  for (const [name, text] of Object.entries(transcripts)) {
    await writeFile(join(projects, name), text);
  }
  const context = createContext({ homeFolder: temporary(), workingFolder: temporary() });
  return { ...context, code: await run(['report', ...args], context) };
}

async function reportJson(transcripts: Readonly<Record<string, string>>, ...args: string[]) {
  const { said } = await report(transcripts, '--format', 'json', ...args);
  return JSON.parse(said.join('\n')) as Report;
}

const two = { 'two-turns.jsonl': twoTurns() };
const everything = ['--since', '2026-03-01T00:00Z'] as const;

describe('turnscope report', () => {
  it('tells what the transcripts of Claude Code hold', async () => {
    const { said, warned, code } = await report(two, ...everything);
    expect([code, warned]).toEqual([0, []]);
    expect(said[0]).toBe('Turnscope report');
    expect(said.join('\n')).toMatch(/\n {2}strategic +2 +/);
  });

  it('counts what happened between two times only, though it reads everything', async () => {
    const turns = { 'two-turns.jsonl': twoTurns() + thirdTurn() };
    const period = ['--since', '2026-03-01T09:00:30Z', '--until', '2026-03-01T09:01:45Z'];
    const { overall, window, processTypes } = await reportJson(turns, ...period);
    expect(overall.turns).toBe(1);
    expect(processTypes[0]?.responses.success).toBe(1);
    expect(window).toMatchObject({
      from: Date.parse('2026-03-01T09:00:30Z'),
      to: Date.parse('2026-03-01T09:01:45Z'),
    });
  });

  it('begins with the first event where all is asked for', async () => {
    const { window, overall } = await reportJson(two, '--since', 'all');
    expect(overall.turns).toBe(2);
    expect(window.from).toBe(Date.parse('2026-03-01T08:59:02Z'));
  });

  it('says where nothing happened, and what to do', async () => {
    const { said, code } = await report(two, '--until', '2026-03-03', '--since', '2026-03-02');
    expect(code).toBe(0);
    const text = said.join(' ');
    expect(text).toMatch(/Nothing happened in this time\..*on 2026-03-01\. Try --since/);
  });

  it('says so beside JSON, which holds the empty report', async () => {
    const { said, warned } = await report({}, '--format', 'json');
    expect(JSON.parse(said.join('\n'))).toMatchObject({ version: 1, processTypes: [] });
    expect(warned).toEqual([expect.stringMatching(/^turnscope: There are no transcripts in /)]);
  });

  it('says what cannot be read, and goes on with the rest', async () => {
    const projects = join(temporary(), '.claude', 'projects');
    await mkdir(projects, { recursive: true });
    await symlink('loop.jsonl', join(projects, 'loop.jsonl'));
    const { said, warned, code } = await report(two, ...everything);
    expect([code, said[0]]).toEqual([0, 'Turnscope report']);
    expect(warned).toEqual([
      expect.stringMatching(/^turnscope: transcripts: .*loop\.jsonl cannot be read \(.*\)$/),
    ]);
  });

  it('says where there are no transcripts', async () => {
    const { said, code } = await report({});
    expect([code, said.join(' ')]).toEqual([0, expect.stringMatching(/There are no transcripts/)]);
  });

  it('writes any form into a file and nothing onto the terminal', async () => {
    const path = join(temporary(), 'report.md');
    const options = ['--format', 'markdown', '--output', 'report.md'];
    const { said, warned, code } = await report(two, ...everything, ...options);
    expect([code, said, warned]).toEqual([0, [], [`turnscope: wrote ${path}`]]);
    expect(await readFile(path, 'utf8')).toMatch(/^## Turnscope report\n/);
  });

  it('takes roles and limits from the configuration', async () => {
    const config = `
processTypes: [{ model: opus, processType: planner }]
thresholds: { overrides: { planner: { response_duration: { warning: 0.5, critical: 1 } } } }`;
    await writeFile(join(temporary(), 'turnscope.yaml'), config);
    const { processTypes, alerts } = await reportJson(two, ...everything);
    expect(processTypes.map(({ processType }) => processType)).toEqual(['planner']);
    expect(alerts.breaches).toEqual([
      { metric: 'response_duration', severity: 'critical', processType: 'planner', count: 2 },
    ]);
  });
});
