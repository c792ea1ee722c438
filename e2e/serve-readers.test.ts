import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { anyPort, type TurnscopeCommand, useBench } from './support/turnscope-command.ts';

const bench = useBench();

/** Starts to read the folder `mine`, and waits until its metrics can be asked for. */
async function startReader(): Promise<{ command: TurnscopeCommand; url: string }> {
  await mkdir(join(bench.folder(), 'mine', 'below'), { recursive: true });
  const command = bench.start('serve', '--transcripts', 'mine', ...anyPort);
  const url = new URL(await command.metricsUrl()).origin;
  await command.says(/Waiting for the first transcript/);
  return { command, url };
}

describe('a second turnscope serve on the same folder', () => {
  it.each(['mine', 'mine/below', '.', 'link'])(
    'is refused in one line that names the first: --transcripts %s',
    async (folder) => {
      const { command, url } = await startReader();
      await symlink('mine', join(bench.folder(), 'link'));
      const second = bench.start('serve', '--transcripts', folder, ...anyPort);
      expect(await second.ended).toEqual({ code: 1, signal: null });
      expect(second.out()).toBe('');
      expect(second.err()).toMatch(
        /^turnscope: another turnscope \(process \d+ at \S+\) reads \S+\/mine; .* --shared\n$/,
      );
      expect(second.err()).toContain(`process ${command.pid} at ${url}`);
    },
  );

  it('is accepted with --shared, and says what that means', async () => {
    await startReader();
    const second = bench.start('serve', '--transcripts', 'mine', '--shared', ...anyPort);
    await second.says(/Waiting for the first transcript/);
    expect(second.err()).toMatch(/^turnscope: another turnscope .* counts everything twice$/m);
  });

  it('is accepted on another folder', async () => {
    await startReader();
    const second = bench.start('serve', '--transcripts', 'other', ...anyPort);
    await second.says(/Waiting for the first transcript/);
  });

  it.each([
    { how: 'has ended', signal: 'SIGTERM' },
    { how: 'was killed', signal: 'SIGKILL' },
  ] as const)('takes over from a first that $how', async ({ signal }) => {
    const { command } = await startReader();
    command.signal(signal);
    await command.ended;
    const second = bench.start('serve', '--transcripts', 'mine', ...anyPort);
    await second.says(/Waiting for the first transcript/);
    expect(second.err()).toBe('');
  });

  it('is refused while the first is stopped by Ctrl-Z', async () => {
    const { command } = await startReader();
    command.signal('SIGSTOP');
    const second = bench.start('serve', '--transcripts', 'mine', ...anyPort);
    expect(await second.ended).toEqual({ code: 1, signal: null });
  });

  it('goes on with a warning where the state folder cannot be written', async () => {
    await writeFile(join(bench.folder(), 'state'), '');
    const { command } = await startReader();
    expect(command.err()).toMatch(/^turnscope: the state folder \S+ cannot be used .*\n$/);
  });
});
