import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromJson, fromProtobuf, type OtlpRequest } from './otlp-request.ts';

/** A server that takes OTLP, as an agent of a back end would. */
export interface OtlpReceiver {
  readonly url: string;
  /** The last request to each path. */
  readonly requests: ReadonlyMap<string, OtlpRequest>;
  close(): Promise<void>;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const requests = new Map<string, OtlpRequest>();
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const isJson = request.headers['content-type'] === 'application/json';
    requests.set(
      decodeURIComponent(request.url ?? ''),
      isJson ? fromJson(body) : fromProtobuf(body),
    );
    response
      .setHeader('Content-Type', request.headers['content-type'] ?? '')
      .end(isJson ? '{}' : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
