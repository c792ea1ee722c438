import { readSecret, type Secret, type Variables } from './secret.ts';

/** How a receiver knows who sends. At most one of them may say `Authorization`. */
export interface Credentials {
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, Secret>> | undefined;
  readonly bearerToken?: Secret | undefined;
  readonly basicAuth?: BasicAuth | undefined;
}

export interface BasicAuth {
  /** Without a colon. */
  readonly username: string;
  readonly password: Secret;
}

const headerName = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;
/** Headers that say what the request is and how it travels; whoever sends it sets them. */
const ownHeaders: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'idempotency-key',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/** What is wrong with the name of a header, as the end of a sentence; undefined when nothing is. */
function wrongHeaderName(name: string): string | undefined {
  if (!headerName.test(name)) return 'is no name of a header';
  if (ownHeaders.has(name.toLowerCase())) return 'is a header that Turnscope sets itself';
  return undefined;
}

/** What is wrong with credentials, as a sentence without their values; undefined when nothing is. */
export function wrongCredentials(credentials: Credentials): string | undefined {
  const { headers = {}, bearerToken, basicAuth } = credentials;
  const names = Object.keys(headers);
  for (const name of names) {
    const wrong = wrongHeaderName(name);
    if (wrong !== undefined) return `${name} ${wrong}`;
  }
  if (basicAuth?.username.includes(':')) return 'the user name of basicAuth has a colon in it';
  const authorizations = [
    bearerToken !== undefined,
    basicAuth !== undefined,
    names.some((name) => name.toLowerCase() === 'authorization'),
  ];
  if (authorizations.filter(Boolean).length <= 1) return undefined;
  return 'a bearer token, basicAuth and a header Authorization exclude each other';
}

/** The headers of credentials, their secrets as they are now. Rejects with a SecretError. */
export async function readCredentials(
  { headers = {}, bearerToken, basicAuth }: Credentials,
  variables: Variables,
): Promise<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const [name, secret] of Object.entries(headers)) {
    read[name] = await readSecret(secret, variables);
  }
  if (bearerToken !== undefined) {
    read['Authorization'] = `Bearer ${await readSecret(bearerToken, variables)}`;
  }
  if (basicAuth !== undefined) {
    const password = await readSecret(basicAuth.password, variables);
    const pair = Buffer.from(`${basicAuth.username}:${password}`).toString('base64');
    read['Authorization'] = `Basic ${pair}`;
  }
  return read;
}
