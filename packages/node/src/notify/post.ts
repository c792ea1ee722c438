import { version } from '@turnscope/core';

export type Fetch = typeof globalThis.fetch;

/** What became of one attempt. `failed` may be tried again; `refused` would be refused again. */
export type Answer =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | {
      readonly outcome: 'failed';
      readonly reason: string;
      /** The receiver asks to be left alone for so long. */
      readonly retryAfterMs?: number | undefined;
    };

/** One attempt. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  readonly signal: AbortSignal;
}

/**
 * Sends one request and never rejects. A reason holds no header, no body and no URL: they may be
 * secret. No redirect is followed, for it would carry the headers to somebody else.
 */
export async function post(fetch: Fetch, { url, headers, body, signal }: Post): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'User-Agent': `turnscope/${version}`,
      },
      body,
      signal,
      redirect: 'manual',
    });
    // What it says does not matter, but unread it would hold the connection.
    await response.body?.cancel();
    return answerOf(response);
  } catch (error) {
    return { outcome: 'failed', reason: reasonOf(error) };
  }
}

function answerOf({ ok, status, headers }: Response): Answer {
  if (ok) return { outcome: 'accepted' };
  const reason = `it answered ${status}`;
  if (status < 500 && status !== 429) return { outcome: 'refused', reason };
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = seconds >= 0 ? seconds * 1000 : undefined;
  return { outcome: 'failed', reason, retryAfterMs };
}

/** The code of the system, `ECONNREFUSED` say. The words of `fetch` may quote what was sent. */
function reasonOf(error: unknown): string {
  const { cause, code } = error as { readonly cause?: unknown; readonly code?: unknown };
  const inner = (cause as { readonly code?: unknown } | null | undefined)?.code;
  const known = [inner, code].find((each) => typeof each === 'string');
  return known === undefined ? 'the request failed' : `the request failed (${known})`;
}
