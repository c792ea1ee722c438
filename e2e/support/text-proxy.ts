import { createServer } from 'node:http';

/** A server between Prometheus and an exporter. */
export interface TextProxy {
  /** The host and port of it. */
  readonly host: string;
  close(): void;
}

/** Starts one that asks for text 0.0.4, whatever Prometheus asks for: 2.42 has no setting for it. */
export async function startTextProxy(metricsUrl: string): Promise<TextProxy> {
  const server = createServer(async (_request, response) => {
    const answer = await fetch(metricsUrl, { headers: { accept: 'text/plain;version=0.0.4' } });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(await answer.text());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { host: `127.0.0.1:${port}`, close: () => server.close() };
}
