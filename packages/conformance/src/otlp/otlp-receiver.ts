import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decoders } from './decode-request.ts';
import type { OtlpRequest } from './otlp-request.ts';

/** A server on loopback that takes OTLP over HTTP, in JSON and in protobuf. */
export interface OtlpReceiver {
  readonly url: string;
  /**
   * What came last to this path; each request is given once. None when nothing has come since. Throws an Error
   * when what came is no request of OTLP; the sender was answered 400 then.
   */
  take(path: string): OtlpRequest | undefined;
  close(): Promise<void>;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const arrived = new Map<string, OtlpRequest | Error>();
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const read = readRequest(request, body);
    arrived.set(decodeURIComponent(request.url ?? ''), read);
    const type = request.headers['content-type'] ?? 'text/plain';
    response.writeHead(read instanceof Error ? 400 : 200, { 'content-type': type });
    response.end(type === 'application/json' ? '{}' : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    take(path) {
      const read = arrived.get(path);
      arrived.delete(path);
      if (read instanceof Error) throw read;
      return read;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function readRequest({ method, headers }: IncomingMessage, body: Uint8Array): OtlpRequest | Error {
  const decode = decoders.get(headers['content-type'] ?? '');
  if (method !== 'POST' || decode === undefined || headers['content-encoding'] !== undefined)
    return new Error(`no OTLP: ${method}, ${headers['content-type']}`);
  try {
    return decode(body);
  } catch (error) {
    return new Error('no OTLP', { cause: error });
  }
}
