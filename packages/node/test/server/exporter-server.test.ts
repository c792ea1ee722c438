import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createExporterServer, type ExporterServer } from '../../src/index.ts';

const loopback = { host: '127.0.0.1', port: 0 };
const servers: ExporterServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

function createServer(): ExporterServer {
  const server = createExporterServer({ monitor: new PerformanceMonitor() });
  servers.push(server);
  return server;
}

/** A connection that has sent `text`. */
async function connection(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

/** Whether by an end or by a reset. */
function closed(socket: Socket): Promise<void> {
  return new Promise((done) => socket.on('close', () => done()));
}

describe('listen', () => {
  it('tells the URL with the port that the system chose', async () => {
    const url = await createServer().listen(loopback);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/-/healthy`)).status).toBe(200);
  });

  it('listens on every address when no host is given', async () => {
    const url = await createServer().listen({ host: '', port: 0 });
    const { port } = new URL(url);
    expect((await fetch(`http://127.0.0.1:${port}/-/healthy`)).status).toBe(200);
  });

  it('rejects with the error of Node when the port is taken', async () => {
    const url = await createServer().listen(loopback);
    const port = Number(new URL(url).port);
    await expect(createServer().listen({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('close', () => {
  it('ends an idle connection that is kept alive', async () => {
    const server = createServer();
    const url = await server.listen(loopback);
    const socket = await connection(url, 'GET /-/healthy HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'data');
    const ended = closed(socket);
    await server.close();
    await ended;
  });

  it('cuts a request that does not end, within two seconds', async () => {
    const server = createServer();
    const url = await server.listen(loopback);
    const socket = await connection(url, 'GET /metrics HTTP/1.1\r\nhost: x\r\n');
    const ended = closed(socket);
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    await ended;
  });

  it('may be called before the server listens, and twice', async () => {
    const server = createServer();
    await server.close();
    await server.close();
  });
});
