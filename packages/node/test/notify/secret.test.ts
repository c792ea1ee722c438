import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSecret, SecretError } from '../../src/index.ts';
import { useTemporaryFolder } from '../support/temporary-folder.ts';

const temporary = useTemporaryFolder();

describe('readSecret', () => {
  it('answers a text, a variable, or the content of a file without the space around it', async () => {
    const file = join(temporary(), 'token');
    await writeFile(file, ' hush \n');
    expect(await readSecret('plain', {})).toBe('plain');
    expect(await readSecret({ env: 'TOKEN' }, { TOKEN: 'from variable' })).toBe('from variable');
    expect(await readSecret({ file }, {})).toBe('hush');
  });

  it('reads a file anew each time', async () => {
    const file = join(temporary(), 'token');
    await writeFile(file, 'old');
    expect(await readSecret({ file }, {})).toBe('old');
    await writeFile(file, 'new');
    expect(await readSecret({ file }, {})).toBe('new');
  });

  it.each([
    { secret: { env: 'TOKEN' }, variables: {}, message: 'the variable TOKEN is not set' },
    { secret: { env: 'TOKEN' }, variables: { TOKEN: ' ' }, message: 'the variable TOKEN is empty' },
    {
      secret: { env: 'TOKEN' },
      variables: { TOKEN: 'hush\r\nX-Other: hush' },
      message: 'the variable TOKEN holds a character that no header can carry',
    },
    {
      secret: { file: '/nowhere/token' },
      variables: {},
      message: 'the file /nowhere/token cannot be read (ENOENT)',
    },
    { secret: '', variables: {}, message: 'a header value is empty' },
  ])(
    'says what is wrong and not what is secret: $message',
    async ({ secret, variables, message }) => {
      await expect(readSecret(secret, variables)).rejects.toEqual(new SecretError(message));
    },
  );
});
