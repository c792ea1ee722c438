import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { resolveThresholds } from '@turnscope/core';
import { generateMixin, prometheusVersions } from '@turnscope/mixin';
import { defaultRunbooks } from '@turnscope/node';
import { run } from '../../src/index.ts';
import { prometheusChoices } from '../../src/mixin/generate-flags.ts';
import { createContext } from '../support/context.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();
const runbook = 'docs/runbooks/TurnscopeDown.md';

/** Runs `turnscope mixin generate` where the test stands. */
async function generate(...args: readonly string[]) {
  const context = createContext({ homeFolder: temporary(), workingFolder: temporary() });
  const code = await run(['mixin', 'generate', ...args], context);
  return { code, said: context.said, warned: context.warned };
}

const configure = (text: string) => writeFile(join(temporary(), 'turnscope.yaml'), text);
const read = (path: string, folder = 'turnscope-mixin') =>
  readFile(join(temporary(), folder, path), 'utf8');

describe('turnscope mixin generate', () => {
  it('writes everything for the numbers of serve, and says what', async () => {
    const expected = generateMixin({
      thresholds: resolveThresholds('coding-agent'),
      prometheus: '2.42',
      job: 'turnscope',
      runbooks: defaultRunbooks,
      grafana: 'http://127.0.0.1:3000',
    });
    const { code, said, warned } = await generate();
    const paths = Object.keys(expected);
    expect({ code, warned }).toEqual({ code: 0, warned: [] });
    expect(said).toEqual([
      ...paths.map((path) => `wrote ${path}`),
      `${join(temporary(), 'turnscope-mixin')}: ${paths.length} files, ${paths.length} written, 0 as they were`,
    ]);
    for (const path of paths) expect(await read(path)).toBe(expected[path]);
  });

  it('offers the versions of Prometheus that there are files for', () => {
    expect(prometheusChoices).toEqual(prometheusVersions);
  });

  it('touches nothing when it is run again', async () => {
    await generate('--out', 'again');
    const file = join(temporary(), 'again', 'rules', 'alerts.yml');
    const before = await stat(file);
    const { said } = await generate('--out', 'again');
    expect(said).toEqual([expect.stringMatching(/: (\d+) files, 0 written, \1 as they were$/)]);
    expect(await stat(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('keeps what was written in a runbook by hand, and changes what is around it', async () => {
    await generate();
    const mine = (await read(runbook)).replace('## Impact', '## Impact\n\nCall Ada.');
    await writeFile(join(temporary(), 'turnscope-mixin', runbook), mine);
    await configure('mixin: { grafana: "https://grafana.example" }\n');
    const { code } = await generate();
    expect(code).toBe(0);
    expect(await read(runbook)).toContain('## Impact\n\nCall Ada.');
    expect(await read(runbook)).toContain('<https://grafana.example/d/');
  });

  it('reads turnscope.yaml without the secrets that only serve needs', async () => {
    const text = `mixin: { job: agents }
notify: { alertmanager: [{ url: "http://a", bearerTokenFile: /nowhere/token }] }
`;
    await configure(text);
    expect(await generate('--out', 'made')).toMatchObject({ code: 0, warned: [] });
    expect(await read('prometheus.yml', 'made')).toContain('job_name: agents\n');
  });

  it.each([
    {
      what: 'a configuration that is not there',
      args: ['--config', 'gone.yaml'],
      line: /gone\.yaml cannot be read .*; name another with --config FILE$/,
    },
    {
      what: 'a configuration with a wrong key',
      text: 'mixins: {}\n',
      line: /turnscope\.yaml:1: unknown key "mixins"; did you mean "mixin"\?$/,
    },
    {
      what: 'limits that make no sense',
      text: 'thresholds: { overrides: { tactical: { completion_ratio: { warning: 2, critical: 0.8 } } } }\n',
      line: /turnscope\.yaml: thresholds\.overrides\.tactical\.completion_ratio\.warning is a ratio and must be at most 1, got 2$/,
    },
    {
      what: 'a folder that is a file',
      args: ['--out', 'turnscope.yaml'],
      text: '{}\n',
      line: /turnscope\.yaml, or a part of its path, is a file and no folder; move it away, or name another folder with --out DIR$/,
    },
  ])('refuses $what, and writes nothing', async ({ args = [], text, line }) => {
    if (text !== undefined) await configure(text);
    const there = await readdir(temporary());
    const { code, said, warned } = await generate(...args);
    expect({ code, said }).toEqual({ code: 2, said: [] });
    expect(warned).toEqual([expect.stringMatching(line)]);
    expect(await readdir(temporary())).toEqual(there);
  });

  it('refuses to replace what it has not generated, and writes nothing', async () => {
    await mkdir(join(temporary(), 'docs'));
    const own = ['docs/metrics.md', 'prometheus.yml'];
    for (const path of own) await writeFile(join(temporary(), path), 'my own\n');
    const { code, warned } = await generate('--out', '.');
    expect(code).toBe(2);
    expect(warned.toSorted()).toEqual(
      [
        ...own.map(
          (path) => `turnscope: ${join(temporary(), path)} was not generated by Turnscope`,
        ),
        'turnscope: nothing was written; move them away, or name another folder with --out DIR',
      ].toSorted(),
    );
    expect((await readdir(temporary())).toSorted()).toEqual(own.map((path) => path.split('/')[0]));
    for (const path of own) expect(await read(path, '.')).toBe('my own\n');
  });

  it('refuses a runbook in which it cannot tell what to keep', async () => {
    await mkdir(join(temporary(), 'turnscope-mixin/docs/runbooks'), { recursive: true });
    await writeFile(
      join(temporary(), 'turnscope-mixin', runbook),
      '# TurnscopeDown\n\nCall Ada.\n',
    );
    const { code, warned } = await generate();
    expect(code).toBe(2);
    expect(warned).toEqual([
      expect.stringMatching(/: docs\/runbooks\/TurnscopeDown\.md must have/),
    ]);
    expect(await read(runbook)).toBe('# TurnscopeDown\n\nCall Ada.\n');
  });

  it('tells which file could not be written', async () => {
    const folder = join(temporary(), 'turnscope-mixin');
    await mkdir(folder);
    await symlink('/nowhere/at/all', join(folder, 'rules'));
    const { code, warned } = await generate();
    expect(code).toBe(1);
    expect(warned).toEqual([
      expect.stringMatching(
        /rules\/\w+\.yml was not written: .+, or name another folder with --out DIR$/,
      ),
    ]);
  });
});
