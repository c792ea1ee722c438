import { type Credentials, type Secret, wrongCredentials, wrongReceiverUrl } from '@turnscope/node';
import { z } from 'zod';
import { duration } from './duration.ts';
import { section } from './section.ts';
import { text } from './text.ts';

const secret = z.union(
  [text, section({ env: text }), section({ file: text })],
  'must be a text, { env: VARIABLE } or { file: PATH }',
);

/** Begins with http:// or https:// and holds no password. */
export const receiverUrl = z.string().superRefine((url, context) => {
  const message = wrongUrl(url);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

/** What is wrong with the URL of a receiver, as the end of a sentence. */
export function wrongUrl(url: string): string | undefined {
  const wrong = wrongReceiverUrl(url);
  // Before the @ there may be a password.
  return wrong === undefined || url.includes('@') ? wrong : `${wrong}; got ${url}`;
}

/** Who is told of alerts, as it stands in turnscope.yaml. */
export const receiverSchema = section({
  url: receiverUrl,
  headers: z.record(text, secret).optional(),
  bearerTokenFile: text.optional(),
  bearerTokenEnv: text.optional(),
  basicAuth: section({
    username: text,
    passwordFile: text.optional(),
    passwordEnv: text.optional(),
  }).optional(),
  timeout: duration({ least: 1, most: 60 }).optional(),
}).superRefine((written, context) => {
  const wrong = wrongSources(written) ?? wrongCredentials(asReceiver(written, (path) => path));
  if (wrong !== undefined) context.addIssue({ code: 'custom', message: wrong });
});

type WrittenReceiver = z.infer<typeof receiverSchema>;

/** Who is told of alerts. */
export interface Receiver extends Credentials {
  readonly url: string;
  /** Undefined: the notifier's default. */
  readonly timeoutSeconds: number | undefined;
}

/** A secret, and where it stands in a receiver of turnscope.yaml. */
interface PlacedSecret {
  readonly path: readonly string[];
  readonly secret: Secret;
}

/** `fileAt`: the absolute path of a file that is written there. */
export function asReceiver(written: WrittenReceiver, fileAt: (path: string) => string): Receiver {
  const { url, timeout, basicAuth } = written;
  const secrets = secretsOf(written, fileAt);
  const named = (name: string) => secrets.find(({ path }) => path.at(-1)?.startsWith(name))?.secret;
  const headers = secrets.filter(({ path }) => path[0] === 'headers');
  const password = named('password');
  return {
    url,
    timeoutSeconds: timeout,
    headers: Object.fromEntries(headers.map(({ path, secret }) => [path[1] ?? '', secret])),
    bearerToken: named('bearerToken'),
    basicAuth:
      basicAuth && password !== undefined ? { username: basicAuth.username, password } : undefined,
  };
}

/** Every secret of a receiver. */
export function secretsOf(
  { headers = {}, bearerTokenFile, bearerTokenEnv, basicAuth = { username: '' } }: WrittenReceiver,
  fileAt: (path: string) => string,
): readonly PlacedSecret[] {
  const file = (path: string | undefined) => path && { file: fileAt(path) };
  const env = (name: string | undefined) => name && { env: name };
  const placed = [
    { path: ['bearerTokenFile'], secret: file(bearerTokenFile) },
    { path: ['bearerTokenEnv'], secret: env(bearerTokenEnv) },
    { path: ['basicAuth', 'passwordFile'], secret: file(basicAuth.passwordFile) },
    { path: ['basicAuth', 'passwordEnv'], secret: env(basicAuth.passwordEnv) },
    ...Object.entries(headers).map(([name, value]) => ({
      path: ['headers', name],
      secret: typeof value === 'object' && 'file' in value ? file(value.file) : value,
    })),
  ];
  return placed.flatMap(({ path, secret }) => (secret ? [{ path, secret }] : []));
}

function wrongSources({
  bearerTokenFile,
  bearerTokenEnv,
  basicAuth,
}: WrittenReceiver): string | undefined {
  if (bearerTokenFile !== undefined && bearerTokenEnv !== undefined) {
    return 'bearerTokenFile and bearerTokenEnv exclude each other';
  }
  if (basicAuth === undefined) return undefined;
  const { passwordFile, passwordEnv } = basicAuth;
  if ((passwordFile === undefined) !== (passwordEnv === undefined)) return undefined;
  return 'basicAuth needs passwordFile or passwordEnv, and not both';
}
