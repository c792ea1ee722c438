import type { ExporterServer, ListenAddress } from '@turnscope/node';
import { CommandError, failed } from '../command-error.ts';
import { formatListenAddress } from '../settings/listen-address.ts';
import { asSystemError } from '../system-error.ts';

const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ['EADDRINUSE', 'is taken, perhaps by another turnscope; stop that one'],
  ['EACCES', 'may not be used by this user; choose a port from 1024 on'],
  ['EADDRNOTAVAIL', 'is no address of this machine; name one that is'],
  ['ENOTFOUND', 'has a host name that nobody knows; check its spelling'],
]);

/** Starts to listen and answers the URL. Throws a CommandError that names the address and the option to change it. */
export async function listen(
  server: ExporterServer,
  address: ListenAddress,
  option = '--web.listen-address',
): Promise<string> {
  try {
    return await server.listen(address);
  } catch (cause) {
    const { code, message } = asSystemError(cause);
    const reason = reasons.get(code) ?? `cannot be listened on (${message}); free it`;
    const text = `${formatListenAddress(address)} ${reason}, or choose another address with ${option} HOST:PORT`;
    throw new CommandError(failed, text, { cause });
  }
}
