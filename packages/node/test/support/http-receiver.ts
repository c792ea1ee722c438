import {
  createServer,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach } from '@jest/globals';

export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real server on loopback that keeps what it gets. */
export interface HttpReceiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** Goes away at once. */
  close(): Promise<void>;
}

/** Starts receivers that are closed after each test. Call it at the top of the file. */
export function useHttpReceiver(): (
  answer: (response: ServerResponse, received: Received) => void,
) => Promise<HttpReceiver> {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await close(server);
  });
  return async (answer) => {
    const received: Received[] = [];
    const server = createServer(async (request, response) => {
      const { method, url, headers } = request;
      const one = { method, url, headers, body: await text(request) };
      received.push(one);
      answer(response, one);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { url: `http://127.0.0.1:${port}`, received, close: () => close(server) };
  };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}
