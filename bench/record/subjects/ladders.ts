import { catalogue } from '@turnscope/core';

/** The bucket bounds of one of Turnscope's histograms, so that the libraries count into the same buckets. */
export function boundsOf(name: string): number[] {
  const bounds = catalogue.find((metric) => metric.name === name)?.ladder?.bounds;
  if (bounds === undefined) throw new Error(`${name} is no histogram of the catalogue`);
  return [...bounds];
}

/** The limits of both libraries' hand-written code: what Turnscope's coding-agent profile says. */
export function zoneOf(
  seconds: number,
  processType: string,
): 'satisfied' | 'tolerating' | 'frustrated' {
  const [warning, critical] = processType === 'tactical' ? [20, 45] : [30, 60];
  if (seconds <= warning) return 'satisfied';
  return seconds <= critical ? 'tolerating' : 'frustrated';
}
