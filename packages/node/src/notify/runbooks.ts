/** Where the runbooks of the newest Turnscope are read. */
export const defaultRunbooks = 'https://github.com/turnscope/turnscope/blob/main/docs/runbooks/';

/** What is wrong with a place where runbooks are read, as the end of a sentence; undefined when nothing is. */
export function wrongRunbooks(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    return 'must be a URL that begins with http:// or https://';
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return 'must not hold a user name or password; everyone who is told of an alert sees it';
  }
  if (/[?#]/.test(url)) return 'must not hold ? or #; the name of an alert and .md follow it';
  return undefined;
}

/** The place of runbooks with a slash at its end, so that a name can follow. */
export function asRunbooks(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** The URL of an alert's runbook; `runbooks` ends with a slash. */
export function runbookUrl(runbooks: string, alert: string): string {
  return `${runbooks}${alert}.md`;
}
