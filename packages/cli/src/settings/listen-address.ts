import { isIPv6 } from 'node:net';
import type { ListenAddress } from '@turnscope/node';

/** What an address must be, as the end of a sentence. */
export const listenAddressForm =
  'must be HOST:PORT, :PORT or [IPv6]:PORT with a port up to 65535, for example 127.0.0.1:10464';

const largestPort = 65_535;

/**
 * Understands `127.0.0.1:10464`, `localhost:10464`, `[::1]:10464` and `:10464` (every address of the
 * machine). Port 0 is any free one. Undefined for anything else.
 */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const [, bracketed, name = '', digits = ''] =
    /^(?:\[([^\]]*)\]|([^\s:/@[\]]*)):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > largestPort) return undefined;
  if (bracketed === undefined) return { host: name, port };
  return isIPv6(bracketed) ? { host: bracketed, port } : undefined;
}

/** The text that `parseListenAddress` understands as this address. */
export function formatListenAddress({ host, port }: ListenAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
