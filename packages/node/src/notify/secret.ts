import { readFile } from 'node:fs/promises';

/** A text that may be secret: itself, or where it is read from at each delivery. */
export type Secret = string | { readonly file: string } | { readonly env: string };

/** Environment variables by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Why a secret cannot be used. The message tells where it stands, never what it is. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

/** A control character, or one beyond Latin-1: no header can carry it. */
const notForHeaders = /[^\t\x20-\x7e\x80-\xff]/;

/** Reads a secret, without the space around it. Rejects with a SecretError when it cannot be had or sent. */
export async function readSecret(secret: Secret, variables: Variables): Promise<string> {
  const text = (await read(secret, variables)).trim();
  if (text === '') throw new SecretError(`${placeOf(secret)} is empty`);
  if (notForHeaders.test(text)) {
    throw new SecretError(`${placeOf(secret)} holds a character that no header can carry`);
  }
  return text;
}

async function read(secret: Secret, variables: Variables): Promise<string> {
  if (typeof secret === 'string') return secret;
  if ('file' in secret) return readText(secret.file);
  const value = variables[secret.env];
  if (value === undefined) throw new SecretError(`the variable ${secret.env} is not set`);
  return value;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code = 'unreadable' } = cause as NodeJS.ErrnoException;
    throw new SecretError(`the file ${file} cannot be read (${code})`, { cause });
  }
}

function placeOf(secret: Secret): string {
  if (typeof secret === 'string') return 'a header value';
  return 'file' in secret ? `the file ${secret.file}` : `the variable ${secret.env}`;
}
