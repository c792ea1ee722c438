/** What is wrong with the URL of a receiver, as the end of a sentence; undefined when nothing is. */
export function wrongReceiverUrl(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    return 'must be a URL that begins with http:// or https://';
  }
  if (parsed.username === '' && parsed.password === '') return undefined;
  return 'must not hold a user name or password; give them as basicAuth';
}

/** What may be told of the URL of a receiver: its path and query may be secret. */
export function shownUrl(url: string): string {
  return new URL(url).origin;
}
