import type { Outside } from '../../src/index.ts';

/** A status, or that nothing answers: at all, or ever. */
type Scripted = number | 'away' | 'silent';

/** A receiver without a network. It answers 200 when the test says nothing else. */
export class FakeReceiver {
  readonly bodies: unknown[] = [];
  /** Those that were answered with 2xx. */
  readonly accepted: unknown[] = [];
  readonly headers: Readonly<Record<string, string>>[] = [];
  readonly urls: string[] = [];
  /** The answers to come, the next one first. */
  script: Scripted[] = [];
  /** The answer when the script is over. */
  otherwise: Scripted = 200;
  mostUnderWay = 0;
  #underWay = 0;

  readonly fetch: Outside['fetch'] = async (url, request) => {
    this.#underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.#underWay);
    this.urls.push(String(url));
    this.headers.push(Object.fromEntries(new Headers(request?.headers)));
    this.bodies.push(JSON.parse(String(request?.body)));
    const answer = this.script.shift() ?? this.otherwise;
    try {
      await new Promise((done) => setImmediate(done));
      if (answer === 'away') throw Object.assign(new TypeError('fetch failed'), { cause: refused });
      if (answer === 'silent') await new Promise(() => {});
      if (Number(answer) < 300) this.accepted.push(JSON.parse(String(request?.body)));
      return new Response(null, { status: Number(answer) });
    } finally {
      this.#underWay -= 1;
    }
  };
}

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
