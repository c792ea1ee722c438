import type { FastifyInstance } from 'fastify';

/** Where a server listens. */
export interface ListenAddress {
  /** A name or an IP address; the empty string stands for every address of the machine. */
  readonly host: string;
  /** 0 lets the system choose one that is free. */
  readonly port: number;
}

/**
 * Starts to listen and answers the URL. Goes past `app.listen`, which takes `localhost` for a
 * missing host and binds several sockets, of which a forced close would reach one only.
 */
export async function listenOn(app: FastifyInstance, address: ListenAddress): Promise<string> {
  await app.ready();
  const { server } = app;
  const { host, port } = address;
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(host === '' ? { port } : { host, port }, () => {
      server.off('error', fail);
      done();
    });
  });
  return urlOf(host, server.address());
}

function urlOf(host: string, bound: ReturnType<FastifyInstance['server']['address']>): string {
  if (bound === null || typeof bound === 'string') return `http://${host}`;
  const name = host === '' ? bound.address : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${bound.port}`;
}
