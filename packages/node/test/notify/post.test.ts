import { describe, expect, it } from '@jest/globals';
import { type Answer, post } from '../../src/notify/post.ts';
import { useHttpReceiver } from '../support/http-receiver.ts';

const start = useHttpReceiver();

function send(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return post(fetch, { url, headers, body: '{"a":1}', signal: AbortSignal.timeout(20_000) });
}

describe('post', () => {
  it('sends JSON with the headers', async () => {
    const { url, received } = await start((response) => response.end('ok'));
    expect(await send(`${url}/a?b=c`, { 'X-Key': 'hush' })).toEqual({ outcome: 'accepted' });
    expect(received).toEqual([
      {
        method: 'POST',
        url: '/a?b=c',
        body: '{"a":1}',
        headers: expect.objectContaining({
          'content-type': 'application/json',
          'user-agent': expect.stringMatching(/^turnscope\/\d/),
          'x-key': 'hush',
        }),
      },
    ]);
  });

  it.each<{ status: number; answer: Answer }>([
    { status: 200, answer: { outcome: 'accepted' } },
    { status: 202, answer: { outcome: 'accepted' } },
    { status: 204, answer: { outcome: 'accepted' } },
    { status: 302, answer: { outcome: 'refused', reason: 'it answered 302' } },
    { status: 400, answer: { outcome: 'refused', reason: 'it answered 400' } },
    { status: 401, answer: { outcome: 'refused', reason: 'it answered 401' } },
    { status: 404, answer: { outcome: 'refused', reason: 'it answered 404' } },
    { status: 429, answer: { outcome: 'failed', reason: 'it answered 429' } },
    { status: 500, answer: { outcome: 'failed', reason: 'it answered 500' } },
    { status: 503, answer: { outcome: 'failed', reason: 'it answered 503' } },
  ])('takes $status as $answer.outcome', async ({ status, answer }) => {
    const { url, received } = await start((response) => {
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await send(url)).toEqual(answer);
    expect(received.length).toBe(1);
  });

  it('hears how long the receiver wants to be left alone', async () => {
    const { url } = await start((response) =>
      response.writeHead(429, { 'retry-after': '7' }).end(),
    );
    expect(await send(url)).toMatchObject({ outcome: 'failed', retryAfterMs: 7_000 });
  });

  it('does not hear a time that it does not understand', async () => {
    const { url } = await start((response) =>
      response.writeHead(503, { 'retry-after': 'Fri, 27 Nov 2026 12:00:00 GMT' }).end(),
    );
    expect(await send(url)).toEqual({ outcome: 'failed', reason: 'it answered 503' });
  });

  it('tells the code of a connection that cannot be made', async () => {
    const { url, close } = await start(() => {});
    await close();
    expect(await send(url)).toEqual({
      outcome: 'failed',
      reason: 'the request failed (ECONNREFUSED)',
    });
  });

  it('quotes nothing of what was to be sent', async () => {
    const answer = await send('http://127.0.0.1:1/hush', { 'X-Key': 'hush\nhush' });
    expect(answer).toEqual({ outcome: 'failed', reason: 'the request failed' });
  });

  it('goes on when the connection breaks in the middle of an answer', async () => {
    const { url } = await start((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setImmediate(() => response.destroy());
    });
    expect(['accepted', 'failed']).toContain((await send(url)).outcome);
  });
});
