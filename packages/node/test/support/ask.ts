import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** An answer as it came over the wire: `fetch` would unpack it and send headers of its own. */
export interface Answer {
  readonly code: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request, on a connection of its own. */
export function ask(url: string, { method = 'GET', headers = {} }: Question = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      buffer(answer).then((bytes) => {
        const { statusCode: code, headers } = answer;
        done({ code, headers, bytes, body: bytes.toString() });
      }, fail);
    });
    sent.on('error', fail);
    sent.end();
  });
}
