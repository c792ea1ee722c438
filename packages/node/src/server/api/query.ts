import type { WrongParameter } from './api-answer.ts';

/** Parameters of a request, each given once. */
export type Query = Readonly<Record<string, string>>;

/** Takes the parameters of a request, or says which one is not among the allowed or is there twice. */
export function readQuery(
  given: unknown,
  allowed: readonly string[],
): { readonly query: Query } | WrongParameter {
  const query: Record<string, string> = {};
  for (const [parameter, value] of Object.entries(given ?? {})) {
    if (!allowed.includes(parameter)) return { parameter, error: unknown(parameter, allowed) };
    if (typeof value !== 'string') {
      return { parameter, error: `${parameter} must be given once, got it several times` };
    }
    query[parameter] = value;
  }
  return { query };
}

function unknown(parameter: string, allowed: readonly string[]): string {
  const known = allowed.length === 0 ? 'there are none here' : `known here: ${allowed.join(', ')}`;
  return `${parameter} is no parameter; ${known}`;
}
