import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTextJournal } from '../../src/journal/text-journal.ts';
import { claim } from '../../src/serve/claim.ts';
import { createProblems } from '../../src/serve/problems.ts';
import type { Stage } from '../../src/serve/stage.ts';
import type { ServeFlags } from '../../src/settings/serve-flags.ts';
import { resolveSettings } from '../../src/settings/settings.ts';
import { createContext } from '../support/context.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();

function stageOf(folder: string): Stage {
  return {
    reading: { folders: [folder] },
    processTypes: [],
    demo: undefined,
    close: async () => {},
  };
}

/** A machine, on which several commands may claim. */
function machine() {
  const { environment, terminal, warned } = createContext({ homeFolder: temporary() });
  const problems = createProblems(createTextJournal(terminal, 'info'));
  return {
    warned,
    async claim(folder: string, flags: ServeFlags = {}) {
      return claim(stageOf(folder), await resolveSettings(flags, environment), problems);
    },
  };
}

describe('claim', () => {
  it('refuses a folder that another reads: who, where, and what to do', async () => {
    const { claim, warned } = machine();
    const first = await claim('/a');
    await first.announce('http://127.0.0.1:10464');
    await expect(claim('/a/below')).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(
        new RegExp(
          `^another turnscope \\(process ${process.pid} at http://127.0.0.1:10464\\) reads /a; .* --shared$`,
        ),
      ),
    });
    await first.release();
    await (await claim('/a/below')).release();
    expect(warned).toEqual([]);
  });

  it('warns beside another when it shares', async () => {
    const { claim, warned } = machine();
    const first = await claim('/a');
    const second = await claim('/a', { shared: true });
    await first.release();
    await expect(claim('/a')).rejects.toMatchObject({ exitCode: 1 });
    await second.release();
    expect(warned).toEqual([expect.stringMatching(/reads \/a; whoever adds up both/)]);
  });

  it('warns and goes on where the state folder cannot be used', async () => {
    await writeFile(join(temporary(), 'file'), '');
    const { claim, warned } = machine();
    const made = await claim('/a', { stateDir: join(temporary(), 'file', 'below') });
    await made.announce('http://127.0.0.1:10464');
    await made.release();
    expect(warned).toEqual([
      expect.stringMatching(/^turnscope: the state folder .*ENOTDIR.*--state-dir DIR$/),
    ]);
  });

  it('leaves the demo alone', async () => {
    const { environment, terminal } = createContext({ homeFolder: temporary() });
    const demo = { advance: async () => 0, ledger: () => ({}) as never, close: async () => {} };
    const stage = { ...stageOf('/a'), demo };
    const settings = await resolveSettings({ demo: true }, environment);
    await claim(stage, settings, createProblems(createTextJournal(terminal, 'info')));
    await claim(stage, settings, createProblems(createTextJournal(terminal, 'info')));
  });
});
