import { expect, it } from '@jest/globals';
import { listen } from '../../src/serve/listen.ts';

it.each([
  {
    code: 'EADDRINUSE',
    line: '127.0.0.1:80 is taken, perhaps by another turnscope; stop that one, or',
  },
  {
    code: 'EACCES',
    line: '127.0.0.1:80 may not be used by this user; choose a port from 1024 on, or',
  },
  {
    code: 'EADDRNOTAVAIL',
    line: '127.0.0.1:80 is no address of this machine; name one that is, or',
  },
  { code: 'EIO', line: '127.0.0.1:80 cannot be listened on (broken); free it, or' },
])('says what $code means and which option changes it', async ({ code, line }) => {
  const server = {
    listen: () => Promise.reject(Object.assign(new Error('broken'), { code })),
    close: async () => {},
  };
  await expect(listen(server, { host: '127.0.0.1', port: 80 })).rejects.toMatchObject({
    exitCode: 1,
    message: `${line} choose another address with --web.listen-address HOST:PORT`,
  });
});
