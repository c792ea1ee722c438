import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { twoTurns } from '../packages/cli/test/support/two-turns.ts';
import { type TurnscopeCommand, useBench } from './support/turnscope-command.ts';

const config = `\
transcripts: [mine]
from: start
web: { listenAddress: "127.0.0.1:0" }
labels:
  project:
    - { folder: '*/shop/*', value: shop }
    - { folder: '*/billing/*', value: billing }
  team:
    - { model: 'claude-opus-*', value: research }
`;

/** The two turns by other ids, or they would be a copy that counts nothing, in a folder. */
function turnsIn(folder: string, name: string): string {
  return twoTurns()
    .replaceAll('two-turns', name)
    .replaceAll(/"((?:msg_|req_)?[ap])([12])"/g, `"$1$2-${name}"`)
    .replaceAll('/home/dev/project', folder);
}

async function scrape(command: TurnscopeCommand): Promise<string> {
  await command.says(/Read \d transcripts, /);
  return (await fetch(await command.metricsUrl())).text();
}

describeWith(tool('promtool'), 'turnscope serve with rules for labels', () => {
  const bench = useBench();

  it('shows each project by itself, the rest as other, and metrics that promtool takes', async () => {
    const folder = join(bench.folder(), 'mine');
    await mkdir(folder);
    await writeFile(join(bench.folder(), 'turnscope.yaml'), config);
    await writeFile(join(folder, 'a.jsonl'), turnsIn('/srv/shop/api', 'a'));
    await writeFile(join(folder, 'b.jsonl'), turnsIn('/srv/shop/web', 'b'));
    await writeFile(join(folder, 'c.jsonl'), turnsIn('/srv/billing/jobs', 'c'));
    await writeFile(join(folder, 'd.jsonl'), turnsIn('/srv/games/chess', 'd'));
    // A copy in another folder belongs to the project that had it first.
    await writeFile(join(folder, 'e.jsonl'), turnsIn('/srv/billing/copy', 'a'));
    const metrics = await scrape(bench.start('serve'));

    const tokens =
      /^turnscope_tokens_total\{process_type="strategic",model="claude-opus-4-6",type="output",(.*)\} (\d+)$/gm;
    expect([...metrics.matchAll(tokens)].map(([, labels, value]) => `${labels} ${value}`)).toEqual([
      'project="shop",team="research" 80',
      'project="billing",team="research" 40',
      'project="other",team="research" 40',
    ]);
    expect(metrics).toMatch(
      /^turnscope_conversations_started_total\{process_type="strategic",project="shop",team="research"\} 2$/m,
    );
    expect(metrics).toMatch(/^turnscope_rows\{event="turn"\} 18$/m);
    expect(metrics).not.toMatch(/^turnscope_(threshold|events|source).*project=/m);

    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: metrics,
      encoding: 'utf8',
    });
    expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});
